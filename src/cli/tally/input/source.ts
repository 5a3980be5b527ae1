import { readFileSync, statSync } from 'node:fs';
import { Problem, problem } from '#core/problems/problem.ts';
import { printable } from '#core/problems/visible.ts';
import { openCsv } from '#platform/formats/csv.server.ts';
import { openBytes } from '#platform/formats/text.server.ts';
import { looksLikeWorkbook, readWorkbook, type Sheet, type SheetRow } from '#platform/formats/xlsx-read.server.ts';
import { isBallotColumn, isHotcrp } from './ballot-columns.ts';
import type { Marking } from './cell.ts';
import { isLongForm, readLongForm } from './long-form.ts';
import type { RoundReading } from './rounds.ts';
import { mostMarks, Sink } from './sink.ts';
import type { Table, TableRow } from './table.ts';
import { type Columns, columnsAmong, isWideForm, readWideForm, type WideOptions } from './wide-form.ts';

export type Reading = {
  /** How the refusals call standard input. */
  readonly standardInput: string;
  /** What the one category is called where a file has no column for it. */
  readonly oneCategory: string;
  readonly criteria: ReadonlySet<string> | null;
  /** Sheets of these names hold no marks. */
  readonly instructions: ReadonlySet<string>;
  readonly progress?: (marks: number) => void;
  /** How the marks of a criterion are written. */
  readonly markingOf: (criterion: string) => Marking;
  /** How rounds are told apart, where there are several. */
  readonly rounds?: RoundReading;
};

/** Rows before which the columns must be named: a sheet may begin with a title. */
const headWithin = 20;

async function collected(records: Table['records']): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of records) rows.push(...batch);
  return rows;
}

type Part = { readonly table: Table; readonly rows: readonly TableRow[]; readonly judge?: string };

/** Tables with one row a ballot, of one file. */
function readParts(file: string, parts: readonly Part[], sink: Sink, reading: Reading): void {
  const found = columnsAmong(parts, reading.criteria);
  const { criteria, labelled, ofReviewer } = found;
  const passed = new Set(parts.flatMap(({ table }) => passedOver(table, found)));
  if (passed.size > 0) sink.notes.push({ kind: 'columns-passed-over', file, columns: [...passed].map(printable) });
  if (ofReviewer.length > 0) sink.notes.push({ kind: 'reviewer-columns', file, columns: ofReviewer.map(printable) });
  if (labelled.length > 0) sink.notes.push({ kind: 'labels', file, columns: labelled });
  if (parts.some(({ table }) => !table.names.includes('category'))) sink.notes.push({ kind: 'one-category', file });
  for (const { table, rows, judge } of parts) {
    const { oneCategory, markingOf } = reading;
    const options: WideOptions = { oneCategory, markingOf, criteria: reading.criteria, ...(judge !== undefined && { judge }) };
    readWideForm(table, rows, criteria, sink, options);
  }
}

function passedOver({ written, names }: Table, { criteria, ofReviewer }: Columns): readonly string[] {
  const asked = (name: string) => isBallotColumn(name.toLowerCase(), isHotcrp(names));
  return written.filter((name) => name !== '' && !criteria.has(name) && !ofReviewer.includes(name) && !asked(name));
}

/** A file that is plainly too long is refused before it is read: its length over the length of its first rows. */
function refuseTooLong(file: string, rows: readonly TableRow[]): void {
  const size = statSync(file).size;
  const read = rows.reduce((sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.length + 1, 0), 0);
  const about = Math.round((size / Math.max(1, read)) * rows.length);
  if (rows.length > 100 && about > mostMarks * 1.2) {
    throw problem('tally.too-many-marks', { file, about: Number(about.toPrecision(2)), limit: mostMarks });
  }
}

async function* watched(file: string, records: AsyncIterable<readonly TableRow[]>): AsyncGenerator<readonly TableRow[]> {
  let first = true;
  for await (const batch of records) {
    if (first && batch.length > 0 && file !== '-') refuseTooLong(file, batch);
    first &&= batch.length === 0;
    yield batch;
  }
}

async function readCsvFile(path: string, sink: Sink, reading: Reading): Promise<void> {
  const file = path === '-' ? reading.standardInput : printable(path);
  const { names, written, records, decimalComma, recomposed } = await openCsv(file, openBytes(path));
  const table: Table = { file, names, written, decimalComma, records: watched(path, records) };
  if (!isLongForm(names) && (isHotcrp(names) || isWideForm(names, false)))
    readParts(file, [{ table, rows: await collected(table.records) }], sink, reading);
  else await readLongForm(table, sink, reading);
  if (recomposed() > 0) sink.notes.push({ kind: 'recomposed', file, row: recomposed() });
}

