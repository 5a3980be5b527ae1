import type { DemandEntry, DemandJudge, Numbered } from '#core/assignment/demand.ts';
import { PairPrices } from '#core/assignment/demand.ts';
import { Problem } from '#core/problems/problem.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { columnsIn, openCsv, wholeNumber } from '#platform/formats/csv.server.ts';
import { openBytes } from '#platform/formats/text.server.ts';

type Row = { readonly file: string; readonly row: number; readonly cell: (column: number) => string };

/** Rows of a table with these columns. A fault of form ends the file and is added to the refusals. */
async function eachRow(
  file: string,
  needed: readonly string[],
  optional: readonly string[],
  refusals: Refusal[],
  take: (row: Row) => void,
): Promise<void> {
  try {
    const { names, records } = await openCsv(file, openBytes(file));
    const at = columnsIn(file, names, needed, optional);
    // One row object for all: a table may have millions.
    let cells: readonly string[] = [];
    const current = { file, row: 0, cell: (column: number) => cells[at[column] ?? -1] ?? '' };
    for await (const found of records) {
      for (const record of found) {
        current.row = record.row;
        cells = record.cells;
        take(current);
      }
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    refusals.push({ code: error.code, facts: error.facts });
  }
}

/** Parts of a cell that holds several, parted by semicolons or bars. */
const several = (cell: string): string[] =>
  cell
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function filled({ file, row, cell }: Row, column: number, name: string, refusals: Refusal[]): string {
  if (cell(column) === '') refusals.push({ code: 'csv.cell-empty', facts: { file, row, column: name } });
  return cell(column);
}

const yes = new Set(['yes', 'y', 'true', '1', 'x']);
const no = new Set(['', 'no', 'n', 'false', '0']);

function flag({ file, row, cell }: Row, column: number, name: string, refusals: Refusal[]): boolean {
  const value = cell(column).trim().toLowerCase();
  if (!yes.has(value) && !no.has(value))
    refusals.push({ code: 'assign.flag-not-readable', facts: { file, row, column: name, value: cell(column) } });
  return yes.has(value);
}

const result = <T>(value: T, refusals: readonly Refusal[]): Result<T> =>
  refusals.length > 0 ? { ok: false, refusals } : { ok: true, value };

export async function readEntries(file: string): Promise<Result<readonly DemandEntry[]>> {
  const refusals: Refusal[] = [];
  const entries: DemandEntry[] = [];
  await eachRow(file, ['entry'], ['category', 'employer', 'topics', 'language'], refusals, (row) => {
    entries.push({
      file,
      row: row.row,
      entry: filled(row, 0, 'entry', refusals),
      category: row.cell(1),
      employers: several(row.cell(2)),
      topics: several(row.cell(3)),
      language: row.cell(4),
    });
  });
  return result(entries, refusals);
}

const judgeColumns = ['employer', 'categories', 'topics', 'language', 'lead', 'first_year', 'max_load'];

export async function readJudges(file: string): Promise<Result<readonly DemandJudge[]>> {
  const refusals: Refusal[] = [];
  const judges: DemandJudge[] = [];
  await eachRow(file, ['judge'], judgeColumns, refusals, (row) => {
    const categories = several(row.cell(2));
    const limit = row.cell(7) === '' ? null : wholeNumber(row.cell(7), { file, row: row.row, column: 'max_load' });
    if (typeof limit === 'object' && limit !== null) refusals.push(limit);
    else if (limit !== null && limit < 0)
      refusals.push({ code: 'csv.bad-number', facts: { file, row: row.row, column: 'max_load', value: row.cell(7) } });
    judges.push({
      file,
      row: row.row,
      judge: filled(row, 0, 'judge', refusals),
      employers: several(row.cell(1)),
      categories: categories.filter((name) => !name.startsWith('!')),
      optedOut: categories.filter((name) => name.startsWith('!')).map((name) => name.slice(1).trim()),
      topics: several(row.cell(3)),
      languages: several(row.cell(4)),
      lead: flag(row, 5, 'lead', refusals),
      firstYear: flag(row, 6, 'first_year', refusals),
      maxLoad: typeof limit === 'number' ? limit : null,
    });
  });
  return result(judges, refusals);
}

/** Writes what the pairs are worth into the numbered demand as they are read. */
export async function readPairs(file: string, numbered: Numbered): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const prices = new PairPrices(numbered);
  await eachRow(file, ['entry', 'judge', 'affinity'], [], refusals, (row) => {
    const value = row.cell(2);
    const affinity =
      value.toLowerCase() === 'conflict' ? ('conflict' as const) : /^\d{1,4}(?:\.0+)?$/.test(value) ? Number(value) : Number.NaN;
    const place = { file, row: row.row };
    if (affinity !== 'conflict' && !(affinity <= 1000))
      refusals.push({ code: 'assign.affinity-not-readable', facts: { ...place, column: 'affinity', value } });
    else {
      const refusal = prices.add(place, row.cell(0), row.cell(1), affinity);
      if (refusal) refusals.push(refusal);
    }
  });
  return refusals;
}

export type KeptSeat = { readonly row: number; readonly pair: number };

/** Seats of an earlier assignment, as pairs. */
export async function readKept(file: string, { entryNumber, judgeNumber, judges }: Numbered): Promise<Result<readonly KeptSeat[]>> {
  const refusals: Refusal[] = [];
  const kept = new Map<number, number>();
  await eachRow(file, ['entry', 'judge'], [], refusals, (row) => {
    const [entry, judge] = [row.cell(0), row.cell(1)];
    const place = { file, row: row.row };
    const [e, j] = [entryNumber.get(entry), judgeNumber.get(judge)];
    if (e === undefined) refusals.push({ code: 'assign.unknown-name', facts: { ...place, column: 'entry', name: entry } });
    if (j === undefined) refusals.push({ code: 'assign.unknown-name', facts: { ...place, column: 'judge', name: judge } });
    if (e === undefined || j === undefined) return;
    const before = kept.get(e * judges.length + j);
    if (before !== undefined) refusals.push({ code: 'assign.kept-twice', facts: { ...place, entry, judge, before } });
    else kept.set(e * judges.length + j, row.row);
  });
  return result(
    [...kept].map(([pair, row]) => ({ pair, row })),
    refusals,
  );
}
