/** Refusals of how a tally was asked for, before any mark is counted. */
export const tallyProblems = {
  'tally.weights-not-readable': { status: 422 },
  'tally.weight-without-marks': { status: 422 },
  'tally.criterion-without-weight': { status: 422 },
  'tally.scale-not-readable': { status: 422 },
  'tally.min-judges-not-readable': { status: 422 },
  'tally.no-marks': { status: 422 },
} as const;
