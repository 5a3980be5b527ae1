import { emptySeats } from '../checks/data/seats.ts';
import { viewOf } from '../checks/view.ts';
import type { Refusal, Result } from '../problems/refusal.ts';
import { type BallotTable, isMark, notScored } from '../scoring/ballot-table.ts';
import type { Criterion } from '../scoring/criteria.ts';

/** The same table with nothing handed in on these ballots. */
export function withoutMarks(table: BallotTable, ballots: readonly number[]): BallotTable {
  if (ballots.length === 0) return table;
  const width = table.criteria.length;
  const marks = table.marks.slice();
  for (const ballot of ballots) {
    for (let cell = ballot * width; cell < (ballot + 1) * width; cell += 1) if (isMark(marks[cell] ?? 0)) marks[cell] = notScored.missing;
  }
  return { ...table, marks };
}

/** Criteria wide enough for a zero that stands for nobody, where the scale begins above it. */
export function widened(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.map((criterion) =>
    criterion.scale.min > 0 && !criterion.gate ? { ...criterion, scale: { ...criterion.scale, min: 0 } } : criterion,
  );
}

/**
 * A table collected by `widened` criteria, on the criteria as declared. A zero below its scale is allowed on a ballot that looks like an
 * empty seat and nowhere else.
 */
export function narrowed(table: BallotTable, criteria: readonly Criterion[]): Result<BallotTable> {
  const width = criteria.length;
  const seats = new Set(emptySeats(viewOf({ ...table, criteria })));
  const refusals: Refusal[] = [];
  table.marks.forEach((mark, cell) => {
    const { id = '', scale = { min: 0, max: 0 } } = criteria[cell % width] ?? {};
    const ballot = Math.floor(cell / width);
    if (!isMark(mark) || mark >= scale.min || seats.has(ballot)) return;
    const entry = table.entries[table.ballotEntry[ballot] ?? 0];
    const place = { file: table.files[table.rowFiles[cell] ?? 0] || null, row: table.rows[cell] || null };
    const names = { category: table.categories[entry?.category ?? 0] ?? '', entry: entry?.name ?? '' };
    const judge = table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '';
    refusals.push({ code: 'scoring.mark-outside-scale', facts: { ...names, judge, criterion: id, ...place, mark, ...scale } });
  });
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: { ...table, criteria } };
}
