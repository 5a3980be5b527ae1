/** Refusals of what people ask or say on a public page. */
export const remarksProblems = {
  'remarks.waiting-already': { status: 429 },
  'remarks.too-many': { status: 429 },
} as const;
