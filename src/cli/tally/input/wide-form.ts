import type { Refusal } from '#core/problems/refusal.ts';
import { draftIn, isBallotColumn, isHotcrp, tellsOfReviewer } from './ballot-columns.ts';
import { type Marking, markIn, notScoredWord, timeIn, withoutLabel } from './cell.ts';
import type { Sink } from './sink.ts';
import type { Table, TableRow } from './table.ts';

/** How the columns of a table with one row a ballot name the entry and the judge. */
type Shape = { readonly entry: readonly number[]; readonly category: number; readonly judgeOf: (cells: readonly string[]) => string };

export type WideOptions = {
  /** The judge of every row, where the table is one judge's. */
  readonly judge?: string;
  readonly oneCategory: string;
  /** Criteria the rules name; null where they name none. */
  readonly criteria: ReadonlySet<string> | null;
  readonly markingOf: (criterion: string) => Marking;
};

export function isWideForm(names: readonly string[], judge: boolean): boolean {
  return names.includes('entry') && (judge || names.includes('judge'));
}

/** Reviewers are told apart by their addresses, and called by their names; by both where two have the same name. */
function reviewers(names: readonly string[], rows: readonly TableRow[]): (cells: readonly string[]) => string {
  const [email, name] = [names.indexOf('email'), names.indexOf('reviewername')];
  const byAddress = new Map<string, string>();
  const addresses = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    const [address, called] = [(cells[email] ?? '').toLowerCase(), cells[name] ?? ''];
    if (address === '' || called === '' || byAddress.has(address)) continue;
    byAddress.set(address, called);
    addresses.set(called, (addresses.get(called) ?? new Set()).add(address));
  }
  return (cells) => {
    const address = cells[email] ?? '';
    const called = byAddress.get(address.toLowerCase()) ?? cells[name] ?? '';
    if (called === '') return address === '' ? (cells[names.indexOf('review')] ?? '') : address;
    return (addresses.get(called)?.size ?? 0) > 1 ? `${called} (${address})` : called;
  };
}

function shapeOf({ names }: Table, rows: readonly TableRow[]): Shape {
  const at = (...columns: string[]) => columns.map((column) => names.indexOf(column)).filter((column) => column >= 0);
  const entry = names.includes('entry') ? at('entry') : at('paper', 'title');
  const judge = names.indexOf('judge');
  const judgeOf = judge < 0 ? reviewers(names, rows) : (cells: readonly string[]) => cells[judge] ?? '';
  return { entry, judgeOf, category: names.indexOf('category') };
}

const marked = (text: string): boolean => /^[+-]?\d+([.,]\d+)?$/.test(withoutLabel(text)) || text.startsWith('=');

/** A letter for a mark, with or without its meaning: `B`, `B. Good`. */
const lettered = (text: string): boolean => /^\p{Lu}$/u.test(withoutLabel(text));

type Counted = { filled: number; marks: number; letters: number; labels: number };

/** What the columns of a file with one row a ballot are. */
export type Columns = {
  readonly criteria: ReadonlySet<string>;
  /** Columns that hold a number with its meaning beside it. */
  readonly labelled: readonly string[];
  /** Columns that tell of the reviewer rather than of the entry. */
  readonly ofReviewer: readonly string[];
};

/**
 * The columns that are criteria: those the rules name; without rules, those whose cells are mostly marks. Columns of words (comments,
 * summaries) are passed over, and said to be. Decided over all tables of a file, so that one judge's slips hide no column.
 */
export function columnsAmong(
  tables: readonly { readonly table: Table; readonly rows: readonly TableRow[] }[],
  rules: WideOptions['criteria'],
): Columns {
  const counts = new Map<string, Counted>();
  const hotcrp = tables.some(({ table }) => isHotcrp(table.names));
  for (const { table, rows } of tables) {
    table.written.forEach((name, column) => {
      if (name === '' || isBallotColumn(name.toLowerCase(), hotcrp)) return;
      const count = counts.get(name) ?? { filled: 0, marks: 0, letters: 0, labels: 0 };
      for (const { cells, formulas } of rows) {
        const text = formulas?.get(column) ?? cells[column] ?? '';
        if (text === '' || notScoredWord(text)) continue;
        count.filled += 1;
        if (marked(text)) count.marks += 1;
        if (marked(text) && withoutLabel(text) !== text) count.labels += 1;
        if (hotcrp && lettered(text)) count.letters += 1;
      }
      counts.set(name, count);
    });
  }
  const found = [...counts].filter(
    ([name, { filled, marks, letters }]) => rules?.has(name) ?? (marks + letters > 0 && 2 * (marks + letters) >= filled),
  );
  const ofReviewer = rules || !hotcrp ? [] : found.flatMap(([name]) => (tellsOfReviewer(name) ? [name] : []));
  const criteria = found.filter(([name]) => !ofReviewer.includes(name));
  return {
    criteria: new Set(criteria.map(([name]) => name)),
    labelled: criteria.flatMap(([name, { labels }]) => (labels > 0 ? [name] : [])),
    ofReviewer,
  };
}

const isRefusal = (found: unknown): found is Refusal => typeof found === 'object' && found !== null;

/** One criterion's column. */
type Column = { readonly name: string; readonly column: number; readonly marking: Marking };

