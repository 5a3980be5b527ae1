/** Refusals about screening. */
export const screeningProblems = {
  'screening.judging-over': { status: 409 },
  'screening.looked-already': { status: 409 },
  'screening.mend-by-too-late': { status: 422 },
  'screening.mended-meanwhile': { status: 409 },
  'screening.no-verdict': { status: 409 },
  'screening.none-to-send': { status: 409 },
  'screening.none-waiting': { status: 409 },
  'screening.not-waiting': { status: 409 },
  'screening.not-returned': { status: 409 },
  'screening.nothing-to-undo': { status: 409 },
  'screening.read-otherwise': { status: 409 },
  'screening.over': { status: 409 },
  'screening.same-person': { status: 409 },
  'screening.verdict-sent': { status: 409 },
  'screening.verdict-stands': { status: 409 },
} as const;
