/** A spreadsheet of categories that somebody sent in: the tree it would make, what differs, or all that is wrong with it by its rows. */
import { treeFromTable } from '#core/categories/from-table.ts';
import { type Difference, differences } from '#core/editions/differences.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { Problem, problem } from '#core/problems/problem.ts';
import { plainJson } from '#core/record/canonical.ts';
import { problemView } from '#http/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { CsvScanner } from '#platform/formats/csv-scan.ts';
import { decode } from '#platform/formats/text.server.ts';
import { looksLikeWorkbook, readWorkbook } from '#platform/formats/xlsx-read.server.ts';
import { openZip } from '#platform/formats/zip.server.ts';
import { partsOf } from '../configuration/read.ts';
import { partFrom } from '../configuration/read-document.ts';
import { requirePossible } from '../configuration/save.ts';
import type { Edition } from '../edition.ts';
import { asBody, type Body } from './changes.ts';

/** A tree has 5,000 nodes at most; a table of that many rows needs less. In bytes, sent and unpacked. */
const largest = { sent: 4_000_000, unpacked: 40_000_000 };
const mostRows = 5_000;

type Row = { readonly row: number; readonly cells: readonly string[] };

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
function rowsOfWorkbook(name: string, bytes: Buffer): Row[] {
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

async function rowsIn(file: File): Promise<Row[]> {
  if (file.size > largest.sent) throw problem('general.too-large', { limit: largest.sent });
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const rows = looksLikeWorkbook(start) ? rowsOfWorkbook(file.name, Buffer.from(await file.arrayBuffer())) : await rowsOfText(file);
  if (rows.length > mostRows + 1) throw problem('general.too-large', { limit: mostRows });
  return rows;
}

type FaultLine = { readonly row: number; readonly text: string };
export type FoundInTable =
  | { readonly ok: false; readonly faults: readonly FaultLine[] }
  | { readonly ok: true; readonly differences: readonly Difference[]; readonly body: string };

/** What is wrong with the tree as a whole, at the rows its nodes come from; what stood there before is told as of row 1. */
function faultsOfTree(error: Problem, body: Body, rows: ReadonlyMap<string, number>, language: string): FaultLine[] {
  const nodes = Array.isArray(body) ? body : [];
  return problemView(error, language).fields.map(({ path, message }) => {
    const [, at = '', column = ''] = /^categories\.(\d+)(?:\.([a-z]+))?/i.exec(path) ?? [];
    const node = nodes[Number(at)];
    const code = typeof node === 'object' && node !== null && 'code' in node && typeof node.code === 'string' ? node.code : '';
    return { row: rows.get(code) ?? 1, text: `${[code, column].filter(Boolean).join(', ')}: ${message}` };
  });
}

/** Nothing is written; the tree comes back as what `changePart` takes. */
export async function foundInTable(ctx: Ctx, edition: Edition, file: File): Promise<FoundInTable> {
  const [head, ...rows] = await rowsIn(file);
  const parts = await partsOf(ctx, edition);
  const read = treeFromTable(head?.cells ?? [], rows, parts.categories, mainLanguage(parts));
  const said = (fault: (typeof read.faults)[number]) => problemView(problem(fault.code, fault.facts), ctx.language).detail;
  if (read.faults.length > 0) return { ok: false, faults: read.faults.map((fault) => ({ row: fault.row, text: said(fault) })) };
  const body = asBody(read.categories);
  try {
    const next = { ...parts, ...partFrom('categories', body) };
    requirePossible(next, edition.zone);
    const found = differences(plainJson({ categories: parts.categories }), plainJson({ categories: next.categories }));
    return { ok: true, differences: found, body: JSON.stringify(body) };
  } catch (error) {
    if (!(error instanceof Problem) || error.fields.length === 0) throw error;
    return { ok: false, faults: faultsOfTree(error, body, read.rows, ctx.language) };
  }
}
