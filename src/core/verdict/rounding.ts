/** Declared rounding of what a model says: six decimals, half up; null where nothing can be said. −0 is 0. */
export function six(value: number | undefined): number | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  return Math.round(value * 1e6) / 1e6 + 0;
}
