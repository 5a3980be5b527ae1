import type { BallotTable } from '../../scoring/ballot-table.ts';

/** One thing known of an entry from elsewhere than a ballot, and where it is written. */
type Said = { readonly category: string; readonly entry: string; readonly file: string | null; readonly row: number | null };

/** What was measured of an entry: a decimal, as text. */
export type MetricValue = Said & { readonly metric: string; readonly value: string };

/** How many voted for an entry: a whole number, as text. Nobody is a 0 that has to be said. `count`: of what, where several things are counted. */
export type VoteCount = Said & { readonly votes: string; readonly count?: string };

/** All that goes into a blended score: the ballots of each round, in the order of the rules, and what is known from elsewhere. */
export type Sources = {
  readonly rounds: readonly BallotTable[];
  readonly values: readonly MetricValue[];
  readonly votes: readonly VoteCount[];
};
