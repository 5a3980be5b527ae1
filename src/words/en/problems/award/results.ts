import type { resultsProblems } from '#core/problems/award/results.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { dates, when } from '../../dates.ts';

export const results: Record<keyof typeof resultsProblems, ProblemWords> = {
  'results.recount-differs': {
    title: 'Two countings disagree',
    detail: ({ entry, ours, theirs }) =>
      `The result was worked out twice by independent means, and they differ at entry ${entry}: ${ours} against ${theirs}. Nothing was stored. This is a fault of the software; send this message to whoever looks after the installation.`,
  },
  'results.no-tally': {
    title: 'The ballots have not been counted',
    detail: () => 'Publishing needs a count of the ballots as they are. Count them first.',
  },
  'results.level-open': {
    title: 'A level is yours to decide',
    detail: ({ entry, levels }) =>
      `${entry} has the score for ${levels}, and too few entries are ranked with it to compare them by the rules. Decide which level it gets, or none.`,
  },
  'results.division-open': {
    title: 'A division is yours to decide',
    detail: ({ entry, category }) =>
      `${category} is ranked in divisions, and what ${entry} said does not tell which it is in. Say which, and count again; or let nobody win there.`,
  },
  'results.figure-not-a-number': {
    title: 'No number',
    detail: ({ value }) => `“${shown(value)}” is no number. Write digits, with a point before decimals: 87.5.`,
  },
  'results.figure-not-whole': {
    title: 'Not a whole number',
    detail: ({ value }) => `${value} is not a whole number. What is counted comes in ones.`,
  },
  'results.figure-beyond': {
    title: 'Beyond what can be scored',
    detail: ({ value, least, most }) =>
      most === ''
        ? `${value} is below ${least}.`
        : `${value} does not lie from ${least} to ${most}, where the rules say what a figure is worth.`,
  },
  'results.figures-none': { title: 'No figure', detail: () => 'Write a figure beside at least one entry.' },
  'results.tally-out-of-date': {
    title: 'The count is out of date',
    detail: () => 'Ballots or entries have changed since they were counted. Count again, look at the standings, then publish.',
  },
  'results.gate-closed': {
    title: 'The results cannot be published yet',
    detail: ({ count }) =>
      count === 1 ? 'One thing stands in the way; it is named below.' : `${count} things stand in the way; each is named below.`,
  },
  'results.already-published': {
    title: 'The results are published already',
    detail: () => 'The edition has its announcement. To change it, withdraw it first, while it lies in the future.',
  },
  'results.announcement-in-the-past': {
    title: 'This instant has passed',
    detail: ({ now }) => `It is ${dates.exact(String(now))} by the server’s clock. Choose a later instant, or announce now.`,
  },
  'results.nothing-to-withdraw': {
    title: 'There is nothing to withdraw',
    detail: () => 'The edition has no announcement.',
  },
  'results.already-announced': {
    title: 'The winners are announced',
    detail: ({ announcedAt }) =>
      `They were announced on ${when(announcedAt)}, and people have read them. An announcement cannot be taken back once it was made.`,
  },
};
