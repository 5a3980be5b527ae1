import { aggregate } from '../scoring/aggregate.ts';
import { ballotStatus } from '../scoring/ballot-status.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import type { Composites } from '../scoring/composite.ts';
import type { CategoryScores } from '../scoring/entry-score.ts';
import type { TallyRules } from '../verdict/rules.ts';
import { onlyCategory } from './only-category.ts';
import { type Order, orderOf, type Scored } from './order.ts';

export type Counted = {
  readonly table: BallotTable;
  readonly composites: Composites;
  readonly rules: Pick<TallyRules, 'aggregation' | 'minimumPanel' | 'seats'>;
  readonly scores: CategoryScores;
};

/** The order of a category by the declared aggregation without the ballots given. */
export type Recount = (gone: ReadonlySet<number>) => Order;

/**
 * Recounts one category exactly. Only entries that have a place in the full tally take part, and the minimum panel is one lower, for
 * the question is what would have been without these ballots and not whether the panel would have been refilled.
 */
export function recounter(counted: Counted): Recount {
  return counted.rules.aggregation.kind === 'mean' ? recountMeans(counted) : recountAny(counted);
}

type Mean = { readonly sum: bigint; readonly ballots: bigint };

const higherMean = (a: Mean, b: Mean): number =>
  Number(b.sum * a.ballots - a.sum * b.ballots > 0n) - Number(b.sum * a.ballots - a.sum * b.ballots < 0n);

/** Means need only the entries that lost a ballot and the leaders among the others. */
function recountMeans({ table, composites, rules: { seats }, scores }: Counted): Recount {
  const full = scores.entries
    .filter(({ status }) => status === 'ranked')
    .map(({ entry, ballots }) => ({ entry, ballots, score: meanOf(composites, ballots) }))
    .sort((a, b) => higherMean(a.score, b.score) || a.entry - b.entry);
  const byEntry = new Map(full.map((scored) => [scored.entry, scored]));
  return (gone) => {
    const touched = new Map<number, number[]>();
    for (const ballot of gone) {
      const entry = byEntry.get(table.ballotEntry[ballot] ?? -1);
      if (entry && !touched.has(entry.entry))
        touched.set(
          entry.entry,
          entry.ballots.filter((other) => !gone.has(other)),
        );
    }
    const candidates: Scored<Mean>[] = [];
    for (const [entry, ballots] of touched) {
      if (ballots.length > 0) candidates.push({ entry, score: meanOf(composites, ballots) });
    }
    let [taken, last] = [0, undefined as Mean | undefined];
    for (const { entry, score } of full) {
      if (touched.has(entry)) continue;
      if (taken >= seats && last && higherMean(last, score) !== 0) break;
      candidates.push({ entry, score });
      [taken, last] = [taken + 1, score];
    }
    return orderOf(candidates, seats, higherMean);
  };
}

function meanOf({ numerator }: Composites, ballots: readonly number[]): Mean {
  return { sum: ballots.reduce((sum, ballot) => sum + (numerator[ballot] ?? 0n), 0n), ballots: BigInt(ballots.length) };
}

function recountAny({ table, composites, rules, scores }: Counted): Recount {
  const alone = onlyCategory(table, composites, scores.category);
  const lower = { ...rules, minimumPanel: Math.max(1, rules.minimumPanel - 1) };
  const unplaced = scores.entries.filter(({ status }) => status !== 'ranked').flatMap(({ ballots }) => ballots);
  return (gone) => {
    const status = alone.composites.status.slice();
    for (const ballot of [...unplaced, ...gone]) status[ballot - alone.first.ballot] = ballotStatus.empty;
    const { entries } = aggregate(alone.table, { ...alone.composites, status }, scores.category, lower);
    const placed = entries.flatMap(({ entry, place }) => (place === null ? [] : [{ entry: entry + alone.first.entry, score: place }]));
    return orderOf(placed, rules.seats, (a, b) => a - b);
  };
}
