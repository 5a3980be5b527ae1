import type { Fit, Uncertainty } from '../calibration/fit.ts';
import { type Fraction, fraction, toDecimal, toText } from '../numeric/fraction.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import type { Composites } from '../scoring/composite.ts';
import type { CategoryScores, EntryScore } from '../scoring/entry-score.ts';
import { six } from './rounding.ts';
import type { Exact, VerdictEntry } from './verdict.ts';

/** All that is known when the standings of a category are written. */
export type Known = {
  readonly table: BallotTable;
  readonly composites: Composites;
  readonly fit: Fit;
  readonly doubt: Uncertainty;
  readonly scores: CategoryScores;
  /** True where the corrected score decides. */
  readonly byCorrected: boolean;
  readonly seats: number;
};

const exact = (value: Fraction): Exact => ({ fraction: toText(value), decimal: toDecimal(value, 4) });
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Places of the corrected score among ranked entries of the same pool, at declared rounding: equal there is equal. */
export function correctedRanks({
  fit,
  scores,
}: Pick<Known, 'fit' | 'scores'>): ReadonlyMap<number, { readonly rank: number; readonly tied: boolean }> {
  const ranks = new Map<number, { rank: number; tied: boolean }>();
  const placed = scores.entries.filter(({ status, entry }) => status === 'ranked' && (fit.pool[entry] ?? -1) >= 0);
  const value = (entry: number): number => six(fit.corrected[entry]) ?? Number.NEGATIVE_INFINITY;
  const pools = new Map<number, number[]>();
  for (const { entry } of placed) {
    const pool = fit.pool[entry] ?? -1;
    const known = pools.get(pool);
    if (known) known.push(entry);
    else pools.set(pool, [entry]);
  }
  for (const pool of pools.values()) {
    pool.sort((a, b) => value(b) - value(a) || a - b);
    let rank = 1;
    pool.forEach((entry, i) => {
      const [before, after] = [pool[i - 1], pool[i + 1]];
      const equal = (other: number | undefined) => other !== undefined && value(other) === value(entry);
      if (!equal(before)) rank = i + 1;
      ranks.set(entry, { rank, tied: equal(before) || equal(after) });
    });
  }
  return ranks;
}

function meanOf({ composites }: Known, { ballots }: EntryScore): number | null {
  if (ballots.length === 0) return null;
  return six(ballots.reduce((sum, ballot) => sum + (composites.y[ballot] ?? 0), 0) / ballots.length);
}

/** What may be said of an entry's place: nothing without a posterior, or for one that has no place. */
function doubtOf({ doubt, fit, scores }: Known, { entry, status }: EntryScore) {
  const claims = status === 'ranked' && (fit.categories[scores.category]?.posterior ?? null) !== null;
  const [low, high] = [doubt.rankLow[entry] ?? 0, doubt.rankHigh[entry] ?? 0];
  return {
    rankInterval: claims && low > 0 ? { low, high } : null,
    pFirst: claims ? six(doubt.pFirst[entry]) : null,
    pTop: claims ? six(doubt.pTop[entry]) : null,
    inWinnerSet: claims && doubt.winnerSet[entry] === 1,
  };
}

/** The standings of one category: by official place, then by name; entries without a place last. */
export function standingsOf(known: Known): readonly VerdictEntry[] {
  const { table, composites, fit, scores, byCorrected, seats } = known;
  const corrected = correctedRanks(known);
  const denominator = composites.denominator[scores.category] ?? 1n;
  const judgeOf = (ballot: number): string => table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '';
  const entries = scores.entries.map((score): VerdictEntry => {
    const { entry, status, place, tied, ballots, setAside } = score;
    const { name = '', group = null } = table.entries[entry] ?? {};
    const own = corrected.get(entry);
    const [rank, shared] = byCorrected ? [own?.rank ?? null, own?.tied ?? false] : [place, tied];
    return {
      entry: name,
      group,
      status,
      noPlace: score.noPlace,
      rank,
      tied: shared,
      tieBroken: null,
      level: null,
      raw: score.score && exact(score.score),
      rawRank: place,
      mean: meanOf(known, score),
      corrected: six(fit.corrected[entry]),
      correctedRank: own?.rank ?? null,
      standardError: status === 'ranked' ? six(fit.standardError[entry]) : null,
      ...doubtOf(known, score),
      goesThrough: rank !== null && rank <= seats,
      pool: (fit.pool[entry] ?? -1) < 0 ? null : (fit.pool[entry] ?? null),
      derivation: score.derivation,
      ballots: ballots.map((ballot) => ({
        judge: judgeOf(ballot),
        composite: toText(fraction(composites.numerator[ballot] ?? 0n, denominator)),
      })),
      setAside: setAside.map(({ ballot, reason }) => ({ judge: judgeOf(ballot), reason })),
    };
  });
  const last = Number.MAX_SAFE_INTEGER;
  return entries.sort((a, b) => (a.pool ?? last) - (b.pool ?? last) || (a.rank ?? last) - (b.rank ?? last) || byText(a.entry, b.entry));
}
