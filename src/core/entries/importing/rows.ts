/** The rows of a spreadsheet of entries, read by its columns: what each would send, and what is wrong with it whatever its form asks. */
import { instantOf } from '../../season/wall-time.ts';
import { type Column, type HeadName, headNames } from './columns.ts';

/** Looked through before anybody says yes, and put in as a whole. */
export const mostRows = 200;

export type ImportRow = Readonly<Partial<Record<Exclude<HeadName, 'owner.email' | 'owner.name'>, string | undefined>>> & {
  /** Of the spreadsheet, from 1 with its head. */
  readonly row: number;
  readonly email: string;
  readonly name: string;
  /** By the names of the form's controls. */
  readonly controls: Readonly<Record<string, string>>;
};

type Code =
  | 'import.column-missing'
  | 'import.column-unknown'
  | 'import.column-twice'
  | 'import.no-rows'
  | 'import.cell-missing'
  | 'import.option-unknown'
  | 'import.received-unreadable'
  | 'import.reference-twice'
  | 'import.reference-known';
export type ImportFault = {
  readonly row: number;
  readonly column: string;
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number>>;
};
export type ReadRows = { readonly rows: readonly ImportRow[]; readonly faults: readonly ImportFault[] };
export type Written = { readonly row: number; readonly cells: readonly string[] };

const plain = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase();

/** By what stands in brackets, or by its whole words where only one column has them. */
function columnOf(head: string, columns: readonly Column[]): Column | undefined {
  const named = /\[([^\]]+)\]\s*$/u.exec(head)?.[1];
  const byName = columns.find(({ name }) => plain(name) === plain(named ?? head));
  const alike = columns.filter(({ label }) => plain(label) === plain(head));
  return byName ?? (alike.length === 1 ? alike[0] : undefined);
}

const fault = (row: number, column: string, code: Code, facts: ImportFault['facts'] = {}): ImportFault => ({ row, column, code, facts });

type Head = { readonly at: readonly (Column | undefined)[]; readonly faults: readonly ImportFault[] };

function readHead(cells: readonly string[], columns: readonly Column[]): Head {
  const at = cells.map((cell) => (cell.trim() === '' ? undefined : columnOf(cell, columns)));
  const unknown = cells.flatMap((cell, i) =>
    cell.trim() !== '' && at[i] === undefined ? [fault(1, '', 'import.column-unknown', { column: cell.trim().slice(0, 80) })] : [],
  );
  const missing = columns.filter((column) => column.needed && !at.includes(column));
  const twice = columns.filter((column) => at.indexOf(column) !== at.lastIndexOf(column));
  return {
    at,
    faults: [
      ...unknown,
      ...missing.map(({ label }) => fault(1, label, 'import.column-missing', { column: label })),
      ...twice.map(({ label }) => fault(1, label, 'import.column-twice', { column: label })),
    ],
  };
}

/** The keys of what was chosen, one a line; undefined with what none is called. */
function chosenIn(
  cell: string,
  options: NonNullable<Column['options']>,
): { readonly keys: string[]; readonly unknown: string | undefined } {
  const whole = options.find(({ key, labels }) => [key, ...labels].some((one) => plain(one) === plain(cell)));
  const parts = whole ? [cell] : cell.split(/[;\n]/u).filter((part) => part.trim() !== '');
  const found = parts.map((part) => options.find(({ key, labels }) => [key, ...labels].some((one) => plain(one) === plain(part))));
  return { keys: found.flatMap((one) => one?.key ?? []), unknown: parts.find((_, i) => found[i] === undefined) };
}

/** Days since the end of 1899, as workbooks keep them → `2026-03-01T14:30`; anything else stays. */
function wallIn(cell: string): string {
  if (!/^\d{5}(?:\.\d+)?$/u.test(cell)) return cell;
  return new Date(Math.round((Number(cell) - 25_569) * 1440) * 60_000).toISOString().slice(0, 16);
}

/** `2026-03-01 14:30` in a zone; a day alone is its beginning. */
function receivedIn(cell: string, zone: string): string | undefined {
  const [, day, hour = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/u.exec(wallIn(cell.trim())) ?? [];
  const at = day === undefined ? undefined : instantOf(`${day}T${hour}`, zone);
  return at === undefined ? undefined : new Date(at).toISOString();
}

type Cell = { readonly value: string; readonly fault?: ImportFault };

function readCell(row: number, column: Column, cell: string, zone: string): Cell {
  if (cell.trim() === '') return { value: '', ...(column.needed && { fault: fault(row, column.label, 'import.cell-missing') }) };
  if (column.name === 'received') {
    const received = receivedIn(cell, zone);
    return received === undefined ? { value: '', fault: fault(row, column.label, 'import.received-unreadable') } : { value: received };
  }
  if (column.day) return { value: wallIn(cell.trim()).slice(0, 10) };
  if (column.options === undefined) return { value: cell };
  const { keys, unknown } = chosenIn(cell, column.options);
  if (unknown === undefined) return { value: keys.join('\n') };
  const options = column.options.map(({ key, labels }) => labels[0] ?? key).slice(0, 30);
  const facts = { value: unknown.trim().slice(0, 80), options: options.join('; ') };
  return { value: '', fault: fault(row, column.label, 'import.option-unknown', facts) };
}

const isHead = (name: string): name is HeadName => (headNames as readonly string[]).includes(name);

function readRow(
  { row, cells }: Written,
  { at }: Head,
  zone: string,
): { readonly read: ImportRow; readonly faults: readonly ImportFault[] } {
  const found = at.flatMap((column, i) => (column ? [{ column, ...readCell(row, column, cells[i] ?? '', zone) }] : []));
  const head = new Map(
    found.flatMap(({ column: { name }, value }) => (isHead(name) && value !== '' ? [[name, value.trim()] as const] : [])),
  );
  const controls = Object.fromEntries(
    found.flatMap(({ column: { name }, value }) => (isHead(name) || value === '' ? [] : [[name, value]])),
  );
  const { 'owner.email': email = '', 'owner.name': name = '', ...rest } = Object.fromEntries(head) as Partial<Record<HeadName, string>>;
  return { read: { ...rest, row, email: email.toLowerCase(), name, controls }, faults: found.flatMap((one) => one.fault ?? []) };
}

/** `zone`: of the edition, whose wall clock `received` is by. Rows in which nothing stands are passed over. */
export function readRows(written: readonly Written[], columns: readonly Column[], zone: string): ReadRows {
  const [top, ...below] = written;
  const head = readHead(top?.cells ?? [], columns);
  const filled = below.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (head.faults.length > 0) return { rows: [], faults: head.faults };
  if (filled.length === 0) return { rows: [], faults: [fault(1, '', 'import.no-rows')] };
  const all = filled.map((one) => readRow(one, head, zone));
  const seen = new Map<string, number>();
  const twice = all.flatMap(({ read: { row, reference = '' } }) => {
    const before = reference === '' ? undefined : seen.get(plain(reference));
    seen.set(plain(reference), before ?? row);
    return before === undefined ? [] : [fault(row, '', 'import.reference-twice', { reference, before })];
  });
  return { rows: all.map(({ read }) => read), faults: [...all.flatMap(({ faults }) => faults), ...twice].sort((a, b) => a.row - b.row) };
}
