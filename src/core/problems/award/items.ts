/** Refusals about things that come by post for an entry. */
export const itemsProblems = {
  'entries.number-unknown': { status: 422 },
  'entries.item-in-future': { status: 422 },
  'entries.too-many-items': { status: 409 },
  'entries.item-gone': { status: 409 },
  'entries.item-here': { status: 409 },
} as const;
