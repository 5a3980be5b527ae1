/** What holds a result back at the publish gate. */
export const rankingProblems = {
  'ranking.judging-still-open': { status: 409 },
  'ranking.ballot-missing': { status: 409 },
  'ranking.panel-too-small': { status: 409 },
  'ranking.category-undecided': { status: 409 },
  'ranking.nothing-to-publish': { status: 409 },
  'ranking.level-not-readable': { status: 422 },
  'ranking.level-needs-score': { status: 422 },
  'ranking.corrected-needs-mean': { status: 422 },
} as const;
