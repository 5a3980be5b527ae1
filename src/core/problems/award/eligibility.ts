/** What is wrong with rules of who may enter, each at the place to mend; the last two are advice, as such rules still answer. */
export const eligibilityProblems = {
  'eligibility.unknown-key': { status: 422 },
  'eligibility.missing': { status: 422 },
  'eligibility.not-valid': { status: 422 },
  'eligibility.unknown-fact': { status: 422 },
  'eligibility.unknown-field': { status: 422 },
  'eligibility.unknown-option': { status: 422 },
  'eligibility.unfit-test': { status: 422 },
  'eligibility.unfit-value': { status: 422 },
  'eligibility.never-holds': { status: 422 },
  'eligibility.always-holds': { status: 422 },
} as const;
