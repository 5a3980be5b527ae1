/** Refusals about letters of referees. */
export const lettersProblems = {
  'entries.letter-from-writer': { status: 409 },
  'entries.letter-asked-already': { status: 409 },
  'entries.too-many-letters': { status: 409 },
  'entries.too-many-letter-mails': { status: 429 },
  'entries.letter-reminded-today': { status: 409 },
  'entries.letter-not-waiting': { status: 409 },
  'entries.letters-closed': { status: 409 },
  'entries.letter-entry-out': { status: 409 },
  'entries.letter-link-unknown': { status: 404 },
  'entries.letter-withdrawn': { status: 410 },
} as const;
