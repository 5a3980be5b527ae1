/** The rows of a spreadsheet somebody sent in, whether it is CSV or a workbook: its first line names the columns. */
import { problem } from '#core/problems/problem.ts';
import { CsvScanner } from './csv-scan.ts';
import { decode } from './text.server.ts';
import { looksLikeWorkbook, readWorkbook } from './xlsx-read.server.ts';
import { openZip } from './zip.server.ts';

/** Of a table of 5,000 rows, which needs less: in bytes, sent and unpacked. */
const largest = { sent: 4_000_000, unpacked: 40_000_000 };

export type Row = { readonly row: number; readonly cells: readonly string[] };

async function rowsOfText(file: File): Promise<Row[]> {
  async function* bytes() {
    yield new Uint8Array(await file.arrayBuffer());
  }
  const scanner = new CsvScanner(file.name);
  const rows: Row[] = [];
  for await (const piece of decode(file.name, bytes())) rows.push(...scanner.push(piece.replace(/^\ufeff/, '')));
  return [...rows, ...scanner.end()];
}

/** The first sheet people see. */
function rowsOfWorkbook(name: string, bytes: Buffer, mostRows: number): Row[] {
  openZip(name, bytes, largest.unpacked);
  const sheet = readWorkbook(name, bytes).find(({ hidden }) => !hidden);
  const rows: Row[] = [];
  for (const { row, cells } of sheet?.rows() ?? []) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    rows.push({ row, cells });
    if (rows.length > mostRows + 1) break;
  }
  return rows;
}

/** @throws Problem `general.too-large` for more than `mostRows` below the names of the columns */
export async function rowsIn(file: File, mostRows: number): Promise<Row[]> {
  if (file.size > largest.sent) throw problem('general.too-large', { limit: largest.sent });
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const rows = looksLikeWorkbook(start)
    ? rowsOfWorkbook(file.name, Buffer.from(await file.arrayBuffer()), mostRows)
    : await rowsOfText(file);
  if (rows.length > mostRows + 1) throw problem('general.too-large', { limit: mostRows });
  return rows;
}