/** Letters a column holds, for a sentence that shows how to say what they are worth. */
function lettersIn(rows: readonly TableRow[], column: number): readonly string[] {
  const found = new Set(rows.flatMap(({ cells }) => (lettered(cells[column] ?? '') ? [withoutLabel(cells[column] ?? '')] : [])));
  return [...found].sort();
}

/** Columns of letters nobody said the worth of, one refusal each, and the others. */
function columnsOf(
  table: Table,
  rows: readonly TableRow[],
  criteria: ReadonlySet<string>,
  sink: Sink,
  { markingOf }: WideOptions,
): Column[] {
  const hotcrp = isHotcrp(table.names);
  return table.written.flatMap((name, column): Column[] => {
    if (!criteria.has(name) || isBallotColumn(name.toLowerCase(), hotcrp)) return [];
    const own = { name: sink.name(name, table.file, 1, name), column, marking: markingOf(name) };
    const first = own.marking.worth ? undefined : rows.find(({ cells }) => lettered(cells[column] ?? ''));
    if (!first || rows.some(({ cells }) => marked(cells[column] ?? ''))) return [own];
    const letters = lettersIn(rows, column);
    const example = letters.map((letter, i) => `${letter}: ${letters.length - i}`).join(', ');
    const facts = { file: table.file, row: first.row, column: name, criterion: name, value: first.cells[column] ?? '', example };
    sink.refuse({ code: 'tally.letters-for-marks', facts });
    return [];
  });
}

/** Names may be wanting: said with the column that should hold them. */
function entryIn({ file, written }: Table, { row, cells }: TableRow, columns: readonly number[], sink: Sink): string | undefined {
  const parts = columns.map((column) => cells[column] ?? '').filter((part) => part !== '');
  const column = written[columns[0] ?? 0] ?? '';
  if (parts.length > 0) return sink.name(parts.join(' '), file, row, column);
  sink.refuse({ code: 'csv.cell-empty', facts: { file, row, column } });
  return undefined;
}

function nameIn(table: Table, { row }: TableRow, text: string, column: string, sink: Sink): string | undefined {
  if (text !== '') return sink.name(text, table.file, row, column);
  sink.refuse({ code: 'csv.cell-empty', facts: { file: table.file, row, column } });
  return undefined;
}

/** What every mark of a row shares; undefined where a name or the time cannot be read. */
function ballotIn(table: Table, row: TableRow, shape: Shape, sink: Sink, options: WideOptions) {
  const { file, names } = table;
  const cell = (column: string) => row.cells[names.indexOf(column)] ?? '';
  const group = (column: string) => (cell(column) === '' ? null : sink.name(cell(column), file, row.row, column));
  const entry = entryIn(table, row, shape.entry, sink);
  const judge = options.judge ?? nameIn(table, row, shape.judgeOf(row.cells), names.includes('judge') ? 'judge' : 'reviewername', sink);
  const category = shape.category < 0 ? options.oneCategory : nameIn(table, row, row.cells[shape.category] ?? '', 'category', sink);
  const time = timeIn(cell('at'), { file, row: row.row, column: 'at' });
  if (isRefusal(time)) sink.refuse(time);
  if (entry === undefined || judge === undefined || category === undefined || isRefusal(time)) return undefined;
  const groups = { entryGroup: group('entry_group'), judgeGroup: group('judge_group') };
  return { ballot: { entry, category, judge, ...groups, at: time, file, row: row.row }, round: group('round') ?? '' };
}

/** One row a ballot, one column a criterion. */
export function readWideForm(
  table: Table,
  rows: readonly TableRow[],
  criteria: ReadonlySet<string>,
  sink: Sink,
  options: WideOptions,
): void {
  const { file, names, decimalComma } = table;
  const isDraft = isHotcrp(names) ? draftIn(names, rows) : () => false;
  const [submitted, drafts] = [rows.filter(({ cells }) => !isDraft(cells)), rows.filter(({ cells }) => isDraft(cells))];
  if (drafts.length > 0) sink.notes.push({ kind: 'drafts', file, rows: drafts.map(({ row }) => row) });
  const shape = shapeOf(table, submitted);
  const columns = columnsOf(table, submitted, criteria, sink, options);
  for (const row of submitted) {
    // A ballot nobody filled in, as a template has many: not even a missing mark to be asked after.
    if (columns.every(({ column }) => (row.cells[column] ?? '') === '' && !row.formulas?.has(column))) continue;
    const found = ballotIn(table, row, shape, sink, options);
    if (!found) continue;
    for (const { name, column, marking } of columns) {
      if (marking.metric) {
        sink.refuseMetric(name, { file, row: row.row, column: name, judge: found.ballot.judge });
        continue;
      }
      const text = row.formulas?.get(column) ?? row.cells[column] ?? '';
      const bare = marking.worth?.has(text.toLowerCase()) ? text : withoutLabel(text);
      const mark = markIn(bare, marking, decimalComma, () => ({ file, row: row.row, column: name }));
      if (isRefusal(mark)) sink.refuse(mark);
      else sink.add({ ...found.ballot, criterion: name, mark }, found.round);
    }
    if (!sink.room(file)) return;
  }
}
