/** Refusals of the API: what a request lacks before anything is looked up. */
export const apiProblems = {
  'api.key-needed': { status: 401 },
  'api.key-refused': { status: 401 },
  'api.scope-missing': { status: 403 },
  /** Whoever made the key has terms to agree to or a factor to set up; until then they may do nothing, and so may the key. */
  'api.person-waits': { status: 403 },
  'api.idempotency-key-missing': { status: 400 },
  'api.not-json': { status: 400 },
  'api.if-match-wrong': { status: 400 },
  'api.method-not-allowed': { status: 405 },
  'api.not-acceptable': { status: 406 },
  'api.changed-meanwhile': { status: 412 },
  'api.not-json-type': { status: 415 },
  'api.if-match-missing': { status: 428 },
  'api.too-many-requests': { status: 429 },
} as const;