/** The table in a sheet: the first of its rows that names an entry begins it. */
function tableIn(file: string, sheet: Sheet): { readonly table: Table; readonly rows: readonly SheetRow[] } | undefined {
  const rows = [...sheet.rows()];
  const at = rows.slice(0, headWithin).findIndex(({ cells }) => cells.some((cell) => ['entry', 'paper'].includes(cell.toLowerCase())));
  const head = rows[at];
  if (!head) return undefined;
  const below = rows.slice(at + 1);
  const written = head.cells;
  const names = written.map((name) => name.toLowerCase());
  const table = { file: `${file}, ${printable(sheet.name)}`, names, written, records: [below], decimalComma: true };
  return { table, rows: below };
}

/** A hidden sheet is never counted, as nobody who looked the marks over saw it; nor passed over in silence where it holds marks. */
function hiddenSheet(file: string, sheet: Sheet, sink: Sink, { criteria }: Reading): boolean {
  const inside = tableIn(file, sheet);
  const holds = inside && inside.rows.length > 0 && (isLongForm(inside.table.names) || columnsAmong([inside], criteria).criteria.size > 0);
  if (holds) sink.refuse({ code: 'xlsx.hidden-sheet', facts: { file, sheet: printable(sheet.name) } });
  return holds === true;
}

async function readWorkbookFile(path: string, sink: Sink, reading: Reading): Promise<void> {
  const file = printable(path);
  const parts: Part[] = [];
  let found = 0;
  const passed: string[] = [];
  const hidden: string[] = [];
  for (const sheet of readWorkbook(file, readFileSync(path))) {
    if (reading.instructions.has(sheet.name)) continue;
    if (sheet.hidden) {
      if (!hiddenSheet(file, sheet, sink, reading)) hidden.push(sheet.name);
      continue;
    }
    const inside = tableIn(file, sheet);
    if (!inside) {
      if ([...sheet.rows()].length === 0) passed.push(sheet.name);
      else sink.refuse({ code: 'xlsx.sheet-not-understood', facts: { file: `${file}, ${sheet.name}`, needed: 'entry' } });
      continue;
    }
    found += 1;
    const { table, rows } = inside;
    if (isLongForm(table.names)) await readLongForm(table, sink, reading);
    else
      parts.push({
        table,
        rows,
        ...(table.names.some((name) => ['judge', 'email', 'reviewername'].includes(name))
          ? {}
          : { judge: sink.name(sheet.name, file, 1, sheet.name) }),
      });
  }
  if (found === 0 && sink.refused === 0) throw problem('xlsx.no-sheets', { file });
  if (passed.length > 0) sink.notes.push({ kind: 'sheets-passed-over', file, sheets: passed.map(printable) });
  if (hidden.length > 0) sink.notes.push({ kind: 'sheets-hidden', file, sheets: hidden.map(printable) });
  if (parts.length > 0) readParts(file, parts, sink, reading);
}

async function startsLikeWorkbook(file: string): Promise<boolean> {
  if (file === '-') return false;
  try {
    for await (const chunk of openBytes(file)) return looksLikeWorkbook(chunk);
  } catch {
    // Reading it in earnest will say what is wrong.
  }
  return false;
}

/** What tells one file from another, however it is spelled or linked. */
function placeOf(file: string): string {
  const found = file === '-' ? undefined : statSync(file, { throwIfNoEntry: false, bigint: true });
  return found?.isFile() ? `${found.dev}:${found.ino}` : file;
}

/**
 * All marks of several files: CSV in long form or with one row a ballot, HotCRP's reviews, workbooks with a sheet a judge or in long
 * form. A fault of form ends its file; a bad cell is noted and reading goes on, so that all are told at once.
 */
export async function readBallotFiles(files: readonly string[], reading: Reading): Promise<Sink> {
  const sink = new Sink(reading.progress, reading.rounds);
  const read = new Map<string, string>();
  const nameOf = (file: string) => (file === '-' ? reading.standardInput : printable(file));
  for (const file of files) {
    const place = placeOf(file);
    const first = read.get(place);
    if (first !== undefined) {
      sink.refuse({ code: 'tally.ballots-twice', facts: { file: nameOf(file), first: nameOf(first) } });
      continue;
    }
    read.set(place, file);
    try {
      if (await startsLikeWorkbook(file)) await readWorkbookFile(file, sink, reading);
      else await readCsvFile(file, sink, reading);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      sink.refuse({ code: error.code, facts: error.facts });
    }
  }
  if (sink.refused === 0 && [...sink.collectors.values()].every((collector) => collector.seen().every(({ lowest }) => lowest === null))) {
    sink.refuse({
      code: 'tally.no-marks',
      facts: { file: files.map(nameOf).join(', ') },
    });
  }
  return sink;
}
