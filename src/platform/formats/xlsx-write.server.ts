/** Workbooks as Excel and LibreOffice open them: sheets of text, numbers and dates, bold heads that stay in view, and cells that take only certain values. */
import { escaped } from './xml-text.ts';
import { type Content, zip } from './zip.server.ts';

/** A day (`2027-01-29`) or a wall time (`2027-01-29 17:00:09`), which a spreadsheet can sort and count with; the zone stands in the head. */
export type WallTime = { readonly wall: string };
export type CellValue = string | number | null | WallTime;

export type SheetContent = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Widths of the columns in characters. */
  readonly widths?: readonly number[];
  /** Columns from 0 that take whole numbers from `min` to `max` or one of `words`; said where the cell is chosen, refused otherwise. */
  readonly asks?: readonly { readonly column: number; readonly formula: string; readonly title: string; readonly text: string }[];
};

/** 54 → `BC`. */
export function columnName(column: number): string {
  let [name, left] = ['', column + 1];
  while (left > 0) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
    left = Math.floor((left - 1) / 26);
  }
  return name;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Style 0 is plain, 1 the head of a column, 2 a day, 3 a wall time. */
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf>${[164, 165].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`).join('')}</cellXfs></styleSheet>`;

/** Days since 30 December 1899, as the 1900 date system of ECMA-376 (18.17.4.1) counts from March 1900 on. */
function serialOf(wall: string): number {
  const at = Date.parse(`${wall.length === 10 ? `${wall} 00:00:00` : wall}Z`.replace(' ', 'T'));
  return at / 86_400_000 + 25_569;
}

function cellXml(value: CellValue, row: number, column: number, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'object')
    return `<c r="${columnName(column)}${row}" s="${value.wall.length === 10 ? 2 : 3}"><v>${serialOf(value.wall)}</v></c>`;
  const at = `r="${columnName(column)}${row}" s="${style}"`;
  // Text is written as text: what begins with "=" is a name here and never a formula.
  return typeof value === 'number'
    ? `<c ${at}><v>${value}</v></c>`
    : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function rowXml(cells: readonly CellValue[], row: number, style: number): string {
  return `<row r="${row}">${cells.map((value, column) => cellXml(value, row, column, style)).join('')}</row>`;
}

function validations({ asks = [], rows }: SheetContent): string {
  if (asks.length === 0) return '';
  const each = asks.map(({ column, formula, title, text }) => {
    const cells = `${columnName(column)}2:${columnName(column)}${rows.length + 1}`;
    const says = `promptTitle="${escaped(title)}" prompt="${escaped(text)}" errorTitle="${escaped(title)}" error="${escaped(text)}"`;
    return `<dataValidation type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1" ${says} sqref="${cells}"><formula1>${escaped(formula)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

function sheetXml(sheet: SheetContent): string {
  const { head, rows, widths = [] } = sheet;
  const columns = head.map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[i] ?? 14}" customWidth="1"/>`).join('');
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const data = [rowXml(head, 1, 1), ...rows.map((cells, i) => rowXml(cells, i + 2, 0))].join('');
  return `${declaration}<worksheet xmlns="${main}">${view}<cols>${columns}</cols><sheetData>${data}</sheetData>${validations(sheet)}</worksheet>`;
}

/** Names of sheets as Excel takes them: at most 31 letters, none of []:*?/\, none twice whatever the case. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    for (let n = 1; ; n += 1) {
      const mark = n === 1 ? '' : ` (${n})`;
      const tried = clean.slice(0, 31 - mark.length).trim() + mark;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}

/** The workbook's bytes; the same sheets make the same bytes. */
export function workbook(sheets: readonly SheetContent[]): Buffer {
  const names = sheetNames(sheets.map(({ name }) => name));
  const list = names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = names
    .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${kind}.worksheet+xml"/>`)
    .join('');
  const links = names
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('');
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${overrides}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ['xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list}</sheets></workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships">${links}<Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ];
  const contents: Content[] = [
    ...parts.map(([name, xml]) => ({ name, bytes: Buffer.from(declaration + xml) })),
    { name: 'xl/styles.xml', bytes: Buffer.from(styles) },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, bytes: Buffer.from(sheetXml(sheet)) })),
  ];
  return zip(contents);
}
