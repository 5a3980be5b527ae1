import { standardErrorIs } from './verdict.ts';

/** Sheets and columns of the results as a spreadsheet. */
export const tallyBook = {
  standings: {
    name: 'Standings',
    head: [
      'Category',
      'Rank',
      'Entry',
      'Group',
      'Score',
      'Exact score',
      'Corrected',
      'Standard error (from the category’s mean)',
      'Chance of first',
      'Chance of going through',
      'Rank from',
      'Rank to',
      'Level',
      'Ballots',
      'Why not ranked',
    ],
  },
  judges: { name: 'Judges', head: ['Judge', 'Group', 'Ballots', 'Points above or below the mean judge', 'Standard error'] },
  questions: { name: 'Questions', head: ['Check', 'What was seen', 'Question', 'Rows'] },
  setAside: { name: 'Set aside', head: ['Category', 'Entry', 'Judge', 'Why', 'Without a mark for'] },
  about: { name: 'How it was counted', head: ['How it was counted'], standardError: standardErrorIs },
};
