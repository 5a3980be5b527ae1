/** Refusals any room may give. */
export const generalProblems = {
  /** Missing and forbidden are one answer, so that nobody can probe for what exists. */
  /** Not forbidden: it is in the way that somebody stands in, and that can be ended. */
  'general.not-standing-in': { status: 409 },
  'general.not-found': { status: 404 },
  'general.sign-in-needed': { status: 401 },
  /** A grave act, and too long since whoever sits there proved who they are. The form comes back and asks. */
  'general.proof-needed': { status: 403 },
  'general.invalid-input': { status: 422 },
  'general.stale-version': { status: 409 },
  'general.key-missing': { status: 422 },
  'general.key-reused': { status: 422 },
  'general.unknown-outcome': { status: 503 },
  'general.busy': { status: 503 },
  /** More is asked than can be answered in time, and this can be asked again. */
  'general.overloaded': { status: 503 },
  'general.too-large': { status: 413 },
  'general.foreign-origin': { status: 403 },
  'general.bug': { status: 500 },
  'field.required': { status: 422 },
  'field.too-long': { status: 422 },
  'field.too-short': { status: 422 },
  'field.not-email': { status: 422 },
  'field.not-one-of': { status: 422 },
  'field.not-number': { status: 422 },
  'field.not-whole': { status: 422 },
  'field.out-of-range': { status: 422 },
  'field.invalid': { status: 422 },
  /** Stands beside `general.stale-version` at each field in which what was saved and what was sent differ. */
  'field.changed-meanwhile': { status: 409 },
} as const;
