/** Refusals of the tally: criteria that cannot be counted, marks that break the rules. */
export const scoringProblems = {
  'scoring.no-criteria': { status: 422 },
  'scoring.criterion-twice': { status: 422 },
  'scoring.weight-not-positive': { status: 422 },
  'scoring.scale-not-valid': { status: 422 },
  'scoring.scale-too-long': { status: 422 },
  'scoring.mixed-scales': { status: 422 },
  'scoring.minimum-panel-not-valid': { status: 422 },
  'scoring.entry-twice': { status: 422 },
  'scoring.unknown-entry': { status: 422 },
  'scoring.unknown-criterion': { status: 422 },
  'scoring.mark-not-whole': { status: 422 },
  'scoring.mark-outside-scale': { status: 422 },
  'scoring.mark-twice': { status: 422 },
  'scoring.entry-group-differs': { status: 422 },
  'scoring.judge-group-differs': { status: 422 },
  'scoring.more-refused': { status: 422 },
} as const;
