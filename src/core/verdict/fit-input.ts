import type { FitInput } from '../calibration/fit.ts';
import { takesPart } from '../scoring/ballot-status.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import type { Composites } from '../scoring/composite.ts';

/** The ballots that take part, as the model takes them. `ballotOf`: their numbers in the table. */
export function fitInputOf(
  table: BallotTable,
  { y, status }: Pick<Composites, 'y' | 'status'>,
): { readonly input: FitInput; readonly ballotOf: Int32Array } {
  const ballotOf = Int32Array.from(table.ballotEntry.keys()).filter((ballot) => takesPart(status[ballot]));
  const input: FitInput = {
    y: Float64Array.from(ballotOf, (ballot) => y[ballot] ?? Number.NaN),
    entry: Int32Array.from(ballotOf, (ballot) => table.ballotEntry[ballot] ?? 0),
    judge: Int32Array.from(ballotOf, (ballot) => table.ballotJudge[ballot] ?? 0),
    entries: table.entries.length,
    judges: table.judges.length,
    category: Int32Array.from(table.entries, ({ category }) => category),
    categories: table.categories.length,
  };
  return { input, ballotOf };
}
