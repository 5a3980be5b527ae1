import type { Criterion, NotApplicable } from '../scoring/criteria.ts';

/**
 * How the ballots of a panel become one score or place an entry; `aggregate` says what each computes. `trimmed` and `drop` need five
 * ballots; an entry with fewer takes the declared `fallback`, or has no rank. `points` of `borda`: what the first, second … place is
 * worth (12, 10, 8 …); left out, a place is worth the number of entries below it.
 */
export type Aggregation =
  | { readonly kind: 'mean' }
  | { readonly kind: 'sum' }
  | { readonly kind: 'median' }
  | { readonly kind: 'trimmed'; readonly percent: number; readonly fallback?: 'mean' | 'median' }
  | { readonly kind: 'drop'; readonly high: number; readonly low: number; readonly fallback?: 'mean' | 'median' }
  | { readonly kind: 'mean-rank' }
  | { readonly kind: 'borda'; readonly points?: readonly number[] }
  | { readonly kind: 'schulze' }
  | { readonly kind: 'instant-runoff' }
  | { readonly kind: 'approval'; readonly from: number }
  | { readonly kind: 'allotment'; readonly points: number }
  | { readonly kind: 'bradley-terry'; readonly prior: number };

/** One rung of the tie ladder, tried in the order declared; what is still tied after the last is a joint award. */
export type TieRung =
  | { readonly by: 'criteria' }
  | { readonly by: 'criterion'; readonly criterion: string }
  | { readonly by: 'head-to-head' }
  | { readonly by: 'median' }
  | { readonly by: 'high-marks'; readonly from: number }
  | { readonly by: 'source'; readonly source: string }
  | { readonly by: 'lot' };

/**
 * One award level; an entry gets the first whose conditions all hold, so the highest stands first. Decimals are exact, as text.
 * `atLeast`, `below`: the score; `floors`: mean marks on single criteria, on their own scales; `top`: within the first n places, ties at
 * the cut included; `percentile`: place / entries ranked, in percent, at most this; `highest`: first in its category; `margin`: ahead of
 * the best entry that does not meet the other conditions by at least this much.
 */
export type LevelRule = {
  readonly level: string;
  readonly atLeast?: string;
  readonly below?: string;
  readonly floors?: readonly { readonly criterion: string; readonly atLeast: string }[];
  readonly top?: number;
  readonly percentile?: number;
  readonly highest?: boolean;
  readonly margin?: string;
  /** Points towards a prize over the whole programme. */
  readonly points?: string;
};

/** A metric read off declared breakpoints rather than off this year's field: value (exact decimal) → mark. Between two, linear. */
export type Breakpoints = { readonly criterion: string; readonly points: readonly { readonly value: string; readonly mark: number }[] };

/**
 * One round of judging (written entries, presentations), aggregated by itself, with a panel of its own. `weight`: its part of the blended
 * score in any ratio; null for the sum of the weights of its criteria, which is what the only round weighs beside metrics.
 */
export type RoundRule = {
  readonly round: string;
  readonly weight: number | null;
  readonly minimumPanel: number;
  readonly criteria: readonly Criterion[];
};

/**
 * What is measured rather than marked, as one part of the blended score: a value read off `points`, on `scale`. A value beyond the first or
 * last point is refused, or takes the mark of that end. It is asked of every entry of its categories, all where none is named.
 */
export type MetricRule = {
  readonly metric: string;
  readonly weight: number;
  readonly scale: { readonly min: number; readonly max: number };
  readonly points: Breakpoints['points'];
  readonly beyond: 'refuse' | 'ends';
  readonly categories?: readonly string[];
};

/** What each vote adds to the blended score, and the most all of them may; exact decimals. */
export type VoteRule = { readonly each: string; readonly atMost?: string };

/** One of several things counted, such as nominations and votes, and the categories it is added in: all where none is named. */
export type CountRule = VoteRule & { readonly count: string; readonly categories?: readonly string[] };

/** The rules of one tally, complete: every default filled in. */
export type TallyRules = {
  readonly version: 1;
  readonly criteria: readonly Criterion[];
  /** Given together with what else is blended: a tally of one round alone has none of the four. */
  readonly rounds?: readonly RoundRule[];
  readonly metrics?: readonly MetricRule[];
  readonly votes?: VoteRule;
  /** In the place of `votes` where several things are counted, each under a name of its own. */
  readonly counts?: readonly CountRule[];
  readonly aggregation: Aggregation;
  /** A criterion called not applicable to an entry, where it says nothing of its own: the others take its weight (as when left out), or it counts as the lowest mark. */
  readonly notApplicable?: NotApplicable;
  /** A ballot with some marks missing: set aside (as when left out), or completed and flagged. */
  readonly skipped?: 'set-aside' | 'impute';
  /** Ballots of nothing but zeros that look like empty seats (see `checkSeats`): set aside (as when left out) and said, or counted. */
  readonly emptySeats?: 'set-aside' | 'count';
  /** Which score is the official one: the exact tally, or the corrected one where the design allows it. */
  readonly official: 'raw' | 'corrected';
  readonly minimumPanel: number;
  readonly ties: readonly TieRung[];
  readonly levels: readonly LevelRule[];
  /** Places that go through (shortlist, finalists); k of P(top k). */
  readonly seats: number;
  /** Any text; every draw and lot comes from its hash. */
  readonly seed: string;
  readonly draws: number;
  /** Variances of an earlier year on the scale of the score, where one judge an entry leaves no other way. */
  readonly priors: { readonly entry: number; readonly judge: number; readonly residual: number } | null;
  /** True where seats were drawn at random: lets results be compared across components, and is said. */
  readonly seatsAtRandom: boolean;
};
