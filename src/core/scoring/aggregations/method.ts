import type { BallotTable } from '../ballot-table.ts';
import type { ScoreUnit } from '../entry-score.ts';
import type { Panel, Standing } from '../standing.ts';

/** What every aggregation is given: the panels of one category that have the minimum panel, in order of their entries. */
export type MethodInput = {
  readonly table: BallotTable;
  readonly panels: readonly Panel[];
  /** Composites are values over this. */
  readonly denominator: bigint;
  readonly scale: { readonly min: number; readonly max: number };
  readonly minimumPanel: number;
};

/** One standing for each panel, in their order. */
export type Outcome = {
  readonly unit: ScoreUnit;
  readonly better: 'higher' | 'lower' | null;
  readonly exact: boolean;
  readonly standings: readonly Standing[];
};

export const byValue = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b));

export const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
