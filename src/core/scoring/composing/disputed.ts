import { type BallotTable, isMark, notScored } from '../ballot-table.ts';
import { firstBallots, weighedIn } from './units.ts';

/** A criterion some ballots of an entry call not applicable (`ballots`) while others, `marked` of them, give it a mark. */
export type Disputed = {
  readonly entry: number;
  readonly column: number;
  readonly ballots: readonly number[];
  readonly marked: number;
};

/** What judges of one entry disagree on: whether a criterion applies to it. A ballot that calls every criterion so speaks of itself alone. */
export function disputedIn(table: BallotTable): readonly Disputed[] {
  const width = table.criteria.length;
  const columnsOf = table.categories.map((_, category) => weighedIn(table, category));
  const starts = firstBallots(table);
  const isOut = (ballot: number, column: number) => table.marks[ballot * width + column] === notScored.notApplicable;
  return table.entries.flatMap(({ category }, entry) => {
    const columns = columnsOf[category] ?? [];
    const spoken: number[] = [];
    for (let ballot = starts[entry] ?? 0; ballot < (starts[entry + 1] ?? 0); ballot += 1)
      if (columns.some((column) => !isOut(ballot, column))) spoken.push(ballot);
    return columns.flatMap((column): Disputed[] => {
      const ballots = spoken.filter((ballot) => isOut(ballot, column));
      if (ballots.length === 0) return [];
      const marked = spoken.filter((ballot) => isMark(table.marks[ballot * width + column] ?? notScored.missing)).length;
      return marked === 0 ? [] : [{ entry, column, ballots, marked }];
    });
  });
}
