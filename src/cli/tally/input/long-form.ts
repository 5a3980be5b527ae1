import type { Refusal } from '#core/problems/refusal.ts';
import { columnsIn } from '#platform/formats/csv.server.ts';
import { type Marking, markIn, notScoredWord, timeIn } from './cell.ts';
import type { Sink } from './sink.ts';
import type { Table, TableRow } from './table.ts';

const needed = ['entry', 'judge', 'criterion', 'mark'] as const;
const optional = ['category', 'entry_group', 'judge_group', 'at', 'round'] as const;
const columns = [...needed, ...optional];

/** True where the columns are those of one row a mark. */
export function isLongForm(names: readonly string[]): boolean {
  return names.includes('mark') || names.includes('criterion');
}

type Places = Readonly<Record<(typeof columns)[number], number>>;

/** The whole category's name where the file has no column for it. */
export type LongOptions = { readonly oneCategory: string; readonly markingOf: (criterion: string) => Marking };

const isRefusal = (found: unknown): found is Refusal => typeof found === 'object' && found !== null;

function takeRow(table: Table, { row, cells, formulas }: TableRow, at: Places, sink: Sink, { oneCategory, markingOf }: LongOptions): void {
  const { file, decimalComma } = table;
  const cell = (column: keyof Places): string => cells[at[column]] ?? '';
  const where = (column: string) => ({ file, row, column });
  const name = (column: keyof Places): string => sink.name(cell(column), file, row, column);
  const text = formulas?.get(at.mark) ?? cell('mark');
  const criterion = cell('criterion');
  // A judge may stand back from a whole ballot: a row with no criterion and the word for it.
  const whole = criterion === '' && notScoredWord(text) !== undefined;
  let good = true;
  for (const column of ['entry', 'category', 'judge', 'criterion'] as const) {
    if (at[column] < 0 || cell(column) !== '' || (column === 'criterion' && whole)) continue;
    sink.refuse({ code: 'csv.cell-empty', facts: where(column) });
    good = false;
  }
  const marking = markingOf(criterion);
  if (marking.metric) {
    sink.refuseMetric(criterion, { ...where('mark'), judge: cell('judge') });
    return;
  }
  const mark = markIn(text, marking, decimalComma, () => where('mark'));
  const time = at.at < 0 ? null : timeIn(cell('at'), where('at'));
  if (isRefusal(mark)) sink.refuse(mark);
  if (isRefusal(time)) sink.refuse(time);
  if (!good || isRefusal(mark) || isRefusal(time)) return;
  sink.add(
    {
      entry: name('entry'),
      category: at.category < 0 ? oneCategory : name('category'),
      judge: name('judge'),
      criterion: name('criterion'),
      mark,
      entryGroup: at.entry_group < 0 ? null : name('entry_group'),
      judgeGroup: at.judge_group < 0 ? null : name('judge_group'),
      at: time,
      file,
      row,
    },
    at.round < 0 ? '' : name('round'),
  );
}

/** One row a mark: `entry,category,judge,criterion,mark`, optionally `entry_group,judge_group,at,round`; other columns are passed over. */
export async function readLongForm(table: Table, sink: Sink, options: LongOptions): Promise<void> {
  const { file, names, records } = table;
  sink.longFiles.add(file);
  const found = columnsIn(file, names, needed, optional);
  const at = Object.fromEntries(columns.map((column, i) => [column, found[i] ?? -1])) as Places;
  if (at.category < 0) sink.notes.push({ kind: 'one-category', file });
  for await (const batch of records) {
    for (const row of batch) takeRow(table, row, at, sink, options);
    if (!sink.room(file)) return;
  }
}
