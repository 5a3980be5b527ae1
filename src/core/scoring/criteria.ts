import type { Refusal } from '../problems/refusal.ts';

/**
 * What judges mark. `weight` is a positive whole number in any ratio to the others: a criterion counts weight/Σweights exactly.
 * `scale` holds the lowest and highest whole mark, both allowed. `categories`: where it applies; everywhere when left out.
 */
export type Criterion = {
  readonly id: string;
  readonly weight: number;
  readonly scale: { readonly min: number; readonly max: number };
  readonly categories?: readonly string[];
};

export function criteriaIn(criteria: readonly Criterion[], category: string): readonly Criterion[] {
  return criteria.filter((criterion) => criterion.categories?.includes(category) ?? true);
}

/**
 * What makes criteria uncountable; none for good ones. Weights and scales must be whole (exact sums), ids once, and all on one
 * scale: a weighted mean of 1–5 beside 0–100 would let the longer scale decide, whatever the weights say.
 */
export function criteriaRefusals(criteria: readonly Criterion[]): readonly Refusal[] {
  const [first] = criteria;
  if (!first) return [{ code: 'scoring.no-criteria', facts: { category: null } }];
  return criteria.flatMap((criterion, i) => refusalsOf(criterion, first, criteria.slice(0, i)));
}

function refusalsOf(criterion: Criterion, first: Criterion, before: readonly Criterion[]): Refusal[] {
  const { id, weight, scale } = criterion;
  const found: Refusal[] = [];
  if (before.some((other) => other.id === id)) found.push({ code: 'scoring.criterion-twice', facts: { criterion: id } });
  if (!Number.isSafeInteger(weight) || weight <= 0) {
    found.push({ code: 'scoring.weight-not-positive', facts: { criterion: id, weight } });
  }
  if (!Number.isSafeInteger(scale.min) || !Number.isSafeInteger(scale.max) || scale.min >= scale.max) {
    found.push({ code: 'scoring.scale-not-valid', facts: { criterion: id, min: scale.min, max: scale.max } });
  } else if (scale.min !== first.scale.min || scale.max !== first.scale.max) {
    const other = { otherCriterion: first.id, otherMin: first.scale.min, otherMax: first.scale.max };
    found.push({ code: 'scoring.mixed-scales', facts: { criterion: id, min: scale.min, max: scale.max, ...other } });
  }
  return found;
}
