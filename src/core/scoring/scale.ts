import type { Criterion } from './criteria.ts';

/** The lowest and the highest mark, whole numbers, both allowed; `step`: how far marks lie apart where that is less than 1 (0.5: halves). */
export type Scale = { readonly min: number; readonly max: number; readonly step?: number };

/** A mark has at most so many steps: thousandths. */
const finest = 1000;

/** True for 1, 0.5, 0.25, 0.2, 0.1 and their like: a whole number of steps makes a mark, so that every sum of steps is exact. */
export function isStep(step: number): boolean {
  const steps = Math.round(1 / step);
  return steps >= 1 && steps <= finest && Math.abs(1 / step - steps) < 1e-9;
}

/** How far marks lie apart. */
export const stepOf = ({ step = 1 }: Pick<Scale, 'step'>): number => step;

/** Steps in a mark of 1. Marks are kept as whole numbers of steps. */
export const stepsOf = ({ step = 1 }: Pick<Scale, 'step'>): number => Math.round(1 / step);

/** The ends of a scale in steps. */
export function inSteps(scale: Scale): { readonly min: number; readonly max: number } {
  const steps = stepsOf(scale);
  return { min: scale.min * steps, max: scale.max * steps };
}

/** A mark kept in steps as judges gave it: 15 halves are 7.5. */
export const shownMark = (mark: number, scale: Pick<Scale, 'step'>): number => mark / stepsOf(scale);

/** A mark as judges give it in steps; undefined where it lies between two. */
export function stepsIn(mark: number, scale: Pick<Scale, 'step'>): number | undefined {
  const steps = Math.round(mark * stepsOf(scale));
  return shownMark(steps, scale) === mark ? steps : undefined;
}

/**
 * Scales judges are usually given, narrowest first. Marks of 1–3, 1–4 or 1–6 lie within these, so that a guess of a longer scale is never
 * wrong about a mark; a longer list would only take a scale for too short by accident.
 */
const usual: readonly Scale[] = [
  { min: 1, max: 5 },
  { min: 0, max: 5 },
  { min: 1, max: 10 },
  { min: 0, max: 10 },
  { min: 0, max: 20 },
  { min: 0, max: 100 },
];

/** The narrowest usual scale that holds these marks, in the judges' own units; undefined where none does. */
export function usualScale(lowest: number, highest: number): Scale | undefined {
  return usual.find(({ min, max }) => min <= lowest && highest <= max);
}

/** Tops of usual scales, lowest first. */
export const usualTops: readonly number[] = [...new Set(usual.map(({ max }) => max))];

/** Criteria by their names, with the scale they are kept on. */
export const scaleOf = (criteria: readonly Criterion[], column: number): Scale => criteria[column]?.scale ?? { min: 0, max: 1 };
