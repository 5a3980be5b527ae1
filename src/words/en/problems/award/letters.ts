import type { lettersProblems } from '#core/problems/award/letters.ts';
import { isolated } from '../../../isolated.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { exactly } from '../../dates.ts';

export const letters: Record<keyof typeof lettersProblems, ProblemWords> = {
  'entries.letter-from-writer': {
    title: 'A letter comes from somebody else',
    detail: ({ email }) =>
      `${isolated(String(email))} belongs to somebody who writes this entry. Ask somebody who knows of it and did not write it.`,
  },
  'entries.letter-asked-already': {
    title: 'They were asked already',
    detail: ({ email }) =>
      `${isolated(String(email))} was asked for a letter for this entry before. If nothing has arrived, remind them from the list. Whoever declined is not asked again.`,
  },
  'entries.too-many-letters': {
    title: 'That is as many letters as an entry may have',
    detail: ({ most }) =>
      `An entry has at most ${most} letters, asked for or arrived. Withdraw a request nobody has answered to ask somebody else.`,
  },
  'entries.too-many-letter-mails': {
    title: 'Enough mails for one day',
    detail: ({ most }) => `At most ${most} mails a day ask for letters for one entry. Try again tomorrow. Nothing was sent.`,
  },
  'entries.letter-reminded-today': {
    title: 'They were written to within a day',
    detail: () => 'A referee is mailed once a day at most. Remind them tomorrow, or ask them in person. Nothing was sent.',
  },
  'entries.letter-not-waiting': {
    title: 'This request waits for nothing any more',
    detail: () => 'It was answered or withdrawn meanwhile. Load the page again to see how it stands. Nothing was changed.',
  },
  'entries.letters-closed': {
    title: 'The time for letters is over',
    detail: ({ until }) =>
      `Letters for this entry could be asked for, written and changed until ${exactly(until)}. What had arrived by then stands.`,
  },
  'entries.letter-entry-out': {
    title: 'This entry takes part no more',
    detail: () => 'It was withdrawn, or may not compete, so no letter is needed. If that is a surprise, write to whoever entered it.',
  },
  'entries.letter-link-unknown': {
    title: 'This link leads to no letter',
    detail: () => 'Use the link exactly as it stands in the mail, up to its last character. If it still fails, write to whoever asked you.',
  },
  'entries.letter-withdrawn': {
    title: 'Your letter is not needed any more',
    detail: () => 'Whoever asked for it has withdrawn the request, or it was erased. You need do nothing.',
  },
};
