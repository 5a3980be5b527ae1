/** Refusals about entries and the files beside them. */
export const entriesProblems = {
  'entries.not-open-yet': { status: 409 },
  'entries.closed': { status: 409 },
  'entries.late-code-held': { status: 409 },
  'entries.category-retired': { status: 409 },
  'entries.category-full': { status: 409 },
  'entries.own-limit-reached': { status: 409 },
  'entries.already-submitted': { status: 409 },
  'entries.not-editable': { status: 409 },
  'entries.not-eligible': { status: 422 },
  'entries.rule-refuses': { status: 422 },
  'entries.file-too-large': { status: 413 },
  'entries.file-empty': { status: 422 },
  'entries.file-type-refused': { status: 415 },
  'entries.too-many-files': { status: 409 },
  'entries.files-too-large': { status: 409 },
} as const;
