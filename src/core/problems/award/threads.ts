/** Refusals about what an entrant and an organiser say to each other. */
export const threadsProblems = {
  'entries.too-many-messages': { status: 429 },
  'entries.thread-went-on': { status: 409 },
  'entries.nothing-to-settle': { status: 409 },
  'entries.nothing-to-read': { status: 409 },
} as const;
