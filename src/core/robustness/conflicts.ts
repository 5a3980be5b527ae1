import type { Fit } from '../calibration/fit.ts';
import { correctedOrder, isOnePool, refitOrders } from './corrected-order.ts';
import { sameEntries } from './order.ts';
import { notTested, type Outcome } from './outcome.ts';
import { type Counted, recounter } from './recount.ts';

/** `ballots`: how many have judge and entry of one group; `winners`: who would be first without them. */
export type Conflicts = { readonly ballots: number; readonly changes: boolean; readonly winners: readonly string[] };

/** Ballots of the category on entries of the judge's own group. */
function conflicted({ table, scores }: Counted): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { entry, ballots } of scores.entries) {
    const group = table.entries[entry]?.group ?? null;
    if (group === null) continue;
    for (const ballot of ballots) if (table.judges[table.ballotJudge[ballot] ?? -1]?.group === group) found.add(ballot);
  }
  return found;
}

/**
 * Each category without the ballots of judges on entries of their own group, taken away from all categories at once, by the score that is
 * official there.
 */
export function withoutConflicts(
  categories: readonly Counted[],
  fit: Fit,
  official: readonly ('raw' | 'corrected')[],
): readonly Outcome<Conflicts>[] {
  const conflicts = categories.map(conflicted);
  const all = new Set(conflicts.flatMap((own) => [...own]));
  const refitted = official.includes('corrected') && all.size > 0 ? refitOrders(categories, fit)([...all]) : [];
  return categories.map((counted, i): Outcome<Conflicts> => {
    const { entries, judges } = counted.table;
    if (!judges.some(({ group }) => group !== null) || !entries.some(({ group }) => group !== null)) return notTested('no-groups');
    const gone = conflicts[i] ?? new Set();
    const byCorrected = official[i] === 'corrected';
    if (byCorrected && !isOnePool(counted, fit)) return notTested('several-pools');
    const recount = recounter(counted);
    const full = byCorrected ? correctedOrder(counted, fit) : recount(new Set());
    const without = byCorrected ? (refitted[i] ?? full) : recount(gone);
    if (full.first.length === 0) return notTested('nobody-ranked');
    const winners = without.first.map((entry) => entries[entry]?.name ?? '');
    return { tested: true, ballots: gone.size, changes: !sameEntries(full.first, without.first), winners };
  });
}
