/** A list as a file for a spreadsheet: the same rows as CSV or as a workbook, whichever its address ends in. */
import { csvText } from '#platform/formats/csv-text.ts';
import { type CellValue, workbook } from '#platform/formats/xlsx-write.server.ts';

type TableFile = {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Of the workbook's one sheet. */
  readonly sheet: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
};

const kinds = {
  csv: { type: 'text/csv; charset=utf-8', bytes: ({ head, rows }: TableFile) => csvText(head, rows) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: ({ sheet, head, rows }: TableFile) => new Uint8Array(workbook([{ name: sheet, head, rows, widths: widthsOf(head, rows) }])),
  },
} as const;

/** As wide as what stands in the first rows, so that nothing has to be pulled wide before it can be read. */
function widthsOf(head: TableFile['head'], rows: TableFile['rows']): number[] {
  const lengthOf = (cell: CellValue) => (cell !== null && typeof cell === 'object' ? cell.wall : String(cell ?? '')).length;
  return head.map((name, i) => Math.min(60, 2 + Math.max(8, name.length, ...rows.slice(0, 200).map((row) => lengthOf(row[i] ?? null)))));
}

/** `pathname` ends in `.csv` or `.xlsx`. */
export function tableAnswer(pathname: string, file: TableFile): Response {
  const ending = pathname.endsWith('.xlsx') ? 'xlsx' : 'csv';
  const { type, bytes } = kinds[ending];
  return new Response(bytes(file), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${file.name}.${ending}"`,
      'cache-control': 'private, no-store',
    },
  });
}
