import type { Fraction } from '../numeric/fraction.ts';
import type { Aggregation } from '../verdict/rules.ts';
import type { DerivationLine, NoPlace, SetAside } from './standing.ts';

/**
 * One entry of a category. `ranked`: has a place, and a score unless the aggregation only orders. `insufficient`: fewer ballots than
 * the minimum panel or the aggregation needs, so no place is claimed. `not-eligible`: a gate was not passed.
 */
export type EntryScore = {
  readonly entry: number;
  readonly status: 'ranked' | 'insufficient' | 'not-eligible';
  readonly noPlace: NoPlace | null;
  readonly score: Fraction | null;
  /** Standard competition rank (1, 2, 2, 4); equal entries share it. */
  readonly place: number | null;
  readonly tied: boolean;
  readonly derivation: readonly DerivationLine[];
  /** Ballots that took part. */
  readonly ballots: readonly number[];
  readonly setAside: readonly SetAside[];
};

/** What a score is a number of: marks on the composites' scale, points, a share of 0 to 1, a mean rank; `order`: there are no scores. */
export type ScoreUnit = 'scale' | 'points' | 'share' | 'rank' | 'order';

export type CategoryScores = {
  readonly category: number;
  readonly aggregation: Aggregation;
  readonly unit: ScoreUnit;
  readonly better: 'higher' | 'lower' | null;
  /** False where scores are rounded as declared (`bradleyTerry`); all else is exact. */
  readonly exact: boolean;
  /** All entries of the category, in order of their numbers. */
  readonly entries: readonly EntryScore[];
};
