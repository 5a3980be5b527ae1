import type { Fraction } from '../numeric/fraction.ts';
import type { Facts } from '../problems/problem.ts';
import type { BallotStatus } from './ballot-status.ts';

/** One line of a derivation: a key of `words` with the figures it speaks of. Fractions are exact texts, `31/4`. */
export type DerivationLine = { readonly key: DerivationKey; readonly facts: Facts };

export type DerivationKey =
  | 'left-out'
  | 'as-lowest'
  | 'set-aside'
  | 'imputed'
  | 'mean'
  | 'sum'
  | 'sum-of-full-panel'
  | 'median'
  | 'trimmed'
  | 'dropped'
  | 'fallback'
  | 'approval'
  | 'allotment'
  | 'mean-rank'
  | 'borda'
  | 'schulze'
  | 'round'
  | 'orders'
  | 'orders-beyond'
  | 'bradley-terry'
  | 'metric'
  | 'share'
  | 'bonus'
  | 'missing';

/** Why a ballot takes no part: its status, that it holds zeros where a seat stood empty, or what the aggregation asks of it. */
export type SetAsideReason =
  | Exclude<BallotStatus, 'counts' | 'imputed'>
  | 'empty-seat'
  | 'over-allotment'
  | 'ranks-not-all'
  | 'ranks-nothing';

export type SetAside = { readonly ballot: number; readonly reason: SetAsideReason };

/** Why an entry has no place. */
export type NoPlace = {
  readonly key: 'panel-too-small' | 'too-few-to-trim' | 'gate-not-passed' | 'too-many-to-compare' | 'not-converged' | 'source-missing';
  readonly facts: Facts;
};

/** An entry's counted ballots and their composites over the category's denominator. */
export type Panel = { readonly entry: number; readonly ballots: readonly number[]; readonly values: readonly bigint[] };

/** What an aggregation makes of one panel. `layer` orders entries where there is no score: 0 stands before 1. */
export type Standing = {
  readonly score: Fraction | null;
  readonly layer?: number;
  readonly lines: readonly DerivationLine[];
  readonly setAside?: readonly SetAside[];
  readonly noPlace?: NoPlace;
};
