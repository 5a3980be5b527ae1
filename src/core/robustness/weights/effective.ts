import { toNumber } from '../../numeric/fraction.ts';
import type { Contest } from './contest.ts';

/** A criterion's declared share of the weight, and its share of what makes the scores differ. */
export type EffectiveWeight = { readonly criterion: string; readonly nominal: number; readonly effective: number };

/**
 * w·cov(x, composite)/var(composite) over the entries: the shares sum to 1, and a criterion on which all entries are alike has none,
 * whatever its weight. Null where all composites are equal.
 */
export function effectiveWeights({ criteria, entries }: Contest): readonly EffectiveWeight[] | null {
  const shares = criteria.map(({ share }) => toNumber(share));
  const scores = entries.map(({ by }) => by.map(toNumber));
  const composites = scores.map((by) => by.reduce((sum, score, c) => sum + (shares[c] ?? 0) * score, 0));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = mean(composites);
  const variance = mean(composites.map((value) => (value - centre) * (value - centre)));
  if (!(variance > 1e-18 * centre * centre) || variance === 0) return null;
  return criteria.map(({ id }, c) => {
    const middle = mean(scores.map((by) => by[c] ?? 0));
    const shared = mean(scores.map((by, i) => ((by[c] ?? 0) - middle) * ((composites[i] ?? 0) - centre)));
    return { criterion: id, nominal: shares[c] ?? 0, effective: ((shares[c] ?? 0) * shared) / variance };
  });
}
