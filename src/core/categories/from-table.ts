import { readYes } from '../honours/cells.ts';
import type { Refusal } from '../problems/refusal.ts';
import { saidIn, withNode } from './editing.ts';
import type { Categories, CategoryNode } from './shape.ts';

type TableRow = { readonly row: number; readonly cells: readonly string[] };
type Fault = Refusal & { readonly row: number };

const names = {
  code: ['code', 'shortcode', 'short code'],
  name: ['name', 'category', 'title'],
  in: ['in', 'parent', 'family', 'group'],
  description: ['description', 'about'],
  isNew: ['new', 'new this year'],
  retired: ['retired', 'closed'],
} as const;
type Column = keyof typeof names;
const columns = Object.keys(names) as readonly Column[];

export type TreeFromTable = {
  /** What was read, not yet checked as a tree. */
  readonly categories: Categories;
  /** The row each code stands in. */
  readonly rows: ReadonlyMap<string, number>;
  readonly faults: readonly Fault[];
};

/** Where each column stands; a table needs the code at least, and the name for whatever is new. */
function columnsOf(head: readonly string[]): { readonly at: Partial<Record<Column, number>>; readonly faults: readonly Fault[] } {
  const said = head.map((name) => name.normalize('NFKC').trim().toLowerCase());
  const at: Partial<Record<Column, number>> = {};
  for (const column of columns) {
    const known: readonly string[] = names[column];
    const found = said.findIndex((name) => known.includes(name));
    if (found >= 0) at[column] = found;
  }
  const facts = { column: 'code', known: names.code.join(', '), found: head.join(', ').slice(0, 300) };
  return { at, faults: at.code === undefined ? [{ row: 1, code: 'editions.table-column-missing', facts }] : [] };
}

/** A yes of a cell; undefined where it is empty. What is neither is a fault. */
function yesOf(cell: string, column: Column, row: number, faults: Fault[]): boolean | undefined {
  if (cell === '') return undefined;
  const said = readYes(cell);
  if (said === undefined)
    faults.push({ row, code: 'editions.table-yes-or-no', facts: { column: names[column][0], said: cell.slice(0, 60) } });
  return said;
}

type Given = { readonly row: number; readonly cell: (column: Column) => string; readonly faults: Fault[]; readonly main: string };

/** The node with what its row says; an empty cell leaves what is there, and `-` takes it to the top of the tree. */
function nodeFrom(was: Partial<CategoryNode> & Pick<CategoryNode, 'code'>, { row, cell, faults, main }: Given): CategoryNode {
  const { in: before, isNew, retired, ...rest } = was;
  const above = cell('in') === '-' ? undefined : cell('in').toUpperCase() || before;
  const description = cell('description') === '' ? was.description : saidIn(was.description, main, cell('description'));
  const [fresh, over] = [yesOf(cell('isNew'), 'isNew', row, faults) ?? isNew, yesOf(cell('retired'), 'retired', row, faults) ?? retired];
  return {
    ...rest,
    name: (cell('name') === '' ? was.name : saidIn(was.name, main, cell('name'))) ?? '',
    ...(above !== undefined && { in: above }),
    ...(description !== undefined && { description }),
    ...(fresh && { isNew: true }),
    ...(over && { retired: true }),
  };
}

/**
 * A tree with what a spreadsheet says of it: a row changes the category of its code, or adds one at the end of what it stands in. What
 * the table does not name stays. `main` is the language everything is written in.
 */
export function treeFromTable(head: readonly string[], rows: readonly TableRow[], now: Categories, main: string): TreeFromTable {
  const { at, faults: missing } = columnsOf(head);
  const faults: Fault[] = [...missing];
  const seen = new Map<string, number>();
  let categories = now;
  if (missing.length > 0) return { categories, rows: seen, faults };
  for (const { row, cells } of rows) {
    const cell = (column: Column) => (cells[at[column] ?? -1] ?? '').replaceAll(/\s+/g, ' ').trim();
    const code = cell('code').toUpperCase();
    const before = seen.get(code);
    if (before !== undefined) faults.push({ row, code: 'editions.table-code-twice', facts: { code: code.slice(0, 20), before } });
    if (before !== undefined) continue;
    seen.set(code, row);
    const was = categories.find((each) => each.code === code);
    const node = nodeFrom(was ?? { code }, { row, cell, faults, main });
    categories = was ? categories.map((each) => (each.code === code ? node : each)) : withNode(categories, node);
  }
  if (seen.size === 0) faults.push({ row: 1, code: 'editions.table-empty', facts: {} });
  return { categories, rows: seen, faults };
}
