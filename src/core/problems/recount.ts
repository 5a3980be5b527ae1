/** Refusals of a recount before anything is recounted; what differs in a bundle is no refusal but its finding. */
export const recountProblems = {
  'recount.no-bundle': { status: 422 },
  'recount.unreadable': { status: 422 },
  'recount.not-a-bundle': { status: 422 },
  'recount.too-large': { status: 413 },
  'recount.no-such-ballot': { status: 404 },
  'recount.key-not-readable': { status: 422 },
  'recount.signing-key-not-readable': { status: 422 },
  'recount.origin-not-a-name': { status: 422 },
} as const;
