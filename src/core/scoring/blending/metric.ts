import { add, compare, type Fraction, fraction, fromDecimal, multiply, subtract } from '../../numeric/fraction.ts';
import type { Refusal } from '../../problems/refusal.ts';
import type { Breakpoints } from '../../verdict/rules.ts';

type Point = { readonly value: Fraction; readonly mark: Fraction };

const pointsOf = ({ points }: Breakpoints): readonly Point[] =>
  points.flatMap(({ value, mark }) => {
    const read = fromDecimal(value);
    return read && Number.isSafeInteger(mark) ? [{ value: read, mark: fraction(mark) }] : [];
  });

/** What is wrong with breakpoints: fewer than two, a value or mark nobody can read, values that do not rise. */
export function breakpointRefusals(breakpoints: Breakpoints): readonly Refusal[] {
  const { criterion } = breakpoints;
  const points = pointsOf(breakpoints);
  if (points.length < breakpoints.points.length || points.length < 2)
    return [{ code: 'scoring.breakpoints-not-valid', facts: { criterion } }];
  const rising = points.every(({ value }, i) => compare(value, points[i - 1]?.value ?? add(value, fraction(-1))) > 0);
  return rising ? [] : [{ code: 'scoring.breakpoints-not-valid', facts: { criterion } }];
}

/**
 * The mark an objective metric is worth, by breakpoints declared beforehand: exact at each, on the straight line between two, the first
 * or last mark beyond the ends. Never by the lowest and highest of this year's field: then a weak rival would raise everybody's mark.
 * Marks may fall where less is better (resolution time).
 */
export function markOfMetric(breakpoints: Breakpoints, value: Fraction): Fraction {
  const points = pointsOf(breakpoints);
  const after = points.findIndex((point) => compare(point.value, value) >= 0);
  const [low, high] = [points[after - 1], points[after]];
  if (!high) return points.at(-1)?.mark ?? fraction(0);
  if (!low) return high.mark;
  const [run, rise] = [subtract(high.value, low.value), subtract(high.mark, low.mark)];
  const way = multiply(subtract(value, low.value), fraction(run.d, run.n));
  return add(low.mark, multiply(way, rise));
}
