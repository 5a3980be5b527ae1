/** Refusals of a table handed in as CSV; each names the file and, where there is one, row and column. */
export const csvProblems = {
  'csv.unreadable-file': { status: 422 },
  'csv.empty': { status: 422 },
  'csv.no-rows': { status: 422 },
  'csv.utf-16': { status: 415 },
  'csv.not-utf-8': { status: 415 },
  'csv.wrong-delimiter': { status: 422 },
  'csv.missing-column': { status: 422 },
  'csv.column-twice': { status: 422 },
  'csv.row-shape': { status: 422 },
  'csv.bad-quote': { status: 422 },
  'csv.row-too-long': { status: 413 },
  'csv.cell-empty': { status: 422 },
  'csv.bad-number': { status: 422 },
  'csv.formula': { status: 422 },
  'csv.decimal-comma': { status: 422 },
  'csv.decimal-mark': { status: 422 },
} as const;
