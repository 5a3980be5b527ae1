/** Refusals of dealing seats and of ballots. */
export const judgingProblems = {
  'judging.entries-still-open': { status: 409 },
  'judging.no-entries': { status: 409 },
  'judging.no-judges': { status: 409 },
  'judging.plan-changed': { status: 409 },
  'judging.closed': { status: 409 },
  'judging.entry-has-seats': { status: 409 },
  'judging.entry-is-read': { status: 409 },
  'judging.results-decided': { status: 409 },
  'judging.marks-missing': { status: 422 },
  'judging.mark-missing': { status: 422 },
  'judging.mark-between-steps': { status: 422 },
  'judging.must-apply': { status: 422 },
  'judging.comments-missing': { status: 422 },
  'judging.comment-missing': { status: 422 },
  'judging.ballot-submitted': { status: 409 },
  'judging.ballot-not-submitted': { status: 409 },
} as const;
