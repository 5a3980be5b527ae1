import type { privacyProblems } from '#core/problems/identity/privacy.ts';
import type { ProblemWords } from '../../problem-words.ts';

const entries = (count: unknown) => (count === 1 ? 'One entry' : `${String(count)} entries`);

export const privacy: Record<keyof typeof privacyProblems, ProblemWords> = {
  'privacy.only-administrator': {
    title: 'Nobody else runs the organisation',
    detail: () => 'Without this account nobody could administer the organisation any more. Make somebody else an administrator first.',
  },
  'privacy.only-manager': {
    title: 'Nobody else manages the programme',
    detail: ({ programme }) => `${programme} would be left without a manager. Invite another one and wait until they have accepted.`,
  },
  'privacy.entries-judged': {
    title: 'Judges are reading',
    detail: ({ count, numbers }) =>
      `${entries(count)} (${numbers}) will be decided soon. Nothing can be erased before the results are announced, unless the organiser takes the entry out first.`,
  },
  'privacy.held': {
    title: 'These data are held',
    detail: () => 'The organisation has to keep them for now, because of a dispute or an inquiry. Ask it why and until when.',
  },
  'privacy.asked-already': {
    title: 'This was asked for already',
    detail: () => 'The request is on its way. You see below how far it is.',
  },
  'privacy.request-over': {
    title: 'This request is over',
    detail: () => 'It was carried out or withdrawn meanwhile. The page shows what became of it.',
  },
  'privacy.export-over': {
    title: 'This copy is gone',
    detail: () => 'Copies are kept for seven days. Ask for a new one; it is made of what is known then.',
  },
  'privacy.nobody': {
    title: 'Nothing is known by this name',
    detail: ({ email }) => `No account has the address and no programme the short name ${email}. Check how it is written.`,
  },
  'privacy.held-already': { title: 'Held already', detail: () => 'A hold stands. Its reason is in the list below.' },
  'privacy.hold-lifted': { title: 'Not held any more', detail: () => 'Somebody lifted this hold meanwhile.' },
  'privacy.unknown-timer': { title: 'There is no such timer', detail: () => 'Choose one of the list.' },
  'privacy.count-changed': {
    title: 'It is another number by now',
    detail: ({ seen, count }) => `You saw ${seen} and now ${count} are due. Look at the number and decide once more.`,
  },
  'privacy.merge-one-account': {
    title: 'There are not two accounts',
    detail: () => 'This address belongs to the account you are signed in to, or nobody has an account with it. There is nothing to merge.',
  },
  'privacy.merge-link-over': {
    title: 'This link no longer works',
    detail: () => 'It was used, or two hours have passed. Begin once more from your account.',
  },
  'privacy.merge-roles': {
    title: 'One account checks what the other does',
    detail: ({ programme }) =>
      `In ${programme} one account is auditor and the other manager or judge. Nobody may be both; ask the organiser to take one role away.`,
  },
  'privacy.merge-own-entry': {
    title: 'One account judges what the other entered',
    detail: ({ count }) =>
      `${entries(count)} of one account would be judged by the owner. Ask the organiser to excuse you from judging it.`,
  },
  'privacy.merge-two-ballots': {
    title: 'Both accounts have judged the same',
    detail: ({ count }) =>
      `${entries(count)} would have two ballots of one judge. Ask the organiser; what was submitted is not thrown away by a merge.`,
  },
  'privacy.merge-two-seats': {
    title: 'Both accounts sit on one panel',
    detail: ({ count }) => `${entries(count)} would be read twice by one person. Ask the organiser to release one of the two seats.`,
  },
  'privacy.merge-interest': {
    title: 'One account declared an interest in what the other judges',
    detail: ({ count }) => `${entries(count)} would be judged with an interest. Ask the organiser to release the seat.`,
  },
  'privacy.merge-erasing': {
    title: 'One of the accounts is about to be erased',
    detail: () => 'Withdraw that request first, or let it be carried out.',
  },
  'privacy.merge-changed': {
    title: 'Something changed meanwhile',
    detail: () => 'What would move is not what you looked at. Look at it again and decide once more.',
  },
};
