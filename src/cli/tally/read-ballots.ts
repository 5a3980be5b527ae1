import { Problem } from '#core/problems/problem.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import type { Mark } from '#core/scoring/ballots.ts';
import { type CsvRow, readCsv, wholeNumber } from '#platform/formats/csv.server.ts';

const columns = ['entry', 'category', 'judge', 'criterion', 'mark'] as const;
const names = ['entry', 'category', 'judge', 'criterion'] as const;

type BallotRow = CsvRow<(typeof columns)[number]>;

function markOf(file: string, { row, cells }: BallotRow, refusals: Refusal[]): Mark | undefined {
  const missing = names.filter((column) => cells[column] === '');
  refusals.push(...missing.map((column): Refusal => ({ code: 'csv.cell-empty', facts: { file, row, column } })));
  const mark = cells.mark === '' ? null : wholeNumber(cells.mark, { file, row, column: 'mark' });
  if (typeof mark === 'object' && mark !== null) refusals.push(mark);
  else if (missing.length === 0) return { ...cells, mark, file, row };
  return undefined;
}

/** All marks of several tables in long form. A fault of form ends its file; a bad cell is noted and reading goes on, so that all are told at once. */
export async function readBallots(
  files: readonly { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }[],
): Promise<Result<readonly Mark[]>> {
  const marks: Mark[] = [];
  const refusals: Refusal[] = [];
  for (const { name, bytes } of files) {
    try {
      for await (const row of readCsv(name, bytes, columns)) {
        const mark = markOf(name, row, refusals);
        if (mark) marks.push(mark);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refusals.push({ code: error.code, facts: error.facts });
    }
  }
  if (refusals.length === 0 && marks.every(({ mark }) => mark === null)) {
    refusals.push({ code: 'tally.no-marks', facts: { file: files.map(({ name }) => name).join(', ') } });
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: marks };
}
