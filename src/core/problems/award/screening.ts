/** Refusals about screening. */
export const screeningProblems = {
  'screening.none-waiting': { status: 409 },
  'screening.not-waiting': { status: 409 },
  'screening.nothing-to-undo': { status: 409 },
} as const;
