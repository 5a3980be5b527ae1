/** Refusals about spreadsheets of entries. */
export const importingProblems = {
  'import.column-missing': { status: 422 },
  'import.column-unknown': { status: 422 },
  'import.column-twice': { status: 422 },
  'import.no-rows': { status: 422 },
  'import.cell-missing': { status: 422 },
  'import.option-unknown': { status: 422 },
  'import.received-unreadable': { status: 422 },
  'import.received-ahead': { status: 422 },
  'import.reference-twice': { status: 422 },
  'import.reference-known': { status: 409 },
  'import.row-refused': { status: 422 },
  'import.in-already': { status: 409 },
  'import.undone-already': { status: 409 },
  'import.drafts-stay': { status: 409 },
} as const;
