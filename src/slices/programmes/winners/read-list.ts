/** A list of past winners as its file has it, CSV or JSON, → rows → winners. */
import { type ReadList, readWinners } from '#core/honours/read-winners.ts';
import type { Fault, Reading, WrittenRow } from '#core/honours/row.ts';
import { problem } from '#core/problems/problem.ts';
import { type CsvRecord, CsvScanner } from '#platform/formats/csv-scan.ts';

export type Format = 'csv' | 'json';
export type WrittenList = { readonly file: string; readonly format: Format; readonly content: string };

type Rows = { readonly rows: readonly WrittenRow[]; readonly faults: readonly Fault[] };

function csvRows({ file, content }: WrittenList): Rows {
  const scanner = new CsvScanner(file);
  const records = [...scanner.push(content.replace(/^\ufeff/, '')), ...scanner.end()];
  const [head, ...below] = records;
  const names = head?.cells ?? [];
  const fits = ({ cells }: CsvRecord) => cells.length === names.length;
  const rows = below.filter(fits).map(({ row, cells }) => ({ row, cells: names.map((name, i) => [name, cells[i]] as const) }));
  const faults = below
    .filter((record) => !fits(record))
    .map(({ row, cells }): Fault => {
      return { code: 'winners.row-shape', facts: { row, cells: cells.length, expected: names.length }, row, column: '' };
    });
  return { rows, faults };
}

function jsonRows({ content }: WrittenList): Rows {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    // Brackets nested too deep are a RangeError, and no list either.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    throw problem('winners.not-json');
  }
  const list = typeof value === 'object' && value !== null && 'winners' in value ? value.winners : value;
  if (!Array.isArray(list) || list.some((item) => typeof item !== 'object' || item === null || Array.isArray(item)))
    throw problem('winners.not-a-list');
  return { rows: list.map((item: object, i) => ({ row: i + 1, cells: Object.entries(item) })), faults: [] };
}

/** @throws Problem csv.* or winners.* for a file that is no table at all; what is wrong with its rows is in the answer */
export function readList(list: WrittenList, reading: Reading): ReadList {
  const { rows, faults } = list.format === 'json' ? jsonRows(list) : csvRows(list);
  // A column nobody named may be what is wrong with the one row there is.
  const read = rows.length === 0 && faults.length > 0 ? { winners: [], refusals: [], faults: [], doubts: [] } : readWinners(rows, reading);
  return { ...read, faults: [...read.faults, ...faults].sort((a, b) => a.row - b.row) };
}
