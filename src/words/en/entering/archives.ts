/** Sentences of archives of entries, and of the way to one. */
import { entries } from '../entries.ts';

export const archives = {
  link: 'Everything as a ZIP',
  hint: 'The entry as a page, its answers, its receipt and its files, with a hash of each.',
  take: 'Download everything (ZIP)',
  ofEntry:
    'Everything of this entry as one file: the page, the answers, the receipt, and every file that may be given out. The record notes that you took it.',
  ofCategory: {
    title: 'Everything of a category',
    text: 'Every entry that was sent in, with its page, answers, receipt and files, as one ZIP. A large category takes as long as its files do. The record notes that you took it.',
    category: 'Category',
    go: 'Download as a ZIP',
  },
  // Read by whoever is given the archive, so not in the words for its writer.
  states: { ...entries.states, returned: entries.list.states.returned },
  head: ['Number', 'Entry', 'Nominee', 'State', 'Mark of the receipt', 'File', 'Bytes', 'SHA-256', 'Note'],
  leftOut: {
    held: 'Left out: nobody has looked at it for viruses yet',
    refused: 'Left out: something was found in it',
    gone: 'Left out: its content is not kept any more',
  },
  index: {
    count: (entries_: number) => (entries_ === 1 ? 'One entry.' : `${entries_} entries.`),
    none: 'No entry was sent in.',
    files: (given: number, leftOut: number) =>
      `${given === 1 ? '1 file' : `${given} files`}${leftOut === 0 ? '' : `, ${leftOut} left out`}`,
    check: 'MANIFEST.sha256 has the hash of every file: sha256sum --check MANIFEST.sha256 compares them.',
    table: 'index.csv says the same for a spreadsheet.',
    back: 'All that is in this archive',
    answers: 'The answers for programs: answers.json',
    receipt: 'The text the mark is of: receipt.json',
    untitled: 'Without a title',
    untaken: 'Without a number',
  },
};
