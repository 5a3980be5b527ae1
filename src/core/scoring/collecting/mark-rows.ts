import type { Facts } from '../../problems/problem.ts';
import type { Refusal } from '../../problems/refusal.ts';
import { type MarkRow, notScored } from '../ballot-table.ts';
import { type Column, column, type Interned, intern } from './columns.ts';

/** Rows as read, in columns: names as numbers in the order met. A mark no 32-bit column holds stands in `odd` by its row's number. */
export type MarkRows = {
  readonly categories: Interned;
  readonly judges: Interned;
  readonly criteria: Interned;
  readonly files: Interned;
  readonly entryNames: string[];
  readonly entryCategory: number[];
  /** By category: numbers of its entries by name. */
  readonly entryNumbers: Map<string, number>[];
  readonly entryGroups: (string | undefined)[];
  /** Only of entries whose category is ranked in divisions. */
  readonly entryDivisions: (string | undefined)[];
  readonly judgeGroups: (string | undefined)[];
  readonly entry: Column<Int32Array>;
  readonly judge: Column<Int32Array>;
  readonly criterion: Column<Int32Array>;
  readonly mark: Column<Int32Array>;
  readonly row: Column<Int32Array>;
  readonly file: Column<Uint16Array>;
  /** When it was handed in, in ms since 1970; NaN where not said. */
  readonly at: Column<Float64Array>;
  readonly odd: Map<number, number>;
  readonly refusals: Refusal[];
};

const ints = (length: number) => new Int32Array(length);

/** Marks a column of 32 bits may hold. */
const longest = 2_000_000_000;

export function emptyRows(): MarkRows {
  return {
    categories: intern(),
    judges: intern(),
    criteria: intern(),
    files: intern(),
    entryNames: [],
    entryCategory: [],
    entryNumbers: [],
    entryGroups: [],
    entryDivisions: [],
    judgeGroups: [],
    entry: column(ints),
    judge: column(ints),
    criterion: column(ints),
    mark: column(ints),
    row: column(ints),
    file: column((length) => new Uint16Array(length)),
    at: column((length) => new Float64Array(length)),
    odd: new Map(),
    refusals: [],
  };
}

/** The number of an entry: its name counts within its category. */
export function entryNumber(rows: MarkRows, category: string, entry: string): number {
  const c = rows.categories.numberOf(category);
  let known = rows.entryNumbers[c];
  if (known === undefined) {
    known = new Map();
    rows.entryNumbers[c] = known;
  }
  const number = known.get(entry);
  if (number !== undefined) return number;
  known.set(entry, rows.entryNames.length);
  rows.entryNames.push(entry);
  rows.entryCategory.push(c);
  return rows.entryNames.length - 1;
}

/** What is said of row `i` in refusals. */
export function factsOf(rows: MarkRows, i: number): Facts & { readonly category: string; readonly criterion: string } {
  const entry = rows.entry.all()[i] ?? 0;
  return {
    category: rows.categories.names[rows.entryCategory[entry] ?? 0] ?? '',
    entry: rows.entryNames[entry] ?? '',
    judge: rows.judges.names[rows.judge.all()[i] ?? 0] ?? '',
    criterion: rows.criteria.names[rows.criterion.all()[i] ?? 0] ?? '',
    file: rows.files.names[rows.file.all()[i] ?? 0] || null,
    row: rows.row.all()[i] || null,
  };
}

/** The first group said of an entry or judge holds; another one is refused, as one of the two rows must be wrong. */
function noteGroup(
  rows: MarkRows,
  whose: 'entry' | 'judge',
  number: number,
  { category, entry, judge, file = null, row = null, ...groups }: MarkRow,
): void {
  const said = whose === 'entry' ? groups.entryGroup : groups.judgeGroup;
  if (said === undefined || said === null || said === '') return;
  const known = whose === 'entry' ? rows.entryGroups : rows.judgeGroups;
  const first = known[number];
  if (first === undefined) known[number] = said;
  else if (first !== said && rows.refusals.length < 1000)
    rows.refusals.push(
      whose === 'entry'
        ? { code: 'scoring.entry-group-differs', facts: { category, entry, group: said, first, file, row } }
        : { code: 'scoring.judge-group-differs', facts: { judge, group: said, first, file, row } },
    );
}

/** Adds row number `index`, counted from 0. */
export function addRow(rows: MarkRows, given: MarkRow, index: number): void {
  const { mark } = given;
  const entry = entryNumber(rows, given.category, given.entry);
  const judge = rows.judges.numberOf(given.judge);
  let value: number = typeof mark === 'string' ? notScored[mark] : notScored.missing;
  if (typeof mark === 'number') {
    if (Number.isInteger(mark) && mark >= -longest && mark <= longest) value = mark;
    else rows.odd.set(index, mark);
  }
  rows.entry.push(entry);
  rows.judge.push(judge);
  rows.criterion.push(rows.criteria.numberOf(given.criterion));
  rows.mark.push(value);
  rows.row.push(given.row ?? 0);
  rows.file.push(rows.files.numberOf(given.file ?? ''));
  rows.at.push(given.at ?? Number.NaN);
  if (given.entryGroup) noteGroup(rows, 'entry', entry, given);
  if (given.judgeGroup) noteGroup(rows, 'judge', judge, given);
}
