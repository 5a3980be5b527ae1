import { drawLots } from '#core/assignment/flow/lots.ts';
import { dearestPrice, forbidden, priceOf, type Seating } from '#core/assignment/flow/seating.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import {
  alikeNames,
  categoriesWithoutEntries,
  type EmployerSpellings,
  numberedEmployers,
  unknownCategories,
  withOneSpelling,
} from './spellings.ts';

/** Where a row was read, for what is said of it. */
export type RowPlace = { readonly file: string; readonly row: number };

export type DemandEntry = RowPlace & {
  readonly entry: string;
  readonly category: string;
  /** Where one of them is a judge's as well, the judge is never given the entry. */
  readonly employers: readonly string[];
  readonly topics: readonly string[];
  readonly language: string;
};

export type DemandJudge = RowPlace & {
  readonly judge: string;
  readonly employers: readonly string[];
  /** Categories known well, and those the judge will not judge. */
  readonly categories: readonly string[];
  readonly optedOut: readonly string[];
  readonly topics: readonly string[];
  /** Languages read; none means all. */
  readonly languages: readonly string[];
  readonly lead: boolean;
  readonly firstYear: boolean;
  /** Own limit on seats; null: that of all. */
  readonly maxLoad: number | null;
};

export type Demand = {
  readonly entries: readonly DemandEntry[];
  readonly judges: readonly DemandJudge[];
  readonly perEntry: number;
  readonly minLoad: number;
  readonly maxLoad: number;
  /** Percentage of a panel that first-year judges may hold. */
  readonly firstYearShare: number;
  /** Added to the price of a judge's t-th seat above the least: t × this. 0: loads only keep their limits. */
  readonly loadPrice: number;
  readonly seed: string;
};

/** The demand in numbers, in the order of names, with the names to come back by. */
export type Numbered = {
  readonly entries: readonly DemandEntry[];
  readonly judges: readonly DemandJudge[];
  readonly entryNumber: ReadonlyMap<string, number>;
  readonly judgeNumber: ReadonlyMap<string, number>;
  readonly perEntry: number;
  readonly seating: Seating;
  readonly employers: EmployerSpellings;
  /** Known to some judge, and no entry is in them. */
  readonly categoriesWithoutEntries: readonly string[];
};

/** Two bytes each; ten times the largest demand measured. */
const mostPairs = 100_000_000;

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function indexed(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, at) => [name, at]));
}

function doubles<T extends RowPlace>(rows: readonly T[], column: 'entry' | 'judge', nameOf: (row: T) => string): Refusal[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const name = nameOf(row);
    const before = first.get(name);
    if (before === undefined) first.set(name, row.row);
    return before === undefined
      ? []
      : [{ code: 'assign.name-twice' as const, facts: { file: row.file, row: row.row, column, name, before } }];
  });
}

function refusalsOf({ entries, judges, minLoad, maxLoad }: Demand): Refusal[] {
  const refusals = [
    ...doubles(entries, 'entry', ({ entry }) => entry),
    ...doubles(judges, 'judge', ({ judge }) => judge),
    ...alikeNames({ entries, judges }),
    ...unknownCategories({ entries, judges }),
  ];
  if (entries.length * judges.length > mostPairs) {
    refusals.push({ code: 'assign.too-many-pairs', facts: { entries: entries.length, judges: judges.length, limit: mostPairs } });
  }
  if (minLoad > maxLoad) refusals.push({ code: 'assign.loads-crossed', facts: { least: minLoad, most: maxLoad } });
  return refusals;
}

/** 500 for a category the judge knows, 500 for the share of the entry's topics the judge knows; where one is not told, the other counts whole. */
function affinityOf(entry: DemandEntry, judge: DemandJudge): number {
  const knows = judge.categories.includes(entry.category) ? 1 : 0;
  const categories = judge.categories.length > 0 ? knows : undefined;
  const shared = entry.topics.filter((topic) => judge.topics.includes(topic)).length;
  const topics = entry.topics.length > 0 && judge.topics.length > 0 ? shared / entry.topics.length : undefined;
  if (categories === undefined && topics === undefined) return 0;
  if (categories === undefined) return Math.floor(1000 * (topics ?? 0));
  return topics === undefined ? 1000 * categories : Math.floor(500 * categories + 500 * topics);
}

function share(some: readonly string[], others: readonly string[]): boolean {
  for (const name of some) if (others.includes(name)) return true;
  return false;
}

function priceOfPair(entry: DemandEntry, judge: DemandJudge): number {
  if (share(entry.employers, judge.employers)) return priceOf('same-employer');
  if (entry.language !== '' && judge.languages.length > 0 && !judge.languages.includes(entry.language)) return priceOf('language');
  if (judge.optedOut.includes(entry.category)) return priceOf('category');
  return dearestPrice - affinityOf(entry, judge);
}

const flags = (judges: readonly DemandJudge[], has: (judge: DemandJudge) => boolean): Uint8Array | null =>
  judges.some(has) ? Uint8Array.from(judges, (judge) => Number(has(judge))) : null;

