import { compare, fraction } from '../../numeric/fraction.ts';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { Exact } from '../../verdict/verdict.ts';
import { exactly, notTested, type Outcome } from '../outcome.ts';
import { acceptability } from './acceptability.ts';
import { type Contender, type Contest, threatsTo, weighted } from './contest.ts';
import { effectiveWeights } from './effective.ts';
import { type WeightRange, weightRanges } from './one-at-a-time.ts';
import { type Shift, smallestShift } from './smallest-shift.ts';

/** Shares of weight are exact fractions of 1. Entries and criteria by name. */
export type WeightTests = {
  /** False where scores are no weighted means: then there is no smallest shift and no range to name, and `always` claims nothing. */
  readonly linear: boolean;
  readonly smallestShift: {
    readonly rival: string;
    readonly moved: Exact;
    readonly from: readonly { readonly criterion: string; readonly moved: Exact }[];
    readonly to: string;
  } | null;
  /** True where the winner is behind nobody under any criterion, and so first under every weighting. */
  readonly always: boolean;
  readonly ranges: readonly {
    readonly criterion: string;
    readonly share: Exact;
    readonly low: { readonly share: Exact; readonly rival: string } | null;
    readonly high: { readonly share: Exact; readonly rival: string } | null;
  }[];
  /** Of all weightings alike, the share under which each entry is first: winner, then the others that ever are, most often first. */
  readonly acceptability: {
    readonly draws: number;
    readonly winner: number;
    readonly standardError: number;
    readonly others: readonly { readonly entry: string; readonly share: number }[];
  };
};

const thousandth = (value: number): number => Math.round(value * 1000) / 1000;

/** What other weights would do to a category whose scores are linear in them, its one winner given. */
export function weightTests(table: BallotTable, contest: Contest, seed: string): Outcome<WeightTests> {
  if (contest.entries.length === 0) return notTested('nobody-ranked');
  if (contest.entries.length === 1) return notTested('one-entry');
  if (contest.criteria.length < 2) return notTested('one-criterion');
  const winner = soleWinner(contest);
  if (!winner) return notTested('joint-first');
  const name = (entry: number) => table.entries[entry]?.name ?? '';
  const threats = threatsTo(contest, winner);
  const shift = smallestShift(contest, threats);
  const { draws, shares } = acceptability(contest, winner, seed);
  const share = shares.get(winner.entry) ?? 0;
  const others = [...shares].filter(([entry]) => entry !== winner.entry).sort(([a, x], [b, y]) => y - x || a - b);
  return {
    tested: true,
    linear: true,
    smallestShift: shift && namedShift(shift, name),
    always: threats.length === 0,
    ranges: weightRanges(contest, threats).map((range) => namedRange(range, name)),
    acceptability: {
      draws,
      winner: thousandth(share),
      standardError: thousandth(Math.sqrt((share * (1 - share)) / draws)),
      others: others.map(([entry, own]) => ({ entry: name(entry), share: thousandth(own) })),
    },
  };
}

function soleWinner({ criteria, entries }: Contest): Contender | null {
  const scored = entries.map((contender) => ({ contender, score: weighted(criteria, contender.by) }));
  const best = scored.reduce((most, { score }) => (compare(score, most) > 0 ? score : most), scored[0]?.score ?? fraction(0));
  const [first, second] = scored.filter(({ score }) => compare(score, best) === 0);
  return first && !second ? first.contender : null;
}

function namedShift({ rival, moved, from, to }: Shift, name: (entry: number) => string): NonNullable<WeightTests['smallestShift']> {
  const taken = from.map(({ criterion, moved: part }) => ({ criterion, moved: exactly(part) }));
  return { rival: name(rival), moved: exactly(moved), from: taken, to };
}

function namedRange({ criterion, share, low, high }: WeightRange, name: (entry: number) => string): WeightTests['ranges'][number] {
  const bound = (at: WeightRange['low']) => at && { share: exactly(at.share), rival: name(at.rival) };
  return { criterion, share: exactly(share), low: bound(low), high: bound(high) };
}

/** Below this many entries a covariance is a guess, and is said to be one. */
const fewEntries = 10;

export type EffectiveWeights = {
  readonly entries: number;
  readonly few: boolean;
  readonly criteria: readonly { readonly criterion: string; readonly nominal: number; readonly effective: number }[];
};

/** Effective against nominal weights; below three entries there is nothing to tell them by. */
export function effectiveTest(contest: Contest): Outcome<EffectiveWeights> {
  if (contest.criteria.length < 2) return notTested('one-criterion');
  if (contest.entries.length < 3) return notTested('too-few-entries');
  const weights = effectiveWeights(contest);
  if (!weights) return notTested('no-spread');
  const rounded = weights.map(({ criterion, nominal, effective }) => ({
    criterion,
    nominal: thousandth(nominal),
    effective: thousandth(effective) + 0,
  }));
  return { tested: true, entries: contest.entries.length, few: contest.entries.length < fewEntries, criteria: rounded };
}
