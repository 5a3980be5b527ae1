/** Refusals of scorecards: what entries are judged by. */
export const scorecardsProblems = {
  'scorecards.weight-missing': { status: 422 },
  'scorecards.weight-not-valid': { status: 422 },
  'scorecards.anchor-off-scale': { status: 422 },
  'scorecards.anchor-twice': { status: 422 },
  'scorecards.breakpoints-turn': { status: 422 },
  'scorecards.rate-not-positive': { status: 422 },
  'scorecards.group-twice': { status: 422 },
  'scorecards.unknown-group': { status: 422 },
  'scorecards.nothing-to-mark': { status: 422 },
} as const;

/** Refusals of award rules, and of counting by them what scorecards ask. */
export const awardProblems = {
  'award.level-twice': { status: 422 },
  'award.level-never-reached': { status: 422 },
  'award.vote-worth-nothing': { status: 422 },
  'award.unknown-scorecard': { status: 422 },
  'award.criterion-differs': { status: 422 },
  'award.not-applicable-mixed': { status: 422 },
  'award.counts-several': { status: 422 },
  'award.metric-beside-rounds': { status: 422 },
} as const;
