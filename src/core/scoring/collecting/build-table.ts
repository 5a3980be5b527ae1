import type { Refusal, Result } from '../../problems/refusal.ts';
import { type BallotTable, isMark, notScored } from '../ballot-table.ts';
import { type Criterion, criteriaRefusals } from '../criteria.ts';
import { inSteps, shownMark } from '../scale.ts';
import { byText, ranked } from './columns.ts';
import { entryNumber, factsOf, type MarkRows } from './mark-rows.ts';

/** An entry that is there whether anybody marked it or not. */
export type DeclaredEntry = {
  readonly category: string;
  readonly entry: string;
  /** Which division of its category it is ranked in; said of all entries of a category or of none. */
  readonly division?: string;
};

/** Refusals kept; of more only the number is told. */
const kept = 10_000;

/** A cell nothing was said of yet. */
const untouched = -2147483640;

/** What entries are ranked in: a category, or one division of it. */
type Ranking = { readonly category: string; readonly division: string | null };

type Numbering = {
  readonly rankings: readonly Ranking[];
  /** By entry as met: the number of its ranking. */
  readonly rankingOf: (entry: number) => number;
  /** By number as met: place in the table, or −1 for an entry that was not declared. */
  readonly entryPlace: Int32Array;
  readonly judgePlace: Int32Array;
  readonly entryOrder: Int32Array;
  readonly judgeOrder: Int32Array;
};

/** Those with entries, in order of their names. Of entries that were not declared the place says nothing. */
function rankingsOf({ categories: { names }, entryCategory, entryDivisions }: MarkRows, declared: ReadonlySet<number> | null) {
  const divisions = names.map(() => new Set<string | undefined>());
  for (const entry of declared ?? entryCategory.keys()) divisions[entryCategory[entry] ?? 0]?.add(entryDivisions[entry]);
  const { order } = ranked(names.length, (a, b) => byText(names[a] ?? '', names[b] ?? ''));
  const places = new Map<string, number>();
  const keyOf = (category: number, division: string | undefined) => `${category} ${division ?? ''}`;
  const all = [...order].flatMap((category) =>
    [...(divisions[category] ?? [])]
      .sort((a = '', b = '') => byText(a, b))
      .map((division): Ranking => {
        places.set(keyOf(category, division), places.size);
        return { category: names[category] ?? '', division: division ?? null };
      }),
  );
  return { all, placeOf: (category: number, division: string | undefined) => places.get(keyOf(category, division)) ?? 0 };
}

/** Numbers by name, so that the order of the rows read changes nothing. */
function numbering(rows: MarkRows, declared: ReadonlySet<number> | null): Numbering {
  const { judges, entryNames, entryCategory } = rows;
  const rankings = rankingsOf(rows, declared);
  const place = (entry: number) => rankings.placeOf(entryCategory[entry] ?? 0, rows.entryDivisions[entry]);
  const all = ranked(entryNames.length, (a, b) => place(a) - place(b) || byText(entryNames[a] ?? '', entryNames[b] ?? ''));
  const entryOrder = declared === null ? all.order : all.order.filter((entry) => declared.has(entry));
  const entryPlace = new Int32Array(entryNames.length).fill(-1);
  entryOrder.forEach((entry, i) => {
    entryPlace[entry] = i;
  });
  const judge = ranked(judges.names.length, (a, b) => byText(judges.names[a] ?? '', judges.names[b] ?? ''));
  return { rankings: rankings.all, rankingOf: place, entryPlace, entryOrder, judgePlace: judge.ranks, judgeOrder: judge.order };
}

/** The ballot of each row (−1: entry not declared), and entry and judge of each ballot, in order of entry, then judge. */
function ballotsOf(rows: MarkRows, { entryPlace, entryOrder, judgePlace }: Numbering) {
  const [entries, judges] = [rows.entry.all(), rows.judge.all()];
  const starts = new Int32Array(entryOrder.length + 1);
  const placeOf = (row: number) => entryPlace[entries[row] ?? 0] ?? -1;
  for (let row = 0; row < entries.length; row++) if (placeOf(row) >= 0) starts[placeOf(row) + 1] = (starts[placeOf(row) + 1] ?? 0) + 1;
  for (let entry = 0; entry < entryOrder.length; entry++) starts[entry + 1] = (starts[entry + 1] ?? 0) + (starts[entry] ?? 0);
  const byEntry = new Int32Array(starts[entryOrder.length] ?? 0);
  const next = starts.slice();
  for (let row = 0; row < entries.length; row++) {
    const place = placeOf(row);
    if (place < 0) continue;
    byEntry[next[place] ?? 0] = row;
    next[place] = (next[place] ?? 0) + 1;
  }
  const ballotOfRow = new Int32Array(entries.length).fill(-1);
  const ballotOfJudge = new Int32Array(judgePlace.length);
  const [ballotEntry, ballotJudge]: [number[], number[]] = [[], []];
  for (let entry = 0; entry < entryOrder.length; entry++) {
    const own = byEntry.subarray(starts[entry], starts[entry + 1]);
    const panel = [...new Set(Array.from(own, (row) => judgePlace[judges[row] ?? 0] ?? 0))].sort((a, b) => a - b);
    for (const judge of panel) {
      ballotOfJudge[judge] = ballotEntry.length;
      ballotEntry.push(entry);
      ballotJudge.push(judge);
    }
    for (const row of own) ballotOfRow[row] = ballotOfJudge[judgePlace[judges[row] ?? 0] ?? 0] ?? 0;
  }
  return { ballotOfRow, ballotEntry: Int32Array.from(ballotEntry), ballotJudge: Int32Array.from(ballotJudge) };
}

