import type { winnersProblems } from '#core/problems/award/winners.ts';
import type { Facts } from '#core/problems/problem.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../../problem-words.ts';

const at = ({ row, column }: Facts): string =>
  row === undefined ? '' : `Row ${row}${column === undefined || column === '' ? '' : `, column “${shown(column)}”`}: `;

export const winners: Record<keyof typeof winnersProblems, ProblemWords> = {
  'winners.not-json': {
    title: 'Not JSON',
    detail: () => 'The file cannot be read as JSON. Save it as JSON, or as CSV and name it so.',
  },
  'winners.not-a-list': {
    title: 'Not a list of winners',
    detail: () => 'The file holds something else than a list: write [{"year": "2019", "category": "…", "nominee": "…"}, …].',
  },
  'winners.none': { title: 'No winner in the list', detail: () => 'The file has no row below its names of columns.' },
  'winners.too-many': {
    title: 'The list is too long',
    detail: ({ most, rows }) => `The file has ${rows} rows, and ${most} are read at once. Part it, by decades for instance.`,
  },
  'winners.column-missing': {
    title: 'A column is missing',
    detail: ({ column, known, found }) =>
      `No column says the ${column}. It may be called ${known}. The list has: ${found === '' ? 'none' : shown(found)}.`,
  },
  'winners.column-twice': {
    title: 'Two columns say the same',
    detail: ({ column, first, second }) => `The columns “${shown(first)}” and “${shown(second)}” both say the ${column}. Leave one.`,
  },
  'winners.row-shape': {
    title: 'Too many or too few cells',
    detail: (facts) =>
      `${at(facts)}it has ${facts.cells} cells, and the first row has ${facts.expected}. Put quotes around a cell that holds what parts them.`,
  },
  'winners.empty': {
    title: 'A cell is empty',
    detail: (facts) => `${at(facts)}it is empty. Every winner needs a year, a category and a name.`,
  },
  'winners.not-text': {
    title: 'Not a text',
    detail: (facts) => `${at(facts)}it holds something else than a text or a figure.`,
  },
  'winners.unsafe-text': {
    title: 'A hidden character',
    detail: (facts) => `${at(facts)}it holds a character that cannot be shown (${facts.character}). Type the text anew.`,
  },
  'winners.too-long': {
    title: 'The text is too long',
    detail: (facts) => `${at(facts)}it has ${facts.length} characters, and ${facts.most} are kept.`,
  },
  'winners.year-unreadable': {
    title: 'The year cannot be read',
    detail: (facts) =>
      `${at(facts)}“${shown(facts.year)}” is no year. Write 2019, 1927/28 or 1998–99: one year, or two that follow each other.`,
  },
  'winners.year-to-come': {
    title: 'The year is to come',
    detail: (facts) => `${at(facts)}“${shown(facts.year)}” lies after ${facts.thisYear}. Nobody has won in it yet.`,
  },
  'winners.code-unreadable': {
    title: 'Not a code of a category',
    detail: (facts) => `${at(facts)}“${shown(facts.code)}” is no code. Codes are letters, figures, full stops and dashes, as A or J01.`,
  },
  'winners.joint-unreadable': {
    title: 'Joint or not?',
    detail: (facts) => `${at(facts)}“${shown(facts.said)}” says neither. Write yes or no.`,
  },
  'winners.names-uneven': {
    title: 'Names do not pair',
    detail: (facts) =>
      `${at(facts)}${facts.nominees} nominees stand beside ${facts.organisations} organisations. Give one organisation for all, or one for each.`,
  },
  'winners.twice': {
    title: 'The same winner twice',
    detail: (facts) =>
      `${at(facts)}${shown(facts.nominee)}, ${shown(facts.year)}, stands in row ${facts.before} already. Take one of the two away.`,
  },
  'winners.faulty': {
    title: 'The list cannot be taken yet',
    detail: ({ count }) => `${count === 1 ? 'One thing is' : `${count} things are`} wrong in it. Nothing was brought in.`,
  },
  'winners.no-such-programme': {
    title: 'No such programme',
    detail: ({ programme }) => `No programme has the address “${shown(programme)}”. ./plaudit programme list shows them all.`,
  },
  'winners.import-decided': {
    title: 'This list is decided',
    detail: () => 'It was brought in or taken back since this page was drawn. Look at it again.',
  },
  'winners.name-unknown': {
    title: 'No winner is called so any more',
    detail: ({ written }) => `No list of the programme names “${shown(written)}” now. Look at the names again.`,
  },
};
