import type { csvProblems } from '#core/problems/csv.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { place } from './place.ts';

const saveAs = 'In the spreadsheet, save it as “CSV UTF-8 (comma delimited)”.';

const whyUnreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
};

export const csv: Record<keyof typeof csvProblems, ProblemWords> = {
  'csv.unreadable-file': {
    title: 'File that cannot be read',
    detail: ({ file, reason }) => `${file} could not be read: ${whyUnreadable[`${reason}`] ?? reason}. Check the name you gave.`,
  },
  'csv.empty': { title: 'Empty file', detail: ({ file }) => `${file} holds nothing. Give a file whose first row names the columns.` },
  'csv.no-rows': { title: 'No rows', detail: ({ file }) => `${file} holds the names of its columns and nothing below. Add the rows.` },
  'csv.utf-16': {
    title: 'Text in UTF-16',
    detail: ({ file }) => `${file} looks like UTF-16 without the mark that says so, and UTF-8 is needed. ${saveAs}`,
  },
  'csv.not-utf-8': {
    title: 'Text that is not UTF-8',
    detail: (facts) => `${place(facts)}a byte here is not UTF-8, so accented letters would be misread. ${saveAs}`,
  },
  'csv.wrong-delimiter': {
    title: 'Columns not parted by commas',
    detail: (facts) => `${place(facts)}the columns are parted by ${facts.delimiter}, and commas are needed. ${saveAs}`,
  },
  'csv.missing-column': {
    title: 'Missing column',
    detail: (facts) => `${place(facts)}there is no such column; there are: ${facts.found}. Name the column in the first row.`,
  },
  'csv.column-twice': {
    title: 'Column named twice',
    detail: (facts) => `${place(facts)}two columns have this name. Rename or remove one.`,
  },
  'csv.row-shape': {
    title: 'Row with more or fewer cells',
    detail: (facts) =>
      `${place(facts)}there are ${facts.cells} cells, and the first row names ${facts.expected} columns. A cell that holds a comma needs double quotes around it.`,
  },
  'csv.bad-quote': {
    title: 'Stray double quote',
    detail: (facts) =>
      `${place(facts)}a double quote is out of place or never closed. Quotes go around a whole cell; one inside a cell is doubled ("").`,
  },
  'csv.row-too-long': {
    title: 'Row too long',
    detail: (facts) => `${place(facts)}the row is longer than ${facts.limit} characters. A double quote before it may never be closed.`,
  },
  'csv.cell-empty': { title: 'Empty cell', detail: (facts) => `${place(facts)}the cell is empty. Fill it in, or remove the row.` },
  'csv.bad-number': {
    title: 'Not a number',
    detail: (facts) =>
      `${place(facts)}“${facts.value}” is not a number. Write a whole number in figures; leave the cell empty where there is no mark.`,
  },
  'csv.formula': {
    title: 'Formula instead of a number',
    detail: (facts) =>
      `${place(facts)}there is a formula, ${facts.value}, and only the spreadsheet knows what it comes to. Copy the column and paste it back as values.`,
  },
  'csv.decimal-comma': {
    title: 'Decimal comma',
    detail: (facts) =>
      `${place(facts)}“${facts.value}” is written with a decimal comma. Marks are whole numbers: if the scale has halves or tenths, multiply every mark by 10.`,
  },
  'csv.decimal-mark': {
    title: 'Mark with decimals',
    detail: (facts) =>
      `${place(facts)}“${facts.value}” is not whole. Marks are whole numbers, so that sums are exact: if the scale has halves or tenths, multiply every mark by 10.`,
  },
};
