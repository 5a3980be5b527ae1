/** Refusals about what is looked at or kept beside an entry: things that come by post, and web addresses. */
export const itemsProblems = {
  'entries.number-unknown': { status: 422 },
  'entries.item-in-future': { status: 422 },
  'entries.too-many-items': { status: 409 },
  'entries.item-gone': { status: 409 },
  'entries.item-here': { status: 409 },
  'entries.links-asked-lately': { status: 409 },
} as const;
