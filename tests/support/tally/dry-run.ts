/** Figures of a dry run as its form sends them: small, so that a test is quick. */
export const someFigures = {
  entries: 3,
  judges: 4,
  typical: 65,
  spread: 15,
  severity: 10,
  noise: 10,
  missing: 0,
  minutes: '',
  commentMinutes: '',
  seasons: 1,
  seed: 'oak',
} as const;
