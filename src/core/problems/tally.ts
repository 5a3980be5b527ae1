/** Refusals of how a tally was asked for, before any mark is counted. */
export const tallyProblems = {
  'tally.weights-not-readable': { status: 422 },
  'tally.weight-without-marks': { status: 422 },
  'tally.criterion-without-weight': { status: 422 },
  'tally.scale-not-readable': { status: 422 },
  'tally.min-judges-not-readable': { status: 422 },
  'tally.no-marks': { status: 422 },
  'tally.too-many-marks': { status: 413 },
  'tally.time-not-readable': { status: 422 },
  'tally.mixed-scales': { status: 422 },
  'tally.option-beside-rules': { status: 422 },
  'tally.override-without-ballot': { status: 422 },
  'tally.override-without-name': { status: 422 },
  'tally.result-not-readable': { status: 422 },
  'tally.file-not-writable': { status: 422 },
  'tally.same-file-twice': { status: 422 },
} as const;

/** Refusals of rules written as YAML; each names the file, the line and the column. */
export const rulesProblems = {
  'yaml.too-long': { status: 413 },
  'yaml.not-readable': { status: 422 },
  'rules.unknown-key': { status: 422 },
  'rules.missing': { status: 422 },
  'rules.not-valid': { status: 422 },
  'rules.unknown-preset': { status: 422 },
  'rules.weights-not-hundred': { status: 422 },
} as const;
