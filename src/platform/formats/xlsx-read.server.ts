/** Workbooks of Excel, LibreOffice and their kind (ECMA-376), as far as tables of names and numbers go. */
import { problem } from '#core/problems/problem.ts';
import { elements, firstElement, plain } from './xml-text.ts';
import { type Archive, openZip } from './zip.server.ts';

/** One row of a sheet: its number as the spreadsheet shows it, the text of its cells, and which cells are computed, by column from 0. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[]; readonly formulas: ReadonlyMap<number, string> };

/** `hidden`: the spreadsheet does not show it, so whoever looked the marks over has not seen it. */
export type Sheet = { readonly name: string; readonly hidden: boolean; readonly rows: () => Iterable<SheetRow> };

/** All parts of a workbook together may not unpack to more: what a million rows need, and less than would hurt. In bytes. */
const largest = 300_000_000;

/** Sheets have at most so many columns; more is a file that lies. */
const widest = 16_384;

/** True for a file that is an archive, as every workbook of today is. */
export function looksLikeWorkbook(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;
}

/** `BC12` → 54, its column from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/gi, '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Text in one piece or in several with looks of their own; what is read aloud beside it (`rPh`) is no part of it. */
function richText(xml: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh\s*>/g, '') : xml;
  return [...elements(spoken, 't')].map(({ inner }) => plain(inner)).join('');
}

function cellText(type: string | undefined, inner: string, shared: readonly string[]): string {
  if (type === 'inlineStr') return richText(inner);
  const value = firstElement(inner, 'v');
  const text = value ? plain(value.inner) : '';
  if (type === 's') return shared[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return text;
}

/** Numbers as a spreadsheet keeps them: `8`, `7.5`, and `7.000000000000001` for what was computed from tenths. */
function tidy(text: string): string {
  if (!/^-?\d+\.\d{10,}(E[-+]?\d+)?$/.test(text)) return text;
  return String(Number(Number(text).toPrecision(12)));
}

function* rowsOf(xml: string, shared: readonly string[]): Generator<SheetRow> {
  let row = 0;
  for (const { attributes, inner } of elements(xml, 'row')) {
    row = attributes.r === undefined ? row + 1 : Number(attributes.r);
    const cells: string[] = [];
    const formulas = new Map<number, string>();
    for (const { attributes: at, inner: content } of elements(inner, 'c')) {
      const column = at.r === undefined ? cells.length : columnOf(at.r);
      if (column < 0 || column >= widest) continue;
      while (cells.length < column) cells.push('');
      cells[column] = tidy(cellText(at.t, content, shared))
        .trim()
        .normalize('NFC');
      const formula = firstElement(content, 'f');
      if (formula) formulas.set(column, `=${plain(formula.inner)}`);
    }
    if (cells.some((cell) => cell !== '') || formulas.size > 0) yield { row, cells, formulas };
  }
}

function textOf(archive: Archive, name: string): string | undefined {
  return archive
    .read(name)
    ?.toString('utf8')
    .replace(/^\ufeff/, '');
}

/** Where each relation of the workbook leads: names of parts, from the root of the archive. */
function targetsOf(archive: Archive, workbook: string): ReadonlyMap<string, string> {
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const relations = textOf(archive, `${folder}_rels/${workbook.slice(folder.length)}.rels`) ?? '';
  return new Map(
    [...elements(relations, 'Relationship')].map(({ attributes: { Id = '', Target = '' } }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : folder + Target,
    ]),
  );
}

/**
 * The sheets of a workbook in their order, hidden ones too. Throws `zip.*` for what is no whole archive or unpacks to too much,
 * `xlsx.not-a-workbook` for an archive of another kind.
 */
export function readWorkbook(file: string, bytes: Buffer): readonly Sheet[] {
  const archive = openZip(file, bytes, largest);
  const root = textOf(archive, '_rels/.rels') ?? '';
  const main = [...elements(root, 'Relationship')].find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'));
  const workbook = main?.attributes.Target?.replace(/^\//, '') ?? 'xl/workbook.xml';
  const text = textOf(archive, workbook);
  if (text === undefined) throw problem('xlsx.not-a-workbook', { file });
  const targets = targetsOf(archive, workbook);
  const strings = [...targets.values()].find((target) => target.toLowerCase().endsWith('sharedstrings.xml'));
  const shared = [...elements((strings && textOf(archive, strings)) ?? '', 'si')].map(({ inner }) => richText(inner));
  return [...elements(text, 'sheet')].flatMap(({ attributes }): Sheet[] => {
    const relation = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const part = targets.get(relation);
    if (part === undefined || !part.includes('worksheets/')) return [];
    const hidden = (attributes.state ?? 'visible') !== 'visible';
    return [{ name: (attributes.name ?? '').normalize('NFC').trim(), hidden, rows: () => rowsOf(textOf(archive, part) ?? '', shared) }];
  });
}
