/** Refusals about programmes, their editions and the roles in them. */
export const programmesProblems = {
  'programmes.not-a-time-zone': { status: 422 },
  'programmes.no-category': { status: 409 },
  'programmes.no-criterion': { status: 409 },
  'programmes.not-ready': { status: 409 },
  'programmes.already-published': { status: 409 },
  'programmes.category-code-taken': { status: 409 },
  'programmes.categories-settled': { status: 409 },
  'programmes.entry-dates-settled': { status: 409 },
  'programmes.dates-settled': { status: 409 },
  'programmes.judging-would-be-over': { status: 409 },
  'programmes.entries-not-open': { status: 409 },
  'programmes.judging-not-open': { status: 409 },
  'programmes.panel-larger-than-seats': { status: 422 },
  'programmes.role-held': { status: 409 },
  'programmes.role-not-held': { status: 409 },
  'programmes.invitation-not-open': { status: 409 },
} as const;