function declaredEntries(rows: MarkRows, entries: readonly DeclaredEntry[], refuse: (refusal: Refusal) => void): Set<number> {
  const found = new Set<number>();
  const divided = new Set(entries.flatMap(({ category, division }) => (division === undefined ? [] : [category])));
  for (const { category, entry, division } of entries) {
    const number = entryNumber(rows, category, entry);
    if (found.has(number)) refuse({ code: 'scoring.entry-twice', facts: { category, entry } });
    if (divided.has(category) && division === undefined) refuse({ code: 'scoring.entry-without-division', facts: { category, entry } });
    found.add(number);
    rows.entryDivisions[number] = division;
  }
  return found;
}

type Grid = Pick<BallotTable, 'marks' | 'rows' | 'rowFiles'> & {
  readonly criteria: readonly Criterion[];
  /** Whether a zero below its scale is let in, as it may stand for an empty seat. */
  readonly zeros: boolean;
};

/** Why a row's mark cannot stand in its cell; undefined when it can. */
function refusalOf(rows: MarkRows, i: number, column: number, cell: number, grid: Grid): Refusal | undefined {
  const criterion = grid.criteria[column];
  if (criterion === undefined) return { code: 'scoring.unknown-criterion', facts: factsOf(rows, i) };
  if (grid.marks[cell] !== untouched) {
    const first = { firstRow: grid.rows[cell] || null, firstFile: rows.files.names[grid.rowFiles[cell] ?? 0] || null };
    return { code: 'scoring.mark-twice', facts: { ...factsOf(rows, i), ...first } };
  }
  const odd = rows.odd.get(i);
  const mark = odd ?? rows.mark.all()[i] ?? notScored.missing;
  if (odd === undefined && !isMark(mark)) return undefined;
  const { min, max } = inSteps(criterion.scale);
  if (mark >= min && mark <= max && odd === undefined) return undefined;
  if (mark === 0 && grid.zeros && min > 0 && !criterion.gate) return undefined;
  const shown = shownMark(mark, criterion.scale);
  const facts = { ...factsOf(rows, i), mark: Number.isFinite(shown) ? shown : String(shown), ...criterion.scale };
  // What cannot be counted still shows that somebody sat there.
  if (grid.zeros) grid.marks[cell] = max;
  return { code: Number.isSafeInteger(mark) ? 'scoring.mark-outside-scale' : 'scoring.mark-not-whole', facts };
}

/** By category as met × criterion as met: the column of the mark, −1 where that criterion does not apply. */
function columnsOf(rows: MarkRows, criteria: readonly Criterion[]): Int32Array {
  const [categories, names] = [rows.categories.names, rows.criteria.names];
  const numbers = new Map(criteria.map(({ id }, i) => [id, i]));
  return Int32Array.from({ length: categories.length * names.length }, (_, i) => {
    const column = numbers.get(names[i % names.length] ?? '') ?? -1;
    const applies = criteria[column]?.categories?.includes(categories[Math.floor(i / names.length)] ?? '') ?? true;
    return applies ? column : -1;
  });
}

/** Puts each row into its cell, in the order read, and says of the whole ballot what was said of it. */
function fill(rows: MarkRows, ballotOfRow: Int32Array, grid: Grid, refuse: (refusal: Refusal) => void): void {
  const [entries, criteria, marks] = [rows.entry.all(), rows.criterion.all(), rows.mark.all()];
  const [rowNumbers, files] = [rows.row.all(), rows.file.all()];
  const columns = columnsOf(rows, grid.criteria);
  const [width, known] = [grid.criteria.length, rows.criteria.names.length];
  const whole: number[] = [];
  const put = (cell: number, i: number) => {
    grid.marks[cell] = marks[i] ?? 0;
    grid.rows[cell] = rowNumbers[i] ?? 0;
    grid.rowFiles[cell] = files[i] ?? 0;
  };
  for (let i = 0; i < entries.length; i++) {
    const ballot = ballotOfRow[i] ?? -1;
    const criterion = criteria[i] ?? 0;
    const column = columns[(rows.entryCategory[entries[i] ?? 0] ?? 0) * known + criterion] ?? -1;
    const cell = ballot * width + column;
    if (ballot < 0) refuse({ code: 'scoring.unknown-entry', facts: factsOf(rows, i) });
    else if (column < 0 && rows.criteria.names[criterion] === '' && !isMark(marks[i] ?? 0) && !rows.odd.has(i)) whole.push(i);
    else {
      const refusal = refusalOf(rows, i, column, cell, grid);
      if (refusal) refuse(refusal);
      else put(cell, i);
    }
  }
  for (const i of whole) {
    const ballot = ballotOfRow[i] ?? 0;
    for (let cell = ballot * width; cell < (ballot + 1) * width; cell++) if (grid.marks[cell] === untouched) put(cell, i);
  }
}

