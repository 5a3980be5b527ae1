import type { csvProblems } from '#core/problems/csv.ts';
import { shown } from '#core/problems/visible.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { place } from './place.ts';

const saveAs = 'In the spreadsheet, save it as “CSV UTF-8 (comma delimited)”.';

const kinds: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  gzip: 'packed with gzip; unpack it first',
  picture: 'a picture',
};

/** The coarsest usual step that holds a mark with decimals. */
const stepFor = (value: unknown): string => {
  const decimals = /[.,](\d*?)0*$/.exec(String(value))?.[1] ?? '';
  if (decimals === '5') return '0.5';
  if (decimals === '25' || decimals === '75') return '0.25';
  return decimals.length < 2 ? '0.1' : decimals.length === 2 ? '0.01' : '0.001';
};

const declareStep = (value: unknown): string => `--step ${stepFor(value)}, or step: ${stepFor(value)} in the rules`;

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
  'csv.not-text': {
    title: 'File that is no table of text',
    detail: ({ file, what }) =>
      what === 'xls'
        ? `${file} is a workbook of old Excel (.xls), which is not read. In the spreadsheet, save it as .xlsx or as CSV.`
        : `${file} is no text, but ${kinds[`${what}`] ?? 'a file of another kind'}. Give the marks as CSV or as an Excel workbook (.xlsx).`,
  },
  'csv.not-utf-8': {
    title: 'Text that is not UTF-8',
    detail: (facts) => `${place(facts)}a byte here is not UTF-8, so accented letters would be misread. ${saveAs}`,
  },
  'csv.wrong-delimiter': {
    title: 'Columns not parted by commas',
    detail: (facts) => `${place(facts)}the columns are parted by ${facts.delimiter}; commas, semicolons or tabs are needed. ${saveAs}`,
  },
  'csv.delimiter-unclear': {
    title: 'Columns parted by two characters alike',
    detail: (facts) =>
      `${place(facts)}the names of the columns hold as many commas as semicolons or tabs, so what parts them cannot be told. Put double quotes around a name that holds one, or write sep=; (or sep=,) on a line before the first.`,
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
      `${place(facts)}there are ${facts.cells} cells, and the first row names ${facts.expected} columns. A cell that holds a ${facts.delimiter ?? 'comma'} needs double quotes around it.`,
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
      `${place(facts)}“${shown(facts.value)}” is not a number. Write a whole number in figures; leave the cell empty where there is no mark.`,
  },
  'csv.formula': {
    title: 'Formula instead of a number',
    detail: (facts) =>
      `${place(facts)}there is a formula, ${shown(facts.value)}, and only the spreadsheet knows what it comes to. Copy the column and paste it back as values.`,
  },
  'csv.decimal-comma': {
    title: 'Decimal comma',
    detail: (facts) =>
      `${place(facts)}“${shown(facts.value)}” is written with a decimal comma, and commas part the columns of this file. Write a point (${String(shown(facts.value)).replace(',', '.')}), or save the file with semicolons between the columns; and say how far marks lie apart: ${declareStep(facts.value)}.`,
  },
  'csv.decimal-mark': {
    title: 'Mark with decimals',
    detail: (facts) =>
      `${place(facts)}“${shown(facts.value)}” is not whole, and marks are whole unless it is said how far they lie apart. If judges gave such marks, say it: ${declareStep(facts.value)}; sums stay exact.`,
  },
  'csv.between-steps': {
    title: 'Mark between two steps',
    detail: (facts) =>
      `${place(facts)}“${shown(facts.value)}” lies between two marks, which are ${facts.step} apart. Ask the judge which was meant; or declare a finer step: ${declareStep(facts.value)}.`,
  },
  'csv.thousands-or-decimals': {
    title: 'Thousands or decimals',
    detail: (facts) =>
      `${place(facts)}“${shown(facts.value)}” may be ${String(facts.value).replace(',', '')} or ${String(facts.value)
        .replace(',', '.')
        .replace(/\.?0+$/, '')}. Write it without the comma, or with fewer decimals.`,
  },
  'csv.measured': {
    title: 'Measure in place of a mark',
    detail: (facts) =>
      `${place(facts)}“${shown(facts.value)}” is something measured, with its unit, and a mark is a bare number on the scale. If it is a mark, take the unit away; if it was measured, give it with --metrics (entry,category,metric,value) and its breakpoints in the rules.`,
  },
};
