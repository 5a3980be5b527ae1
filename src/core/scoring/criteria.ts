import type { Refusal } from '../problems/refusal.ts';
import { inSteps, isStep, type Scale } from './scale.ts';

/**
 * What judges mark. `weight` is a positive whole number in any ratio to the others: a criterion counts weight/Σweights exactly.
 * `scale` holds the lowest and highest mark as judges give them, both allowed, and the step where marks need not be whole. `categories`: where it applies; everywhere when left out.
 */
export type Criterion = {
  readonly id: string;
  readonly weight: number;
  readonly scale: Scale;
  readonly categories?: readonly string[];
  /** A yes-or-no question instead of a part of the score: its weight counts nothing, and an entry that does not pass is not eligible. */
  readonly gate?: Gate;
  /** What becomes of it where it does not apply to an entry; as the rules say for all where left out. */
  readonly notApplicable?: NotApplicable;
};

/** The others take its weight, for every ballot of the entry, or it counts as the lowest mark. */
export type NotApplicable = 'renormalise' | 'lowest';

/** An entry passes when its judges marked the criterion `from` or more: every one of those who marked it, or more than half of them. */
export type Gate = { readonly from: number; readonly judges: 'every' | 'most' };

/**
 * What makes criteria uncountable; none for good ones. Weights and scales must be whole (exact sums), ids once, and one at least
 * must be no gate. Scales may differ: `composites` brings them onto one.
 */
export function criteriaRefusals(criteria: readonly Criterion[]): readonly Refusal[] {
  if (criteria.every(({ gate }) => gate)) return [{ code: 'scoring.no-criteria', facts: { category: null } }];
  return criteria.flatMap((criterion, i) => refusalsOf(criterion, criteria.slice(0, i)));
}

/** Marks lie in 32 bits, below the codes of what was not scored. */
const longest = 2_000_000_000;

function refusalsOf(criterion: Criterion, before: readonly Criterion[]): Refusal[] {
  const { id, weight, scale } = criterion;
  const found: Refusal[] = [];
  if (before.some((other) => other.id === id)) found.push({ code: 'scoring.criterion-twice', facts: { criterion: id } });
  if (!Number.isSafeInteger(weight) || weight <= 0) {
    found.push({ code: 'scoring.weight-not-positive', facts: { criterion: id, weight } });
  }
  if (scale.step !== undefined && !isStep(scale.step)) {
    found.push({ code: 'scoring.step-not-valid', facts: { criterion: id, step: scale.step } });
  } else if (!Number.isSafeInteger(scale.min) || !Number.isSafeInteger(scale.max) || scale.min >= scale.max) {
    found.push({ code: 'scoring.scale-not-valid', facts: { criterion: id, min: scale.min, max: scale.max } });
  } else if (inSteps(scale).min < -longest || inSteps(scale).max > longest) {
    found.push({ code: 'scoring.scale-too-long', facts: { criterion: id, min: scale.min, max: scale.max, longest } });
  }
  return found;
}

/** The criteria that are not on the scale of the first: for sums that are kept as Σ weight·mark and so need one scale. */
export function mixedScales(criteria: readonly Criterion[]): readonly Refusal[] {
  const [first] = criteria;
  return criteria.flatMap(({ id, scale }): Refusal[] => {
    if (!first || (scale.min === first.scale.min && scale.max === first.scale.max)) return [];
    const other = { otherCriterion: first.id, otherMin: first.scale.min, otherMax: first.scale.max };
    return [{ code: 'scoring.mixed-scales', facts: { criterion: id, min: scale.min, max: scale.max, ...other } }];
  });
}
