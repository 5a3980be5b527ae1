/** A spreadsheet of categories that somebody sent in: the tree it would make, what differs, or all that is wrong with it by its rows. */
import { treeFromTable } from '#core/categories/from-table.ts';
import { type Difference, differences } from '#core/editions/differences.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { Problem, problem } from '#core/problems/problem.ts';
import { plainJson } from '#core/record/canonical.ts';
import { problemView } from '#http/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { rowsIn } from '#platform/formats/table-rows.server.ts';
import { partsOf } from '../configuration/read.ts';
import { partFrom } from '../configuration/read-document.ts';
import { requirePossible } from '../configuration/save.ts';
import type { Edition } from '../edition.ts';
import { asBody, type Body } from './changes.ts';

/** A tree has 5,000 nodes at most. */
const mostRows = 5_000;

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
  const [head, ...rows] = await rowsIn(file, mostRows);
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
