/** The archive of a copy: one page to read, one text a part to work with, everything once more for machines, and the files. */
import { buffer } from 'node:stream/consumers';
import type { Json } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import { openFile } from '#platform/files.server.ts';
import { csvText } from '#platform/formats/csv-text.ts';
import { type Content, zip } from '#platform/formats/zip.server.ts';
import type { Part } from '#platform/privacy/holders.ts';
import { wordsFor } from '#words/index.ts';

/** Larger ones are given where they lie: an archive is made in memory. */
const largestFile = 20_000_000;
const allFiles = 200_000_000;

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const said = (value: Json | undefined) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''));

function headOf(part: Part): string[] {
  return [...new Set(part.rows.flatMap((row) => Object.keys(row)))];
}

function section(part: Part, title: string, leftOut: readonly string[]): string {
  const head = headOf(part);
  const cells = (tag: string, values: readonly string[]) => values.map((value) => `<${tag}>${html(value)}</${tag}>`).join('');
  const rows = part.rows.map(
    (row) =>
      `<tr>${cells(
        'td',
        head.map((name) => said(row[name])),
      )}</tr>`,
  );
  const table = rows.length === 0 ? '' : `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  return `<h2>${html(title)} (${part.rows.length})</h2>\n${table}\n${leftOut.map((text) => `<p><em>${html(text)}</em></p>`).join('\n')}`;
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border-bottom:1px solid #ccc;padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top;white-space:pre-wrap}';

function page(ctx: Ctx, parts: readonly Part[], large: number): string {
  const words = wordsFor(ctx.language).privacy;
  const sections = parts
    .filter(({ rows, leftOut = [] }) => rows.length > 0 || leftOut.some(({ count }) => count > 0))
    .map((part) => {
      const leftOut = (part.leftOut ?? []).filter(({ count }) => count > 0).map(({ what, count }) => words.leftOut(what, count));
      return section(part, words.part(part.name), leftOut);
    });
  const files = large > 0 ? `<p><em>${html(words.leftOut('large-files', large))}</em></p>` : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${html(words.copy.title)}</title><style>${style}</style>
<h1>${html(words.copy.title)}</h1><p>${html(words.copy.lead)}</p>\n${sections.join('\n')}\n${files}</html>\n`;
}

type Files = { readonly contents: readonly Content[]; readonly large: number };

/** Two files of one name in one place get numbers. */
async function filesIn(ctx: Ctx, parts: readonly Part[]): Promise<Files> {
  const contents: Content[] = [];
  let [left, large] = [allFiles, 0];
  for (const [i, { name, sha256 }] of parts.flatMap(({ files = [] }) => files).entries()) {
    const stream = await openFile(ctx.organisation, sha256);
    if (stream === undefined) continue;
    const bytes = await buffer(stream);
    if (bytes.length > largestFile || bytes.length > left) large += 1;
    else {
      left -= bytes.length;
      contents.push({ name: `files/${i + 1}-${name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')}`, bytes });
    }
  }
  return { contents, large };
}

export async function archiveOf(ctx: Ctx, parts: readonly Part[]): Promise<Buffer> {
  const { contents, large } = await filesIn(ctx, parts);
  const text = (name: string, content: string): Content => ({ name, bytes: Buffer.from(content) });
  const tables = parts
    .filter(({ rows }) => rows.length > 0)
    .map((part) => {
      const head = headOf(part);
      return text(
        `${part.name}.csv`,
        csvText(
          head,
          part.rows.map((row) => head.map((name) => said(row[name]))),
        ),
      );
    });
  const all = Object.fromEntries(parts.map(({ name, rows, leftOut = [] }) => [name, { rows, leftOut }]));
  return zip([
    text('index.html', page(ctx, parts, large)),
    text('data.json', `${JSON.stringify(all, undefined, 2)}\n`),
    ...tables,
    ...contents,
  ]);
}
