/** Refusals about the content of files, whoever sends one. */
export const filesProblems = {
  'files.no-room': { status: 503 },
  'files.store-away': { status: 503 },
  'files.store-wrong': { status: 503 },
} as const;
