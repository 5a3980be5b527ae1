import type { Refusal } from '#core/problems/refusal.ts';
import { markIn, notScoredWord, timeIn } from './cell.ts';
import type { Sink } from './sink.ts';
import type { Table, TableRow } from './table.ts';

/** Columns of a table with one row a ballot that are not criteria. */
const own = [
  'entry',
  'category',
  'judge',
  'entry_group',
  'judge_group',
  'at',
  'paper',
  'title',
  'review',
  'reviewername',
  'email',
  'round',
];

/** How the columns of a table with one row a ballot name the entry and the judge. */
type Shape = { readonly entry: readonly number[]; readonly judge: number; readonly category: number };

export type WideOptions = {
  /** The judge of every row, where the table is one judge's. */
  readonly judge?: string;
  readonly oneCategory: string;
  /** Criteria the rules name; null where they name none. */
  readonly criteria: ReadonlySet<string> | null;
};

/** True for the reviews HotCRP exports: paper, title, then review, reviewername and email as far as the reader may see them, then the form's fields. */
export function isHotcrp(names: readonly string[]): boolean {
  return names.includes('paper') && ['review', 'reviewername', 'email'].some((column) => names.includes(column));
}

export function isWideForm(names: readonly string[], judge: boolean): boolean {
  return names.includes('entry') && (judge || names.includes('judge'));
}

function shapeOf({ names }: Table): Shape {
  const at = (...columns: string[]) => columns.map((column) => names.indexOf(column)).filter((column) => column >= 0);
  const entry = names.includes('entry') ? at('entry') : at('paper', 'title');
  return { entry, judge: at('judge', 'email', 'reviewername', 'review')[0] ?? -1, category: names.indexOf('category') };
}

const marked = (text: string): boolean => /^[+-]?\d+([.,]\d+)?$/.test(text) || text.startsWith('=');

/**
 * The columns that are criteria: those the rules name; without rules, those whose cells are mostly marks. Columns of words (comments,
 * summaries) are passed over, and said to be. Decided over all tables of a file, so that one judge's slips hide no column.
 */
export function criteriaAmong(
  tables: readonly { readonly table: Table; readonly rows: readonly TableRow[] }[],
  rules: WideOptions['criteria'],
): ReadonlySet<string> {
  const counts = new Map<string, { filled: number; marks: number }>();
  for (const { table, rows } of tables) {
    table.written.forEach((name, column) => {
      if (name === '' || own.includes(name.toLowerCase())) return;
      const count = counts.get(name) ?? { filled: 0, marks: 0 };
      for (const { cells, formulas } of rows) {
        const text = formulas?.get(column) ?? cells[column] ?? '';
        if (text === '' || notScoredWord(text)) continue;
        count.filled += 1;
        if (marked(text)) count.marks += 1;
      }
      counts.set(name, count);
    });
  }
  const found = [...counts].filter(([name, { filled, marks }]) => rules?.has(name) ?? (marks > 0 && 2 * marks >= filled));
  return new Set(found.map(([name]) => name));
}

const isRefusal = (found: unknown): found is Refusal => typeof found === 'object' && found !== null;

/** Names may be wanting: said with the column that should hold them. */
function nameOf(file: string, { row, cells }: TableRow, columns: readonly number[], { written }: Table, sink: Sink): string | undefined {
  const parts = columns.map((column) => cells[column] ?? '').filter((part) => part !== '');
  if (parts.length > 0) return sink.name(parts.join(' '));
  sink.refuse({ code: 'csv.cell-empty', facts: { file, row, column: written[columns[0] ?? 0] ?? '' } });
  return undefined;
}

/** One row a ballot, one column a criterion. */
export function readWideForm(
  table: Table,
  rows: readonly TableRow[],
  criteria: ReadonlySet<string>,
  sink: Sink,
  options: WideOptions,
): void {
  const { file, written, names } = table;
  const shape = shapeOf(table);
  const columns = written.flatMap((name, column) => (criteria.has(name) && !own.includes(name.toLowerCase()) ? [{ name, column }] : []));
  const group = (row: TableRow, column: string) => sink.name(row.cells[names.indexOf(column)] ?? '') || null;
  for (const row of rows) {
    // A ballot nobody filled in, as a template has many: not even a missing mark to be asked after.
    if (columns.every(({ column }) => (row.cells[column] ?? '') === '' && !row.formulas?.has(column))) continue;
    const entry = nameOf(file, row, shape.entry, table, sink);
    const judge = options.judge ?? nameOf(file, row, [shape.judge], table, sink);
    const category = shape.category < 0 ? options.oneCategory : nameOf(file, row, [shape.category], table, sink);
    const time = timeIn(row.cells[names.indexOf('at')] ?? '', { file, row: row.row, column: 'at' });
    if (isRefusal(time)) sink.refuse(time);
    if (entry === undefined || judge === undefined || category === undefined || isRefusal(time)) continue;
    for (const { name, column } of columns) {
      const mark = markIn(row.formulas?.get(column) ?? row.cells[column] ?? '', () => ({ file, row: row.row, column: name }));
      if (isRefusal(mark)) sink.refuse(mark);
      else
        sink.add(
          {
            entry,
            category,
            judge,
            criterion: name,
            mark,
            entryGroup: group(row, 'entry_group'),
            judgeGroup: group(row, 'judge_group'),
            at: time,
            file,
            row: row.row,
          },
          group(row, 'round') ?? '',
        );
    }
    if (!sink.room(file)) return;
  }
}
