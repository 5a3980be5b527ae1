/** Refusals of a workbook or another archive handed in. */
export const workbookProblems = {
  'zip.broken': { status: 422 },
  'zip.too-large': { status: 413 },
  'xlsx.not-a-workbook': { status: 415 },
  'xlsx.sheet-not-understood': { status: 422 },
  'xlsx.hidden-sheet': { status: 422 },
  'xlsx.no-sheets': { status: 422 },
} as const;
