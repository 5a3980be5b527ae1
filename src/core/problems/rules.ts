/** Refusals of rules written as YAML; each names the file, the line and the column. */
export const rulesProblems = {
  'yaml.too-long': { status: 413 },
  'yaml.not-readable': { status: 422 },
  'rules.unknown-key': { status: 422 },
  'rules.missing': { status: 422 },
  'rules.not-valid': { status: 422 },
  'rules.weights-not-hundred': { status: 422 },
} as const;
