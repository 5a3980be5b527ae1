import { type Fraction, fraction } from '../numeric/fraction.ts';
import type { Scorecard, Weighed } from './shape.ts';

export const weighed = ({ criteria }: Pick<Scorecard, 'criteria'>): readonly Weighed[] =>
  criteria.filter((criterion) => criterion.kind === 'judged' || criterion.kind === 'metric');

/** Whether marks are points that are added up: no criterion has a weight of its own. */
export const countsPoints = (scorecard: Scorecard): boolean => weighed(scorecard).every(({ weight }) => weight === undefined);

/** The weight a criterion counts with: its own, or the length of its scale where points are added up. */
export const weightOf = ({ weight, scale }: Weighed): number => weight ?? scale.max - scale.min;

/** The most points there are, where marks are points: 1,000 on a card of 1,000. Undefined where weights decide. */
export function pointsOf(scorecard: Scorecard): number | undefined {
  return countsPoints(scorecard) ? weighed(scorecard).reduce((sum, { scale }) => sum + scale.max, 0) : undefined;
}

export type EffectiveWeight = {
  readonly key: string;
  readonly group: string | null;
  readonly weight: number;
  /** Per cent of the score, exactly. */
  readonly percent: Fraction;
};

/**
 * What each criterion counts for in the score, in per cent: weight / Σ weights, exactly, so that they add up to 100. Marks on different
 * scales are brought onto one before they are weighed. Good for a scorecard without problems.
 */
export function effectiveWeights(scorecard: Scorecard): readonly EffectiveWeight[] {
  const all = weighed(scorecard);
  const sum = all.reduce((total, criterion) => total + BigInt(weightOf(criterion)), 0n);
  return all.map((criterion) => {
    const weight = weightOf(criterion);
    return { key: criterion.key, group: criterion.group ?? null, weight, percent: fraction(100n * BigInt(weight), sum) };
  });
}
