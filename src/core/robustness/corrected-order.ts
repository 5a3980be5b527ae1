import type { Fit } from '../calibration/fit.ts';
import { ballotStatus } from '../scoring/ballot-status.ts';
import { fitInputOf } from '../verdict/fit-input.ts';
import { type Order, orderOf } from './order.ts';
import type { Counted } from './recount.ts';
import { type Refit, refitter } from './refit.ts';

/** Corrected scores are compared as they are shown: at six decimals. */
const higher = (a: number, b: number): number => Math.round(b * 1e6) - Math.round(a * 1e6);

/** Entries of the category that have a place and a corrected score. */
function comparable({ scores }: Counted, fit: Fit): readonly number[] {
  return scores.entries.flatMap(({ entry, status }) => (status === 'ranked' && (fit.pool[entry] ?? -1) >= 0 ? [entry] : []));
}

/** True where all of them may be ranked against each other. */
export function isOnePool(counted: Counted, fit: Fit): boolean {
  return new Set(comparable(counted, fit).map((entry) => fit.pool[entry])).size <= 1;
}

export function correctedOrder(counted: Counted, fit: Fit, corrected: Float64Array = fit.corrected): Order {
  const scored = comparable(counted, fit).flatMap((entry) => {
    const score = corrected[entry] ?? Number.NaN;
    return Number.isNaN(score) ? [] : [{ entry, score }];
  });
  return orderOf(scored, counted.rules.seats, higher);
}

/**
 * The order of several categories by their corrected scores without the ballots given: fitted again with the variances of the full fit.
 * Categories that share a model share the fit. Null for those whose scores are the raw ones.
 */
export function refitOrders(categories: readonly Counted[], fit: Fit): (gone: ReadonlySet<number>) => readonly (Order | null)[] {
  const [first] = categories;
  const keys = categories.map(({ scores: { category } }) => `${fit.categories[category]?.method} ${fit.categories[category]?.posterior}`);
  const refits = new Map<string, Refit | null>(keys.map((key, i) => [key, refitter(fit, categories[i]?.scores.category ?? -1)]));
  return (gone) => {
    if (!first) return [];
    const status = first.composites.status.slice();
    for (const ballot of gone) status[ballot] = ballotStatus.empty;
    const { input } = fitInputOf(first.table, { y: first.composites.y, status });
    const scores = new Map([...refits].map(([key, refit]) => [key, refit?.(input) ?? null]));
    return categories.map((counted, i) => {
      const corrected = scores.get(keys[i] ?? '');
      return corrected ? correctedOrder(counted, fit, corrected) : null;
    });
  };
}

/** How much work one refit is, in products and sums. */
export function refitCost({ table }: Counted, fit: Fit): number {
  const side = fit.posteriors.reduce((most, { solved }) => Math.max(most, solved.equations.size), 0);
  return (side * side * side) / 3 + 40 * table.ballotEntry.length;
}
