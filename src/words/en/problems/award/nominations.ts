import type { nominationsProblems } from '#core/problems/award/nominations.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { exactly, when } from '../../dates.ts';

export const nominations: Record<keyof typeof nominationsProblems, ProblemWords> = {
  'nominations.not-open-yet': {
    title: 'Nominations are not open yet',
    detail: ({ opensAt }) => `They open on ${when(opensAt)}. Come back then.`,
  },
  'nominations.closed': {
    title: 'Nominations have closed',
    detail: ({ closedAt, arrivedAt }) =>
      `Nominations closed on ${exactly(closedAt)}, and this arrived on ${exactly(arrivedAt)}. If something outside your control went wrong, write to the organiser.`,
  },
  'nominations.not-taken': {
    title: 'This award takes no nominations',
    detail: () => 'Nobody nominates others here. Whoever wants to compete enters by themselves: send them the page of the award.',
  },
  'nominations.looks-automatic': {
    title: 'This looked as if a program had sent it',
    detail: () =>
      'The form was sent faster than people write, or long after it was opened, so nothing was sent on. What you wrote is kept: look through it and send it again.',
  },
  'nominations.too-many': {
    title: 'That is as many as one may nominate',
    detail: ({ most }) => `${most} nominations came from your address for this edition, and no more are taken. What was confirmed counts.`,
  },
  'nominations.too-fast': {
    title: 'Many nominations came from your address just now',
    detail: ({ minutes }) =>
      `Nothing was sent. What you wrote is kept: send it again in ${Number(minutes) === 1 ? 'a minute' : `${minutes} minutes`}.`,
  },
  'nominations.code-wrong': {
    title: 'That is not the code',
    detail: ({ left }) =>
      `Type the eight figures from the mail we sent you; the newest mail counts. You may try ${Number(left) === 1 ? 'once' : `${left} times`} more.`,
  },
  'nominations.confirmed-already': {
    title: 'This nomination counts already',
    detail: () => 'Its code came back, so there is nothing left to confirm. You need do nothing more.',
  },
  'nominations.code-used-up': {
    title: 'This code works no more',
    detail: () => 'A code works for a day and for five tries. Nothing was counted. Send the nomination once more, and you get a new code.',
  },
  'nominations.nominated-already': {
    title: 'You have nominated them already',
    detail: () =>
      'Your nomination of them in this category is confirmed and counts. A second one of yours would count no more, so it was not kept.',
  },
  'nominations.merged-away': {
    title: 'This nomination is part of another',
    detail: () => 'Somebody merged it, so the other one speaks for it. Open that one, or part the two again first.',
  },
  'nominations.not-merged': {
    title: 'These are parted already',
    detail: () => 'They were not merged, or somebody parted them meanwhile, so nothing was changed. Load the page again.',
  },
  'nominations.told-already': {
    title: 'They have been told already',
    detail: () =>
      'Whoever was told has a link and an answer to give, so this nomination cannot become part of another. Merge the other one into this one instead.',
  },
  'nominations.other-category': {
    title: 'These are of two categories',
    detail: () => 'A nominee may compete in each, so nominations are merged within one category only.',
  },
  'nominations.no-address': {
    title: 'Nobody knows their address',
    detail: () => 'No nominator gave an e-mail address of the nominee. Find it out, write it below, and tell them then.',
  },
  'nominations.accepted-already': {
    title: 'The nomination was accepted',
    detail: () => 'The nominee has accepted it, and what follows is their entry. Sign in with the address it was accepted with to go on.',
  },
  'nominations.declined-already': {
    title: 'The nominee has declined',
    detail: () => 'They want to hear no more of this edition, so nothing was sent and nothing was changed.',
  },
  'nominations.link-over': {
    title: 'This link works no more',
    detail: () =>
      'It was replaced by a later one, or what it was about is gone. Open the newest mail about your nomination, or write to the organiser.',
  },
  'nominations.own-address': {
    title: 'That is your own address',
    detail: () => 'The nominee has the address you gave as yours. Choose that you nominate yourself, or give theirs, or none.',
  },
  'nominations.others-address': {
    title: 'That is not the address you gave as yours',
    detail: () => 'You nominate yourself, so the nominee has your address. Leave this empty, or choose how else you know them.',
  },
  'nominations.sign-in-first': {
    title: 'Sign in to accept',
    detail: () =>
      'A link in a mail signs in for a week, and this mail is older. Sign in with the address it came to, or ask for a link there, and accept then.',
  },
  'nominations.corrected-enough': {
    title: 'That was corrected often enough',
    detail: ({ most }) => `It has been corrected ${most} times from this link, and was not changed again. Write to the organiser.`,
  },
  'nominations.for-another': {
    title: 'This nomination is for another address',
    detail: () => 'You are signed in with an account the nomination is not addressed to. Sign out, and open the link again.',
  },
};
