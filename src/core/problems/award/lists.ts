/** Refusals about lists and what somebody keeps of them. */
export const listsProblems = {
  'lists.too-many-rows': { status: 422 },
  'lists.may-not-share': { status: 403 },
} as const;
