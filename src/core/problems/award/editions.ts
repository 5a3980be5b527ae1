/** Refusals about what an edition is made of: its categories, texts and how they refer to each other. */
export const editionsProblems = {
  'editions.category-code-twice': { status: 422 },
  'editions.category-in-nothing': { status: 422 },
  'editions.category-ring': { status: 422 },
  'editions.category-too-deep': { status: 422 },
  'editions.category-label-too-long': { status: 422 },
  'editions.category-in-use': { status: 409 },
  'editions.criterion-in-use': { status: 409 },
  'editions.panel-larger-than-judges': { status: 422 },
  'editions.names-nothing': { status: 422 },
  'editions.key-twice': { status: 422 },
  'editions.unknown-key': { status: 422 },
  'editions.not-a-web-address': { status: 422 },
  'editions.locked': { status: 409 },
  'editions.not-locked': { status: 409 },
  'editions.nothing-changed': { status: 409 },
} as const;
