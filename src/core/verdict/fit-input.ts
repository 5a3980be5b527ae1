import type { FitInput } from '../calibration/fit.ts';
import { takesPart } from '../scoring/ballot-status.ts';
import type { BallotTable } from '../scoring/ballot-table.ts';
import { wholeCategories } from '../scoring/composing/whole-categories.ts';
import type { Composites } from '../scoring/composite.ts';

/** The ballots that take part, as the model takes them. `ballotOf`: their numbers in the table. */
export function fitInputOf(
  table: BallotTable,
  { y, status }: Pick<Composites, 'y' | 'status'>,
): { readonly input: FitInput; readonly ballotOf: Int32Array } {
  // Loops over numbers: leaving out each judge in turn asks for this once a judge.
  const ballots = table.ballotEntry.length;
  const [ballotOf, entry, judge] = [new Int32Array(ballots), new Int32Array(ballots), new Int32Array(ballots)];
  const values = new Float64Array(ballots);
  let counted = 0;
  for (let ballot = 0; ballot < ballots; ballot += 1) {
    if (!takesPart(status[ballot])) continue;
    ballotOf[counted] = ballot;
    entry[counted] = table.ballotEntry[ballot] ?? 0;
    judge[counted] = table.ballotJudge[ballot] ?? 0;
    values[counted] = y[ballot] ?? Number.NaN;
    counted += 1;
  }
  const { table: whole } = wholeCategories(table);
  const input: FitInput = {
    y: values.slice(0, counted),
    entry: entry.slice(0, counted),
    judge: judge.slice(0, counted),
    entries: table.entries.length,
    judges: table.judges.length,
    category: Int32Array.from(whole.entries, ({ category }) => category),
    categories: whole.categories.length,
    ...(table.divisions && {
      rankings: { of: Int32Array.from(table.entries, ({ category }) => category), count: table.categories.length },
    }),
  };
  return { input, ballotOf: ballotOf.slice(0, counted) };
}
