/** Refusals of computing, publishing and withdrawing results. */
export const resultsProblems = {
  'results.recount-differs': { status: 500 },
  'results.figure-not-a-number': { status: 422 },
  'results.figure-not-whole': { status: 422 },
  'results.figure-beyond': { status: 422 },
  'results.figures-none': { status: 422 },
  'results.no-tally': { status: 409 },
  'results.tally-out-of-date': { status: 409 },
  'results.level-open': { status: 409 },
  'results.division-open': { status: 409 },
  'results.gate-closed': { status: 409 },
  'results.already-published': { status: 409 },
  'results.announcement-in-the-past': { status: 422 },
  'results.nothing-to-withdraw': { status: 409 },
  'results.already-announced': { status: 409 },
} as const;
