/** Refusals about the machinery. */
export const systemProblems = {
  'system.job-not-waiting': { status: 409 },
} as const;
