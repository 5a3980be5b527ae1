import type { Fit } from '../calibration/fit.ts';
import { takesPart } from '../scoring/ballot-status.ts';
import { correctedOrder, refitOrders } from './corrected-order.ts';
import { type Order, sameEntries } from './order.ts';
import { notTested, type Outcome } from './outcome.ts';
import { type Counted, recounter } from './recount.ts';

/** `ballots`: how many have judge and entry of one group; `winners`: who would be first without them. */
export type Conflicts = { readonly ballots: number; readonly changes: boolean; readonly winners: readonly string[] };

/** Ballots of the category on entries of the judge's own group. */
function conflicted({ table, composites, scores }: Counted): ReadonlySet<number> {
  const found = new Set<number>();
  table.ballotEntry.forEach((entry, ballot) => {
    const { category, group = null } = table.entries[entry] ?? {};
    if (category !== scores.category || group === null || !takesPart(composites.status[ballot])) return;
    if (table.judges[table.ballotJudge[ballot] ?? -1]?.group === group) found.add(ballot);
  });
  return found;
}

/** The category without the ballots of judges on entries of their own group, by the score that is official there. */
export function withoutConflicts(counted: Counted, fit: Fit, official: 'raw' | 'corrected'): Outcome<Conflicts> {
  const { table } = counted;
  if (!table.judges.some(({ group }) => group !== null) || !table.entries.some(({ group }) => group !== null))
    return notTested('no-groups');
  const gone = conflicted(counted);
  const [full, without] = official === 'corrected' ? byCorrected(counted, fit, gone) : byCount(counted, gone);
  if (!full || !without || full.first.length === 0) return notTested('nobody-ranked');
  const winners = without.first.map((entry) => table.entries[entry]?.name ?? '');
  return { tested: true, ballots: gone.size, changes: !sameEntries(full.first, without.first), winners };
}

function byCount(counted: Counted, gone: ReadonlySet<number>): readonly Order[] {
  const recount = recounter(counted);
  return [recount(new Set()), recount(gone)];
}

function byCorrected(counted: Counted, fit: Fit, gone: ReadonlySet<number>): readonly (Order | null | undefined)[] {
  return [correctedOrder(counted, fit), refitOrders([counted], fit)(gone)[0]];
}
