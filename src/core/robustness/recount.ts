import { aggregate } from '../scoring/aggregate.ts';
import { ballotStatus, takesPart } from '../scoring/ballot-status.ts';
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

/** The order of a category by the declared aggregation without the ballots given, each of them once. */
export type Recount = (gone: Iterable<number>) => Order;

/**
 * Recounts one category exactly. Only entries that have a place in the full tally take part, and the minimum panel is one lower, for
 * the question is what would have been without these ballots and not whether the panel would have been refilled.
 */
export function recounter(counted: Counted): Recount {
  return counted.rules.aggregation.kind === 'mean' ? recountMeans(counted) : recountAny(counted);
}

/** Sum and number of an entry's composites. */
type Mean<N> = { readonly sum: N; readonly ballots: N };

/** Whole numbers of either kind; both are exact where they are used. */
type Whole<N> = {
  readonly of: (value: bigint) => N;
  readonly minus: (a: N, b: N) => N;
  /** Below 0 where a is the higher mean. */
  readonly higher: (a: Mean<N>, b: Mean<N>) => number;
};

const plain: Whole<number> = { of: Number, minus: (a, b) => a - b, higher: (a, b) => b.sum * a.ballots - a.sum * b.ballots };

const large: Whole<bigint> = {
  of: (value) => value,
  minus: (a, b) => a - b,
  higher(a, b) {
    const [left, right] = [a.sum * b.ballots, b.sum * a.ballots];
    return Number(right > left) - Number(right < left);
  },
};

/** Plain numbers where no sum times a number of ballots reaches 2⁵². */
function recountMeans(counted: Counted): Recount {
  const { composites, scores } = counted;
  let [top, most] = [0n, 0];
  for (const { ballots } of scores.entries) {
    most = Math.max(most, ballots.length);
    for (const ballot of ballots) {
      const value = composites.numerator[ballot] ?? 0n;
      if (value > top || -value > top) top = value < 0n ? -value : value;
    }
  }
  return top * BigInt(most) * BigInt(most) < 1n << 52n ? recountBy(plain, counted) : recountBy(large, counted);
}

/** Means need only the entries that lost a ballot and the leaders among the others. */
function recountBy<N>({ of, minus, higher }: Whole<N>, { table, composites, rules: { seats }, scores }: Counted): Recount {
  const one = of(1n);
  const full = scores.entries
    .filter(({ status }) => status === 'ranked')
    .map(
      ({ entry, ballots }): Scored<Mean<N>> => ({
        entry,
        score: { sum: of(sumOf(composites, ballots)), ballots: of(BigInt(ballots.length)) },
      }),
    )
    .sort((a, b) => higher(a.score, b.score) || a.entry - b.entry);
  const byEntry = new Map(full.map(({ entry, score }) => [entry, score]));
  return (gone) => {
    const touched = new Map<number, Mean<N>>();
    for (const ballot of gone) {
      const entry = table.ballotEntry[ballot] ?? -1;
      const before = touched.get(entry) ?? byEntry.get(entry);
      if (!before || !takesPart(composites.status[ballot])) continue;
      touched.set(entry, { sum: minus(before.sum, of(composites.numerator[ballot] ?? 0n)), ballots: minus(before.ballots, one) });
    }
    const candidates: Scored<Mean<N>>[] = [];
    for (const [entry, score] of touched) if (Number(score.ballots) > 0) candidates.push({ entry, score });
    let [taken, last] = [0, undefined as Mean<N> | undefined];
    for (const { entry, score } of full) {
      if (touched.has(entry)) continue;
      if (taken >= seats && last && higher(last, score) !== 0) break;
      candidates.push({ entry, score });
      [taken, last] = [taken + 1, score];
    }
    return orderOf(candidates, seats, higher);
  };
}

function sumOf({ numerator }: Composites, ballots: readonly number[]): bigint {
  return ballots.reduce((sum, ballot) => sum + (numerator[ballot] ?? 0n), 0n);
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
