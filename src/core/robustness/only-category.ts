import type { BallotTable } from '../scoring/ballot-table.ts';
import { firstBallots } from '../scoring/composing/units.ts';
import type { Composites } from '../scoring/composite.ts';

/** One category alone, for what counts it over and over. `first`: what was taken off the numbers of its entries, and of its ballots. */
export type Alone = {
  readonly table: BallotTable;
  readonly composites: Composites;
  readonly first: { readonly entry: number; readonly ballot: number };
};

/** Entries are in order of their categories and ballots in order of their entries, so a category is one piece of each column. */
export function onlyCategory(table: BallotTable, composites: Composites, category: number): Alone {
  const entry = Math.max(
    0,
    table.entries.findIndex((each) => each.category === category),
  );
  const entries = table.entries.slice(entry).filter((each) => each.category === category);
  const starts = firstBallots(table);
  const [from, to] = [starts[entry] ?? 0, starts[entry + entries.length] ?? 0];
  const width = table.criteria.length;
  return {
    table: {
      ...table,
      entries,
      ballotEntry: table.ballotEntry.slice(from, to).map((each) => each - entry),
      ballotJudge: table.ballotJudge.subarray(from, to),
      at: table.at?.subarray(from, to) ?? null,
      marks: table.marks.subarray(from * width, to * width),
      rows: table.rows.subarray(from * width, to * width),
      rowFiles: table.rowFiles.subarray(from * width, to * width),
    },
    composites: {
      ...composites,
      numerator: composites.numerator.slice(from, to),
      y: composites.y.subarray(from, to),
      status: composites.status.subarray(from, to),
      leftOut: new Map([...composites.leftOut].map(([each, columns]) => [each - entry, columns])),
    },
    first: { entry, ballot: from },
  };
}
