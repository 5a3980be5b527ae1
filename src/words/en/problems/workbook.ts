import type { workbookProblems } from '#core/problems/workbook.ts';
import type { ProblemWords } from '../../problem-words.ts';

const inside = (name: unknown): string => (typeof name === 'string' ? `, at ${name} in it` : '');

export const workbook: Record<keyof typeof workbookProblems, ProblemWords> = {
  'zip.broken': {
    title: 'File cut short or damaged',
    detail: (facts) => `${facts.file} is not whole${inside(facts.inside)}. Copy or save it again.`,
  },
  'zip.too-large': {
    title: 'File that unpacks to too much',
    detail: (facts) =>
      `${facts.file} unpacks to more than ${facts.megabytes} MB${inside(facts.inside)}. Save the sheets with the marks alone, or give them as CSV.`,
  },
  'xlsx.not-a-workbook': {
    title: 'Not a workbook',
    detail: ({ file }) => `${file} is an archive, but not an Excel workbook (.xlsx). In the spreadsheet, save it as .xlsx or as CSV.`,
  },
  'xlsx.sheet-not-understood': {
    title: 'Sheet without marks',
    detail: ({ file, needed }) =>
      `${file}: none of its first rows names the columns. A sheet of marks has a row that says ${needed}; below it, one row an entry. Name the columns, or hide or delete the sheet.`,
  },
  'xlsx.hidden-sheet': {
    title: 'Hidden sheet of marks',
    detail: ({ file, sheet }) =>
      `${file}: the sheet “${sheet}” is hidden and holds marks. If they count, show the sheet (in the spreadsheet: Unhide); if they do not, delete it.`,
  },
  'xlsx.no-sheets': {
    title: 'Workbook without sheets to read',
    detail: ({ file }) => `${file} has no sheet that is not empty or hidden. Give the marks in a sheet that shows.`,
  },
};
