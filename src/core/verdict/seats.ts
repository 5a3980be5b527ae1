import { emptySeats } from '../checks/data/seats.ts';
import { viewOf } from '../checks/view.ts';
import type { Refusal, Result } from '../problems/refusal.ts';
import { type BallotTable, isMark, notScored } from '../scoring/ballot-table.ts';
import type { MarkCollector } from '../scoring/collect-marks.ts';
import type { DeclaredEntry } from '../scoring/collecting/build-table.ts';
import type { Criterion } from '../scoring/criteria.ts';
import { inSteps, scaleOf, shownMark } from '../scoring/scale.ts';

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

/** Zeros below their scales on ballots that do not look like empty seats. */
export function strayZeros(table: BallotTable): Refusal[] {
  const { criteria } = table;
  const lowest = criteria.map((_, column) => inSteps(scaleOf(criteria, column)).min);
  if (lowest.every((min) => min <= 0)) return [];
  const seats = new Set(emptySeats(viewOf(table)));
  const refusals: Refusal[] = [];
  table.marks.forEach((mark, cell) => {
    const column = cell % criteria.length;
    const ballot = Math.floor(cell / criteria.length);
    if (!isMark(mark) || mark >= (lowest[column] ?? 0) || seats.has(ballot)) return;
    const entry = table.entries[table.ballotEntry[ballot] ?? 0];
    const place = { file: table.files[table.rowFiles[cell] ?? 0] || null, row: table.rows[cell] || null };
    const names = { category: table.categories[entry?.category ?? 0] ?? '', entry: entry?.name ?? '' };
    const judge = table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '';
    const scale = scaleOf(criteria, column);
    const facts = { ...names, judge, criterion: criteria[column]?.id ?? '', ...place, mark: shownMark(mark, scale), ...scale };
    refusals.push({ code: 'scoring.mark-outside-scale', facts });
  });
  return refusals;
}

const rowOf = ({ facts }: Refusal): number => Number(facts.row ?? 0);

/**
 * The table of collected marks, where zeros may stand for empty seats: a zero below its scale is allowed on a ballot that looks like
 * one and nowhere else. Every mark that is refused is refused at once, by the scale that was declared.
 */
export function seatedTable(
  collector: Pick<MarkCollector, 'draft'>,
  criteria: readonly Criterion[],
  entries?: readonly DeclaredEntry[],
): Result<BallotTable> {
  const { table, refusals } = collector.draft(criteria, entries);
  const zeros = strayZeros(table);
  if (zeros.length > 0 && refusals.length > 0) return { ok: false, refusals: [...refusals, ...zeros].sort((a, b) => rowOf(a) - rowOf(b)) };
  const all = [...refusals, ...zeros];
  return all.length > 0 ? { ok: false, refusals: all } : { ok: true, value: table };
}
