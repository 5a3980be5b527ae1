/** Rows of a list → its winners, with everything that is wrong, row by row, at once. */
import type { Refusal } from '../problems/refusal.ts';
import { readCell, readYes } from './cells.ts';
import { type Column, type Columns, columnsOf } from './columns.ts';
import type { Doubt, Fault, Reading, Winner, WrittenRow } from './row.ts';
import { folded, titleKey, winKey } from './same.ts';
import { readYears, type Years } from './years.ts';

export type ReadList = {
  readonly winners: readonly Winner[];
  /** About the list as a whole. */
  readonly refusals: readonly Refusal[];
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
};

const mostRows = 20_000;
const longest: Readonly<Record<Column, number>> = {
  year: 40,
  category: 300,
  nominee: 300,
  organisation: 300,
  title: 200,
  code: 60,
  joint: 20,
};
const codeForm = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** One row's cells, each read as its column wants it; what is wrong is gathered. */
class RowReader {
  readonly faults: Fault[] = [];
  readonly #row: WrittenRow;
  readonly #columns: Columns;

  constructor(row: WrittenRow, columns: Columns) {
    this.#row = row;
    this.#columns = columns;
  }

  fault(column: Column, { code, facts }: Refusal): void {
    const called = this.#columns[column] ?? column;
    this.faults.push({ code, facts: { ...facts, row: this.#row.row, column: called }, row: this.#row.row, column: called });
  }

  texts(column: Column, separator = ''): readonly string[] {
    const called = this.#columns[column];
    if (called === undefined) return [''];
    const read = readCell(this.#row.cells.findLast(([name]) => name === called)?.[1], longest[column], separator);
    if (read.ok) return read.texts;
    this.fault(column, read.refusal);
    return [''];
  }

  text(column: Column): string {
    const [text = '', ...more] = this.texts(column);
    if (more.length > 0) this.fault(column, { code: 'winners.not-text', facts: {} });
    return text;
  }

  needed(column: Column): string {
    const before = this.faults.length;
    const text = this.text(column);
    if (text === '' && this.faults.length === before) this.fault(column, { code: 'winners.empty', facts: {} });
    return text;
  }

  years(thisYear: number): Years & { readonly year: string } {
    const year = this.needed('year');
    const years = readYears(year);
    if (year !== '' && years === undefined) this.fault('year', { code: 'winners.year-unreadable', facts: { year } });
    if (years && years.first > thisYear) this.fault('year', { code: 'winners.year-to-come', facts: { year, thisYear } });
    return { year, ...(years ?? { first: 0, last: 0 }) };
  }

  code(): string | null {
    const code = this.text('code');
    if (code !== '' && !codeForm.test(code)) this.fault('code', { code: 'winners.code-unreadable', facts: { code } });
    return code === '' ? null : code;
  }

  /** Undefined where the list leaves it to its several rows. */
  joint(): boolean | undefined {
    if (this.#columns.joint === undefined) return undefined;
    const said = this.text('joint');
    const joint = readYes(said);
    if (joint === undefined) this.fault('joint', { code: 'winners.joint-unreadable', facts: { said } });
    return joint;
  }
}

type Named = { readonly nominee: string; readonly organisation: string };

/** Who won, one or several: each with the organisation beside it, or all of one. */
function namesIn(reader: RowReader, separator: string): readonly Named[] {
  const before = reader.faults.length;
  const nominees = reader.texts('nominee', separator);
  const organisations = reader.texts('organisation', separator);
  if (reader.faults.length > before) return [];
  const [nominee = '', organisation = ''] = [nominees[0], organisations[0]];
  if (nominee === '' && organisation === '') {
    reader.fault('nominee', { code: 'winners.empty', facts: {} });
    return [];
  }
  if (nominees.length === 1 && nominee === '') return organisations.map((one) => ({ nominee: one, organisation: one }));
  if (organisations.length === 1) return nominees.map((one) => ({ nominee: one, organisation }));
  // A team of several organisations: no name of the two lists belongs to one of the other.
  if (organisations.length !== nominees.length) {
    reader.fault('organisation', {
      code: 'winners.names-uneven',
      facts: { nominees: nominees.length, organisations: organisations.length },
    });
    return [];
  }
  return nominees.map((one, i) => ({ nominee: one, organisation: organisations[i] ?? '' }));
}

type RowRead = { readonly winners: readonly Winner[]; readonly told: boolean };

function readRow(reader: RowReader, row: number, { separator, thisYear }: Reading): RowRead {
  const years = reader.years(thisYear);
  const [category, title, code, joint] = [reader.needed('category'), reader.text('title'), reader.code(), reader.joint()];
  const named = namesIn(reader, separator);
  if (reader.faults.length > 0) return { winners: [], told: false };
  const shared = joint === true || named.length > 1;
  return { winners: named.map((names) => ({ row, ...years, category, code, ...names, title, shared })), told: joint !== undefined };
}

/** The row that says what an earlier one said already. */
function twiceIn(winners: readonly Winner[]): Fault[] {
  const seen = new Map<string, Winner>();
  return winners.flatMap((winner): Fault[] => {
    const key = winKey(winner);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, winner);
    const facts = { row: winner.row, before: before?.row ?? 0, nominee: winner.nominee, year: winner.year };
    return before === undefined ? [] : [{ code: 'winners.twice', facts, row: winner.row, column: '' }];
  });
}

const byTitle = (winners: readonly Winner[]) => [...Map.groupBy(winners, titleKey).values()].filter((group) => group.length > 1);

/** Several winners of one title of whom the list does not say whether they won together. */
function severalIn(winners: readonly Winner[]): Doubt[] {
  return byTitle(winners)
    .filter((group) => group.every(({ shared }) => !shared))
    .map((group) => ({ row: group[0]?.row ?? 0, kind: 'several-winners', said: group.map(({ nominee }) => nominee) }));
}

/** Names of categories and organisations that differ in case, accents or marks alone. */
function spellingsIn(winners: readonly Winner[]): Doubt[] {
  const doubts: Doubt[] = [];
  for (const column of ['category', 'organisation'] as const)
    for (const group of Map.groupBy(winners, (winner) => folded(winner[column])).values()) {
      const spelt = [...new Set(group.map((winner) => winner[column]))].sort();
      if (spelt.length > 1) doubts.push({ row: Math.min(...group.map(({ row }) => row)), kind: 'other-spelling', said: spelt });
    }
  return doubts;
}

/** Rule: nothing of a list is taken unless all of it can be read; the order of its rows means nothing. */
export function readWinners(rows: readonly WrittenRow[], reading: Reading): ReadList {
  const refuse = (...refusals: Refusal[]): ReadList => ({ winners: [], refusals, faults: [], doubts: [] });
  if (rows.length === 0) return refuse({ code: 'winners.none', facts: {} });
  if (rows.length > mostRows) return refuse({ code: 'winners.too-many', facts: { most: mostRows, rows: rows.length } });
  const { columns, missing } = columnsOf(rows);
  if (missing.length > 0) return refuse(...missing);
  const faults: Fault[] = [];
  const read = rows.map((row) => {
    const reader = new RowReader(row, columns);
    const found = readRow(reader, row.row, reading);
    faults.push(...reader.faults);
    return found;
  });
  const all = read.flatMap(({ winners }) => winners);
  const together = new Set(reading.several === 'joint' ? byTitle(all).flat() : []);
  const winners = all.map((winner) => (together.has(winner) ? { ...winner, shared: true } : winner));
  const told = read.some((row) => row.told);
  const doubts = [...(told ? [] : severalIn(winners)), ...spellingsIn(winners)].sort((a, b) => a.row - b.row);
  return { winners, refusals: [], faults: [...faults, ...twiceIn(winners)].sort((a, b) => a.row - b.row), doubts };
}
