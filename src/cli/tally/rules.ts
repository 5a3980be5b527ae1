import type { Refusal, Result } from '#core/problems/refusal.ts';
import type { Mark } from '#core/scoring/ballots.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import { guessScale } from '#core/scoring/scale.ts';
import type { Settings } from './options.ts';

/** The criteria of a tally, and which of their parts were guessed rather than given. */
export type Rules = {
  readonly criteria: readonly Criterion[];
  readonly scale: { readonly min: number; readonly max: number };
  readonly minimumPanel: number;
  readonly weightsGiven: boolean;
  readonly scaleGiven: boolean;
};

function misnamed(weights: ReadonlyMap<string, number>, found: ReadonlyMap<string, ReadonlySet<string>>): Refusal[] {
  const names = [...found.keys()].sort().join(', ');
  const extra = [...weights.keys()].filter((criterion) => !found.has(criterion));
  const missing = [...found.keys()].filter((criterion) => !weights.has(criterion));
  return [
    ...extra.map((criterion): Refusal => ({ code: 'tally.weight-without-marks', facts: { criterion, found: names } })),
    ...missing.map((criterion): Refusal => ({ code: 'tally.criterion-without-weight', facts: { criterion } })),
  ];
}

/**
 * Criteria are those the marks name: in the order of --weights, else by name and with equal weights. A criterion without a single row
 * in a category does not apply there; one with rows, even empty ones, does. Without --scale the scale is guessed from all marks.
 */
export function rulesFrom(marks: readonly Mark[], { weights, scale: given, minimumPanel }: Settings): Result<Rules> {
  const found = new Map<string, Set<string>>();
  for (const { criterion, category } of marks) {
    const categories = found.get(criterion);
    if (categories) categories.add(category);
    else found.set(criterion, new Set([category]));
  }
  const refusals = weights ? misnamed(weights, found) : [];
  if (refusals.length > 0) return { ok: false, refusals };
  const scale = given ?? guessScale(marks.flatMap(({ mark }) => (mark === null ? [] : [mark])));
  const order = weights ? [...weights.keys()] : [...found.keys()].sort();
  const criteria = order.map((id) => ({ id, weight: weights?.get(id) ?? 1, scale, categories: [...(found.get(id) ?? [])].sort() }));
  return { ok: true, value: { criteria, scale, minimumPanel, weightsGiven: weights !== undefined, scaleGiven: given !== undefined } };
}
