import { type Problem, problem } from '#core/problems/problem.ts';
import type { Refusal } from '#core/problems/refusal.ts';
import { type CsvRecord, CsvScanner, type Delimiter } from './csv-scan.ts';
import { decode } from './text.server.ts';

/** One row below the header: its line in the file (the header is row 1) and its cells by column, trimmed, in Unicode form NFC. */
export type CsvRow<Column extends string> = { readonly row: number; readonly cells: Readonly<Record<Column, string>> };

/** The header's column names in lower case. Refuses bars between them. */
function readHeader(file: string, { row, cells }: CsvRecord): readonly string[] {
  const names = cells.map((name) => name.toLowerCase());
  if (names.length === 1 && names[0]?.includes('|')) throw problem('csv.wrong-delimiter', { file, row, delimiter: 'bars' });
  return names;
}

/** Where each of the columns stands. Throws for one that is missing or stands twice. */
export function columnsIn(
  file: string,
  names: readonly string[],
  needed: readonly string[],
  optional: readonly string[] = [],
): readonly number[] {
  return [...needed, ...optional].map((column) => {
    const at = names.indexOf(column);
    if (at < 0 && needed.includes(column)) throw problem('csv.missing-column', { file, row: 1, column, found: names.join(', ') });
    if (at !== names.lastIndexOf(column)) throw problem('csv.column-twice', { file, row: 1, column });
    return at;
  });
}

const partedBy: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** A row with more or fewer cells than the header. `7,5` without quotes shows as one cell too many with two numbers at the end. */
function shapeFault(file: string, { row, cells }: CsvRecord, names: readonly string[], delimiter: Delimiter): Problem {
  const [whole, decimals] = cells.slice(-2);
  if (delimiter === ',' && cells.length === names.length + 1 && /^-?\d+$/.test(whole ?? '') && /^\d+$/.test(decimals ?? '')) {
    return problem('csv.decimal-comma', { file, row, column: names.at(-1) ?? null, value: `${whole},${decimals}` });
  }
  return problem('csv.row-shape', { file, row, cells: cells.length, expected: names.length, delimiter: partedBy[delimiter] });
}

export type CsvTable = {
  /** The columns in lower case, and as written. */
  readonly names: readonly string[];
  readonly written: readonly string[];
  /** Rows below the header, a piece of the file at a time. */
  readonly records: AsyncIterable<readonly CsvRecord[]>;
  /** Where cells are parted by something else, a comma stands before decimals. */
  readonly decimalComma: boolean;
  /** The first row so far with letters and accents written apart, which are read as one; 0 for none. */
  readonly recomposed: () => number;
};

/**
 * Opens a table (RFC 4180, UTF-8 or marked UTF-16; cells parted by commas, semicolons or tabs) and reads it piece by piece, in memory of one piece. Throws a csv.*
 * problem that names the file, the row and the column at the first fault of form.
 */
export async function openCsv(file: string, bytes: AsyncIterable<Uint8Array>): Promise<CsvTable> {
  const scanner = new CsvScanner(file);
  async function* pieces(): AsyncGenerator<readonly CsvRecord[]> {
    for await (const text of decode(file, bytes)) yield scanner.push(text);
    yield scanner.end();
  }
  const source = pieces();
  let first: readonly CsvRecord[] = [];
  while (first.length === 0) {
    const next = await source.next();
    if (next.done) throw problem('csv.empty', { file });
    first = next.value;
  }
  const [header, ...rest] = first;
  const names = header ? readHeader(file, header) : [];
  async function* records(): AsyncGenerator<readonly CsvRecord[]> {
    let rows = 0;
    const held = (found: readonly CsvRecord[]) => {
      const odd = found.find(({ cells }) => cells.length !== names.length);
      if (odd) throw shapeFault(file, odd, names, scanner.delimiter);
      rows += found.length;
      return found;
    };
    yield held(rest);
    for await (const found of source) yield held(found);
    if (rows === 0) throw problem('csv.no-rows', { file });
  }
  return {
    names,
    written: header?.cells ?? [],
    records: records(),
    decimalComma: scanner.delimiter !== ',',
    recomposed: () => scanner.recomposed,
  };
}

/**
 * Reads a comma-separated table row by row. Column names are matched without regard to case; columns not asked for are passed over,
 * and an optional one that is not there reads as empty; blank rows are skipped. Throws as `openCsv`, and for a missing or doubled column.
 */
export async function* readCsv<Column extends string, Optional extends string = never>(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  needed: readonly Column[],
  optional: readonly Optional[] = [],
): AsyncGenerator<CsvRow<Column | Optional>> {
  const { names, records } = await openCsv(file, bytes);
  const columns = [...needed, ...optional];
  const at = columnsIn(file, names, needed, optional);
  for await (const found of records) {
    for (const { row, cells } of found) {
      const named = columns.map((column, i) => [column, cells[at[i] ?? -1] ?? '']);
      yield { row, cells: Object.fromEntries(named) as Record<Column | Optional, string> };
    }
  }
}

/** Where a cell stands, for its refusal. */
export type CellPlace = { readonly file: string; readonly row: number; readonly column: string };

/** The whole number a cell holds (`8`, `-3`, `8.0`), or why it holds none. Beyond 2⁵³ nothing is exact, so that is refused as well. */
export function wholeNumber(value: string, at: CellPlace): number | Refusal {
  const facts = { ...at, value };
  if (/^[+-]?\d+(\.0+)?$/.test(value)) {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { code: 'csv.bad-number', facts };
  }
  if (/^[+-]?\d+,\d+$/.test(value)) return { code: 'csv.decimal-comma', facts };
  if (value.startsWith('=')) return { code: 'csv.formula', facts };
  return { code: /^[+-]?\d*\.\d+$/.test(value) ? 'csv.decimal-mark' : 'csv.bad-number', facts };
}
