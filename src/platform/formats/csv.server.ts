import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Problem, problem } from '#core/problems/problem.ts';
import type { Refusal } from '#core/problems/refusal.ts';

/** One row below the header: its line in the file (the header is row 1) and its cells by column, trimmed, in Unicode form NFC. */
export type CsvRow<Column extends string> = { readonly row: number; readonly cells: Readonly<Record<Column, string>> };

/** A record longer than this is a quote never closed, not a row. In characters. */
const longestRecord = 1_000_000;

/** Opens a file as bytes; `-` is standard input. */
export function openBytes(file: string): AsyncIterable<Uint8Array> {
  return file === '-' ? process.stdin : createReadStream(file);
}

/** UTF-8 text of the bytes, its byte order mark dropped. Throws csv.* problems for anything that is not UTF-8, and for nothing at all. */
async function* decode(file: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let first = true;
  try {
    for await (const chunk of bytes) {
      if (first && looksLikeUtf16(chunk)) throw problem('csv.utf-16', { file });
      first = false;
      const text = decodeChunk(decoder, chunk, file, line);
      line += text.split('\n').length - 1;
      yield text;
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error) {
      throw problem('csv.unreadable-file', { file, reason: String(error.code) });
    }
    throw error;
  }
  if (first) throw problem('csv.empty', { file });
}

function looksLikeUtf16(start: Uint8Array): boolean {
  const [a, b] = start;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || start.subarray(0, 64).includes(0);
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array, file: string, line: number): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    const readable = new TextDecoder().decode(chunk);
    throw problem('csv.not-utf-8', { file, row: line + readable.slice(0, readable.indexOf('\ufffd')).split('\n').length - 1 });
  }
}

const delimiters: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** The header's column names as written, lower case. Refuses a delimiter other than the comma, and missing or doubled columns. */
function readHeader(file: string, record: readonly string[], needed: readonly string[]): readonly string[] {
  const names = record.map((name) => name.normalize('NFC').toLowerCase());
  const [only = ''] = names;
  const other = Object.keys(delimiters).find((delimiter) => only.includes(delimiter));
  if (names.length === 1 && other) throw problem('csv.wrong-delimiter', { file, row: 1, delimiter: delimiters[other] ?? other });
  for (const column of needed) {
    if (!names.includes(column)) throw problem('csv.missing-column', { file, row: 1, column, found: names.join(', ') });
    if (names.indexOf(column) !== names.lastIndexOf(column)) throw problem('csv.column-twice', { file, row: 1, column });
  }
  return names;
}

type Reading = { names: readonly string[]; rows: number; lastRow: number };

/** What the parser found wrong, as a refusal. `7,5` without quotes shows as one cell too many with two numbers at the end. */
function faultOf(file: string, error: CsvError, { names, lastRow }: Reading): Problem {
  // Of a quote never closed the parser knows where the file ended; the reader has to look where it began.
  const row = error.code === 'CSV_QUOTE_NOT_CLOSED' ? lastRow + 1 : Number(error.lines);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return problem('csv.row-too-long', { file, row: lastRow + 1, limit: longestRecord });
  if (error.code !== 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') return problem('csv.bad-quote', { file, row });
  const cells: readonly unknown[] = Array.isArray(error.record) ? error.record : [];
  const [whole, decimals] = cells.slice(-2).map(String);
  if (cells.length === names.length + 1 && /^-?\d+$/.test(whole ?? '') && /^\d+$/.test(decimals ?? '')) {
    return problem('csv.decimal-comma', { file, row, column: names.at(-1) ?? null, value: `${whole},${decimals}` });
  }
  return problem('csv.row-shape', { file, row, cells: cells.length, expected: names.length });
}

/**
 * Reads a comma-separated table (RFC 4180, UTF-8 with or without byte order mark) row by row, in memory of one row. Column names are
 * matched without regard to case; columns not asked for are passed over; blank rows are skipped. Throws a csv.* problem that names the
 * file, the row and the column at the first fault of form.
 */
export async function* readCsv<Column extends string>(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  columns: readonly Column[],
): AsyncGenerator<CsvRow<Column>> {
  const reading: Reading = { names: [], rows: 0, lastRow: 0 };
  const parser = parse({
    trim: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: longestRecord,
    on_record: (record: string[], { lines }) => {
      reading.lastRow = lines;
      if (reading.names.length === 0) {
        reading.names = readHeader(file, record, columns);
        return null;
      }
      reading.rows += 1;
      return [String(lines), ...record];
    },
  });
  const source = Readable.from(decode(file, bytes));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const [row, ...record] of parser as AsyncIterable<string[]>) {
      const cells = columns.map((column) => [column, (record[reading.names.indexOf(column)] ?? '').normalize('NFC')]);
      yield { row: Number(row), cells: Object.fromEntries(cells) as Record<Column, string> };
    }
  } catch (error) {
    throw error instanceof CsvError ? faultOf(file, error, reading) : error;
  } finally {
    source.destroy();
  }
  if (reading.names.length === 0) throw problem('csv.empty', { file });
  if (reading.rows === 0) throw problem('csv.no-rows', { file });
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
  return { code: /^[+-]?\d*\.\d+$/.test(value) ? 'csv.decimal-mark' : 'csv.bad-number', facts };
}