/** Cells nothing was said of are missing; those of criteria that do not apply in the category are `notApplicable`. */
function settle(table: BallotTable): void {
  const width = table.criteria.length;
  const applies = table.categories.map((category) => table.criteria.map((criterion) => criterion.categories?.includes(category) ?? true));
  for (let cell = 0; cell < table.marks.length; cell++) {
    const entry = table.entries[table.ballotEntry[Math.floor(cell / width)] ?? 0];
    if (applies[entry?.category ?? 0]?.[cell % width] === false) table.marks[cell] = notScored.notApplicable;
    else if (table.marks[cell] === untouched) table.marks[cell] = notScored.missing;
  }
}

/** The latest time any row of a ballot says. */
function timesOf(rows: MarkRows, ballotOfRow: Int32Array, ballots: number): Float64Array | null {
  const at = new Float64Array(ballots).fill(Number.NaN);
  let any = false;
  rows.at.all().forEach((time, row) => {
    const ballot = ballotOfRow[row] ?? -1;
    if (Number.isNaN(time) || ballot < 0) return;
    any = true;
    if (!(time <= (at[ballot] ?? 0))) at[ballot] = time;
  });
  return any ? at : null;
}

/**
 * The table of collected rows by these criteria. Each mark must name a criterion of its category, be a whole number on its scale, and
 * stand once; each that does not is refused with its file and row, in the order read. A category without criteria is refused.
 */
export function buildTable(rows: MarkRows, criteria: readonly Criterion[], declared?: readonly DeclaredEntry[]): Result<BallotTable> {
  const { table, refusals } = draftTable(rows, criteria, { zeros: false, ...(declared && { declared }) });
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: table };
}

/** The table as far as it can be made, beside every reason it cannot be counted. `zeros`: whether a zero below its scale is let in. */
export function draftTable(
  rows: MarkRows,
  criteria: readonly Criterion[],
  { zeros, declared }: { readonly zeros: boolean; readonly declared?: readonly DeclaredEntry[] },
): { readonly table: BallotTable; readonly refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [...criteriaRefusals(criteria), ...rows.refusals];
  let more = 0;
  const refuse = (refusal: Refusal) => {
    if (refusals.length < kept) refusals.push(refusal);
    else more += 1;
  };
  const known = declared === undefined ? null : declaredEntries(rows, declared, refuse);
  const names = numbering(rows, known);
  const { ballotOfRow, ballotEntry, ballotJudge } = ballotsOf(rows, names);
  const cells = ballotEntry.length * criteria.length;
  const columns = { marks: new Int32Array(cells).fill(untouched), rows: new Int32Array(cells), rowFiles: new Uint16Array(cells) };
  const grid: Grid = { criteria, zeros, ...columns };
  fill(rows, ballotOfRow, grid, refuse);
  for (const category of new Set(names.rankings.map((ranking) => ranking.category)))
    if (!criteria.some((criterion) => !criterion.gate && (criterion.categories?.includes(category) ?? true)) && criteria.length > 0)
      refuse({ code: 'scoring.no-criteria', facts: { category } });
  if (more > 0) refusals.push({ code: 'scoring.more-refused', facts: { count: more } });
  const table: BallotTable = {
    criteria,
    ...columns,
    categories: names.rankings.map(({ category }) => category),
    ...(names.rankings.some(({ division }) => division !== null) && { divisions: names.rankings.map(({ division }) => division) }),
    entries: Array.from(names.entryOrder, (entry) => ({
      name: rows.entryNames[entry] ?? '',
      category: names.rankingOf(entry),
      group: rows.entryGroups[entry] ?? null,
    })),
    judges: Array.from(names.judgeOrder, (judge) => ({ name: rows.judges.names[judge] ?? '', group: rows.judgeGroups[judge] ?? null })),
    ballotEntry,
    ballotJudge,
    at: timesOf(rows, ballotOfRow, ballotEntry.length),
    files: rows.files.names,
  };
  settle(table);
  return { table, refusals };
}
