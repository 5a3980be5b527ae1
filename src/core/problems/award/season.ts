/** Refusals of an impossible timeline; each stands at the field whose instant has to move. */
export const seasonProblems = {
  'season.not-an-instant': { status: 422 },
  'season.entries-close-before-open': { status: 422 },
  'season.judging-opens-before-entries-close': { status: 422 },
  'season.judging-closes-before-open': { status: 422 },
  'season.announced-before-judging-closes': { status: 422 },
} as const;
