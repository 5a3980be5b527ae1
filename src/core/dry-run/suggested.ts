/**
 * Figures to begin with. Severity and noise lie to the spread of entries as in the simulations the calibration is judged by: entries 1,
 * severity 0.7, a judge's view of an entry 0.6 and of a criterion 0.7. Where entries lie, and the minutes, are examples and said to be.
 */
export const suggested = {
  entries: 12,
  judges: 12,
  typical: 65,
  spread: 15,
  severity: 10,
  noise: 10,
  missing: 5,
  minutes: 30,
  commentMinutes: 2,
  seasons: 10,
} as const;
