import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { Composites } from '../../scoring/composite.ts';
import { type Grouped, groupBy, itemsOf } from '../by-key.ts';

/**
 * The ballots that can be compared: those that count, on entries with at least two of them. Numbered from 0; `entry` and `judge` are
 * numbers of the table, `y` the composite.
 */
export type Cells = {
  readonly ballot: Int32Array;
  readonly entry: Int32Array;
  readonly judge: Int32Array;
  readonly y: Float64Array;
  readonly byEntry: Grouped;
  readonly byJudge: Grouped;
  readonly entries: number;
  readonly judges: number;
};

export function cellsOf(table: BallotTable, { y }: Pick<Composites, 'y'>): Cells {
  const panel = new Int32Array(table.entries.length);
  const counts = (ballot: number) => !Number.isNaN(y[ballot] ?? Number.NaN);
  table.ballotEntry.forEach((entry, ballot) => {
    if (counts(ballot)) panel[entry] = (panel[entry] ?? 0) + 1;
  });
  const ballot = Int32Array.from(table.ballotEntry.keys()).filter((b) => counts(b) && (panel[table.ballotEntry[b] ?? 0] ?? 0) > 1);
  const entry = ballot.map((b) => table.ballotEntry[b] ?? 0);
  const judge = ballot.map((b) => table.ballotJudge[b] ?? 0);
  const [entries, judges] = [table.entries.length, table.judges.length];
  return {
    ballot,
    entry,
    judge,
    y: Float64Array.from(ballot, (b) => y[b] ?? 0),
    byEntry: groupBy(entry, entries),
    byJudge: groupBy(judge, judges),
    entries,
    judges,
  };
}

/** By judge: the number of the part of the design it lies in, parts being joined by no shared entry. A judge without cells is its own. */
export function partsOf({ judge, byEntry, entries, judges }: Cells): { readonly partOf: Int32Array; readonly parts: number } {
  const above = Int32Array.from({ length: judges }, (_, j) => j);
  const rootOf = (j: number): number => {
    let root = j;
    while (above[root] !== root) root = above[root] ?? 0;
    for (let at = j; at !== root; ) {
      const next = above[at] ?? 0;
      above[at] = root;
      at = next;
    }
    return root;
  };
  for (let i = 0; i < entries; i += 1) {
    const [first, ...others] = itemsOf(byEntry, i);
    if (first === undefined) continue;
    const root = rootOf(judge[first] ?? 0);
    for (const other of others) above[rootOf(judge[other] ?? 0)] = root;
  }
  const number = new Map<number, number>();
  const partOf = Int32Array.from({ length: judges }, (_, j) => {
    const root = rootOf(j);
    if (!number.has(root)) number.set(root, number.size);
    return number.get(root) ?? 0;
  });
  return { partOf, parts: number.size };
}
