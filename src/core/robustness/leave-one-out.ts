import type { Fit } from '../calibration/fit.ts';
import { correctedOrder, isOnePool, refitCost, refitOrders } from './corrected-order.ts';
import { type Order, sameEntries } from './order.ts';
import { notTested, type Outcome } from './outcome.ts';
import { type Counted, recounter } from './recount.ts';

/** What would be otherwise without one judge. */
export type WithoutJudge = {
  readonly judge: string;
  readonly winners: readonly string[];
  /** Entries that would go through only without this judge, and only with. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
};

/** `judges`: how many were left out, one at a time; `kept`: without how many of them the winners stay; `changes`: the others, and those without whom other entries go through. */
export type LeaveOneOut = { readonly judges: number; readonly kept: number; readonly changes: readonly WithoutJudge[] };

/** Work beyond which a test is left out, in products and sums: a few seconds. */
export const mostWork = 1e9;

/** Ballots each judge has in a category, of those that take part. */
function ballotsByJudge({ table, scores }: Counted): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { ballots } of scores.entries) {
    for (const ballot of ballots) {
      const judge = table.ballotJudge[ballot] ?? -1;
      const own = found.get(judge);
      if (own) own.push(ballot);
      else found.set(judge, [ballot]);
    }
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

function changesOf({ table }: Counted, full: Order, orders: readonly (readonly [judge: number, order: Order])[]): LeaveOneOut {
  const name = (entry: number) => table.entries[entry]?.name ?? '';
  const changes = orders.flatMap(([judge, order]): WithoutJudge[] => {
    if (sameEntries(full.first, order.first) && sameEntries(full.through, order.through)) return [];
    return [
      {
        judge: table.judges[judge]?.name ?? '',
        winners: order.first.map(name),
        gained: order.through.filter((entry) => !full.through.includes(entry)).map(name),
        lost: full.through.filter((entry) => !order.through.includes(entry)).map(name),
      },
    ];
  });
  return { judges: orders.length, kept: orders.filter(([, order]) => sameEntries(full.first, order.first)).length, changes };
}

/** Each judge of a category left out in turn, by the declared aggregation. */
export function leaveOneOut(counted: Counted): Outcome<LeaveOneOut> {
  const byJudge = ballotsByJudge(counted);
  const recount = recounter(counted);
  const full = recount([]);
  if (full.first.length === 0) return notTested('nobody-ranked');
  const ballots = [...byJudge.values()].reduce((sum, own) => sum + own.length, 0);
  if (counted.rules.aggregation.kind !== 'mean' && byJudge.size * ballots > mostWork / 2_000) return notTested('too-large');
  return {
    tested: true,
    ...changesOf(
      counted,
      full,
      [...byJudge].map(([judge, own]) => [judge, recount(own)] as const),
    ),
  };
}

/** The same by corrected scores, for all categories at once, since a judge’s ballots in one tell how severe the judge is in another. */
export function leaveOneOutCorrected(categories: readonly Counted[], fit: Fit): readonly Outcome<LeaveOneOut>[] {
  const [first] = categories;
  if (!first) return [];
  const judges = [...new Set(first.table.ballotJudge)].sort((a, b) => a - b);
  const tooLarge = judges.length * refitCost(first, fit) > mostWork;
  const orders = refitOrders(categories, fit);
  const own = tooLarge ? [] : categories.map(ballotsByJudge);
  const without: (readonly (readonly [judge: number, Order | null])[])[] = categories.map(() => []);
  if (!tooLarge && categories.some(({ scores: { category } }) => fit.categories[category]?.method !== 'raw')) {
    for (const judge of judges) {
      const gone = own.flatMap((byJudge) => byJudge.get(judge) ?? []);
      orders(gone).forEach((order, i) => {
        if (own[i]?.has(judge)) without[i] = [...(without[i] ?? []), [judge, order]];
      });
    }
  }
  return categories.map((counted, i): Outcome<LeaveOneOut> => {
    if (fit.categories[counted.scores.category]?.method === 'raw') return notTested('scores-raw');
    if (!isOnePool(counted, fit)) return notTested('several-pools');
    if (tooLarge) return notTested('too-large');
    const full = correctedOrder(counted, fit);
    if (full.first.length === 0) return notTested('nobody-ranked');
    const refitted = (without[i] ?? []).flatMap(([judge, order]) => (order ? [[judge, order] as const] : []));
    return { tested: true, ...changesOf(counted, full, refitted) };
  });
}