/** Refuses rows that contradict each other. What one pair is worth may be given afterwards, by `PairPrices`. */
export function numberDemand(demand: Demand): Result<Numbered> {
  const refusals = refusalsOf(demand);
  if (refusals.length > 0) return { ok: false, refusals };
  const read = withOneSpelling(demand);
  const entries = [...read.entries].sort((a, b) => byCodePoint(a.entry, b.entry));
  const judges = [...read.judges].sort((a, b) => byCodePoint(a.judge, b.judge));
  const [entryNames, judgeNames] = [entries.map(({ entry }) => entry), judges.map(({ judge }) => judge)];
  const [entryNumber, judgeNumber] = [indexed(entryNames), indexed(judgeNames)];
  const price = new Uint16Array(entries.length * judges.length);
  for (const [e, entry] of entries.entries()) {
    for (const [j, judge] of judges.entries()) price[e * judges.length + j] = priceOfPair(entry, judge);
  }
  const { perEntry, minLoad, maxLoad, firstYearShare } = demand;
  const most = Int32Array.from(judges, (judge) => judge.maxLoad ?? maxLoad);
  const seating: Seating = {
    entries: entries.length,
    judges: judges.length,
    need: new Int32Array(entries.length).fill(perEntry),
    price,
    dearest: dearestPrice,
    least: most.map((limit) => Math.min(limit, minLoad)),
    most,
    employer: numberedEmployers(judges),
    lead: flags(judges, ({ lead }) => lead),
    plainMost: new Int32Array(entries.length).fill(perEntry - 1),
    firstYear: flags(judges, ({ firstYear }) => firstYear),
    firstYearMost: new Int32Array(entries.length).fill(Math.floor((perEntry * firstYearShare) / 100)),
    loadPrice: demand.loadPrice,
    above: null,
    factor: null,
    lots: drawLots(demand.seed, entryNames, judgeNames),
  };
  const spellings = { employers: read.employers, categoriesWithoutEntries: categoriesWithoutEntries(demand) };
  return { ok: true, value: { entries, judges, entryNumber, judgeNumber, perEntry, seating, ...spellings } };
}

/**
 * Affinities and conflicts given pair by pair, as they are read: millions of rows need no more memory than the prices themselves. A
 * conflict stands above every affinity, given or computed; so do employer, language and what a judge has opted out of.
 */
export class PairPrices {
  private readonly numbered: Numbered;
  private readonly given: Uint8Array;

  constructor(numbered: Numbered) {
    this.numbered = numbered;
    this.given = new Uint8Array(numbered.entries.length * numbered.judges.length);
  }

  /** Answers why the row cannot stand, if it cannot. */
  add({ file, row }: RowPlace, entry: string, judge: string, affinity: number | 'conflict'): Refusal | undefined {
    const { entryNumber, judgeNumber, judges, seating } = this.numbered;
    const [e, j] = [entryNumber.get(entry), judgeNumber.get(judge)];
    if (e === undefined) return { code: 'assign.unknown-name', facts: { file, row, column: 'entry', name: entry } };
    if (j === undefined) return { code: 'assign.unknown-name', facts: { file, row, column: 'judge', name: judge } };
    const at = e * judges.length + j;
    if (this.given[at] === 1) return { code: 'assign.pair-twice', facts: { file, row, entry, judge } };
    this.given[at] = 1;
    if (affinity === 'conflict') seating.price[at] = priceOf('conflict');
    else if ((seating.price[at] as number) < forbidden) seating.price[at] = dearestPrice - affinity;
    return undefined;
  }
}

/** The seats left to fill when some are held: their judges keep them, and count towards loads and every rule of the panel. */
export function withHeld(seating: Seating, held: readonly number[]): Seating {
  const { judges, employer, lead, firstYear } = seating;
  const copy = {
    need: seating.need.slice(),
    price: seating.price.slice(),
    least: seating.least.slice(),
    most: seating.most.slice(),
    plainMost: seating.plainMost.slice(),
    firstYearMost: seating.firstYearMost.slice(),
    above: seating.above?.slice() ?? new Int32Array(judges),
  };
  const lower = (numbers: Int32Array, at: number) => {
    numbers[at] = Math.max(0, (numbers[at] as number) - 1);
  };
  for (const pair of held) {
    const e = Math.floor(pair / judges);
    const j = pair - e * judges;
    lower(copy.need, e);
    if (copy.least[j] === 0) copy.above[j] = (copy.above[j] as number) + 1;
    lower(copy.least, j);
    lower(copy.most, j);
    copy.price[pair] = priceOf('held');
    if (lead?.[j] === 1) copy.plainMost[e] = judges;
    else if ((copy.plainMost[e] as number) < judges) lower(copy.plainMost, e);
    if (firstYear?.[j] === 1) lower(copy.firstYearMost, e);
    const own = employer?.[j] ?? -1;
    for (let other = 0; own >= 0 && other < judges; other += 1) {
      if (employer?.[other] === own && (copy.price[e * judges + other] as number) < forbidden)
        copy.price[e * judges + other] = priceOf('held');
    }
  }
  return { ...seating, ...copy };
}
