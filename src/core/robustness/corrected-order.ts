import type { Fit } from '../calibration/fit.ts';
import { ballotStatus } from '../scoring/ballot-status.ts';
import { fitInputOf } from '../verdict/fit-input.ts';
import { type Order, orderOf } from './order.ts';
import type { Counted } from './recount.ts';
import { refitter } from './refit.ts';
import { withoutBallots } from './without-ballots.ts';

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
  return orderAmong(comparable(counted, fit), corrected, counted);
}

function orderAmong(field: readonly number[], corrected: Float64Array, { rules: { seats } }: Counted): Order {
  const scored = field.map((entry) => ({ entry, score: corrected[entry] ?? Number.NaN }));
  return orderOf(
    scored.filter(({ score }) => !Number.isNaN(score)),
    seats,
    higher,
  );
}

/** Scores without some ballots of the table: from the solution at hand where few go, else fitted again. */
function withoutOrAgain(
  fit: Fit,
  { table, composites, scores: { category } }: Counted,
): ((gone: readonly number[]) => Float64Array) | null {
  const refit = refitter(fit, category);
  if (refit === null) return null;
  const { method, posterior: own } = fit.categories[category] ?? {};
  const posterior = method === 'fixed' ? undefined : fit.posteriors[own ?? -1];
  const { input, ballotOf } = fitInputOf(table, composites);
  const numberOf = new Int32Array(table.ballotEntry.length).fill(-1);
  for (let ballot = 0; ballot < ballotOf.length; ballot += 1) numberOf[ballotOf[ballot] ?? 0] = ballot;
  const without = posterior ? withoutBallots(posterior, input.entry) : null;
  const few = (posterior?.solved.equations.size ?? 0) / 2;
  return (gone) => {
    const numbers = gone.flatMap((ballot) => ((numberOf[ballot] ?? -1) < 0 ? [] : [numberOf[ballot] ?? -1]));
    const scores = without && numbers.length <= few ? without(numbers) : null;
    if (scores) return scores;
    const status = composites.status.slice();
    for (const ballot of gone) status[ballot] = ballotStatus.empty;
    return refit(fitInputOf(table, { y: composites.y, status }).input);
  };
}

/**
 * The order of several categories by their corrected scores without the ballots given, each once: as fitted again with the variances of the
 * full fit. Categories that share a model share the fit. Null for those whose scores are the raw ones.
 */
export function refitOrders(categories: readonly Counted[], fit: Fit): (gone: readonly number[]) => readonly (Order | null)[] {
  const keys = categories.map(({ scores: { category } }) => `${fit.categories[category]?.method} ${fit.categories[category]?.posterior}`);
  const fields = categories.map((counted) => comparable(counted, fit));
  const again = new Map<string, ReturnType<typeof withoutOrAgain>>();
  for (const [i, counted] of categories.entries()) {
    const key = keys[i] ?? '';
    if (!again.has(key)) again.set(key, withoutOrAgain(fit, counted));
  }
  return (gone) => {
    const scores = new Map([...again].map(([key, scored]) => [key, scored?.(gone) ?? null]));
    return categories.map((counted, i) => {
      const corrected = scores.get(keys[i] ?? '');
      return corrected ? orderAmong(fields[i] ?? [], corrected, counted) : null;
    });
  };
}

/** How much work one refit is, in products and sums. */
export function refitCost({ table }: Counted, fit: Fit): number {
  const side = fit.posteriors.reduce((most, { solved }) => Math.max(most, solved.equations.size), 0);
  return (side * side * side) / 3 + 40 * table.ballotEntry.length;
}
