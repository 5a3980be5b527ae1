/** Scales judges are usually given, narrowest first. */
const usual = [
  { min: 1, max: 5 },
  { min: 0, max: 5 },
  { min: 1, max: 10 },
  { min: 0, max: 10 },
  { min: 0, max: 100 },
] as const;

/**
 * The narrowest usual scale that holds all marks (whole numbers; at least one), else the span of the marks themselves. A guess can
 * refuse nothing and must be said to be one. The scale changes no rank: it only tells a slip of the pen from a mark.
 */
export function guessScale(marks: Iterable<number>): { readonly min: number; readonly max: number } {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const mark of marks) {
    lowest = Math.min(lowest, mark);
    highest = Math.max(highest, mark);
  }
  return usual.find(({ min, max }) => min <= lowest && highest <= max) ?? { min: lowest, max: Math.max(highest, lowest + 1) };
}
