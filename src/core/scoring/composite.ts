import { fraction, leastCommonMultiple, toNumber } from '../numeric/fraction.ts';
import { ballotStatus, statusOf } from './ballot-status.ts';
import { type BallotTable, notScored } from './ballot-table.ts';
import { imputer } from './composing/impute.ts';
import { firstBallots, shownScale, type Units, unitsOf, weighedIn } from './composing/units.ts';
import { wholeCategories } from './composing/whole-categories.ts';
import type { NotApplicable } from './criteria.ts';
import { inSteps, scaleOf } from './scale.ts';

/** What is done where judges gave no mark. The first of each is the default; both are part of the rules declared before judging. */
export type CompositeOptions = {
  /** A criterion any judge calls not applicable to an entry, where it says nothing of its own: left out for all its ballots, or counted as its lowest mark. */
  readonly notApplicable?: NotApplicable;
  /** A ballot with some marks missing: set aside, or completed (see `imputer`) and flagged. */
  readonly skipped?: 'set-aside' | 'impute';
};

/** One exact weighted composite a ballot. */
export type Composites = {
  /** What composites are shown on: the scale all criteria share, else 0–100, each criterion's scale mapped onto it linearly. */
  readonly scale: { readonly min: number; readonly max: number };
  /** By ballot: numerator over its category's denominator; 0 where the ballot does not take part. */
  readonly numerator: readonly bigint[];
  /** By category. */
  readonly denominator: readonly bigint[];
  /** By ballot: the nearest double; NaN where the ballot does not take part. */
  readonly y: Float64Array;
  /** By ballot: a code of `ballotStatus`. */
  readonly status: Uint8Array;
  /** By entry: columns of the criteria left out for it as not applicable. */
  readonly leftOut: ReadonlyMap<number, readonly number[]>;
  /** By entry: columns of the criteria that count as the lowest mark on some ballot, as they were called not applicable. */
  readonly asLowest: ReadonlyMap<number, readonly number[]>;
};

/** Criteria of an entry any of its ballots calls not applicable; a ballot that calls all so speaks of itself alone. */
function notApplicableTo(table: BallotTable, from: number, to: number, columns: readonly number[]): number[] {
  const width = table.criteria.length;
  const out = new Set<number>();
  for (let ballot = from; ballot < to; ballot++) {
    const own = columns.filter((column) => table.marks[ballot * width + column] === notScored.notApplicable);
    if (own.length < columns.length) for (const column of own) out.add(column);
  }
  return [...out].sort((a, b) => a - b);
}

/**
 * The same table with the lowest mark wherever a criterion that is to count so was called not applicable, and where that was. A ballot that
 * calls everything so, where not all of it counts as the lowest mark, speaks of itself alone and stays as it is.
 */
function withLowest(table: BallotTable, isLowest: (column: number) => boolean) {
  const width = table.criteria.length;
  const columns = table.categories.map((_, category) => weighedIn(table, category));
  const marks = table.marks.slice();
  const asLowest = new Map<number, number[]>();
  table.ballotEntry.forEach((entry, ballot) => {
    const own = columns[table.entries[entry]?.category ?? 0] ?? [];
    const isOut = (column: number) => table.marks[ballot * width + column] === notScored.notApplicable;
    if (own.every(isOut) && !own.every(isLowest)) return;
    for (const column of own.filter(isLowest)) {
      const cell = ballot * width + column;
      if (marks[cell] !== notScored.notApplicable) continue;
      marks[cell] = inSteps(scaleOf(table.criteria, column)).min;
      const known = asLowest.get(entry) ?? [];
      if (!known.includes(column)) asLowest.set(entry, [...known, column]);
    }
  });
  return { table: { ...table, marks }, asLowest };
}

/** Σ factor · (mark − from) of a complete ballot; `small`: every part and sum stays below 2⁵³, so that plain numbers are exact. */
function summer(table: BallotTable, units: Units, factors: readonly bigint[], small: boolean): (ballot: number) => bigint {
  const width = table.criteria.length;
  const terms = units.columns.flatMap((column, i) =>
    factors[i] === 0n ? [] : [{ column, from: units.from[i] ?? 0, factor: factors[i] ?? 0n }],
  );
  const quick = terms.map(({ column, from, factor }) => ({ column, from, factor: Number(factor) }));
  const markAt = (ballot: number, column: number) => table.marks[ballot * width + column] ?? 0;
  if (!small) return (ballot) => terms.reduce((sum, { column, from, factor }) => sum + factor * BigInt(markAt(ballot, column) - from), 0n);
  return (ballot) => {
    let sum = 0;
    for (const { column, from, factor } of quick) sum += factor * (markAt(ballot, column) - from);
    return BigInt(sum);
  };
}

type Sums = Pick<Composites, 'y' | 'status'> & { readonly numerator: bigint[]; readonly leftOut: Map<number, readonly number[]> };

/** Sets the status of each ballot of an entry and notes what is left out for it. */
function sortBallots(table: BallotTable, entry: number, starts: Int32Array, { columns }: Units, sums: Sums): void {
  const [from, to] = [starts[entry] ?? 0, starts[entry + 1] ?? 0];
  const out = notApplicableTo(table, from, to, columns);
  if (out.length > 0) sums.leftOut.set(entry, out);
  const left = out.length === 0 ? columns : columns.filter((column) => !out.includes(column));
  for (let ballot = from; ballot < to; ballot++)
    sums.status[ballot] = left.length === 0 ? ballotStatus.nothingApplies : statusOf(table, ballot, left);
}

const absolute = (value: bigint) => (value < 0n ? -value : value);

/** Everything of one category; answers its denominator. */
function weighCategory(
  table: BallotTable,
  entries: readonly number[],
  starts: Int32Array,
  units: Units,
  impute: boolean,
  sums: Sums,
): bigint {
  for (const entry of entries) sortBallots(table, entry, starts, units, sums);
  const weightWithout = (out: readonly number[]) =>
    units.columns.reduce((sum, column, i) => (out.includes(column) ? sum : sum + (units.weight[i] ?? 0n)), 0n) || 1n;
  const common = entries.reduce((all, entry) => {
    const out = sums.leftOut.get(entry);
    return out ? leastCommonMultiple(all, weightWithout(out)) : all;
  }, weightWithout([]));
  const filling = impute ? imputer(table, entries, starts, units, sums) : undefined;
  const finer = filling?.finer ?? 1n;
  const denominator = common * units.length * finer;
  const top = [...units.lowest, ...units.highest].map(absolute).reduce((most, each) => (each > most ? each : most), 1n);
  const small = top * common * finer <= BigInt(Number.MAX_SAFE_INTEGER);
  for (const entry of entries) {
    const out = sums.leftOut.get(entry) ?? [];
    const share = common / weightWithout(out);
    const factors = units.columns.map((column, i) =>
      out.includes(column) ? 0n : share * finer * (units.weight[i] ?? 0n) * (units.times[i] ?? 0n),
    );
    const sum = summer(table, units, factors, small);
    for (let ballot = starts[entry] ?? 0; ballot < (starts[entry + 1] ?? 0); ballot++) {
      if (sums.status[ballot] === ballotStatus.counts) sums.numerator[ballot] = sum(ballot);
      else if (filling && sums.status[ballot] === ballotStatus.incomplete) {
        sums.status[ballot] = ballotStatus.imputed;
        sums.numerator[ballot] = filling.sum(ballot, out, share);
      } else continue;
      const value = sums.numerator[ballot] ?? 0n;
      sums.y[ballot] = small ? Number(value) / Number(denominator) : toNumber(fraction(value, denominator));
    }
  }
  return denominator;
}

/**
 * The exact weighted composite of every ballot: Σ weight·mark / Σ weight over the criteria of its category on their common scale, or,
 * where scales differ, of the marks mapped onto 0–100: 100 · (mark − min) / (max − min), so 1–5 becomes (x − 1)/4. Nothing is rounded.
 * What is not a mark is never a zero: a criterion not applicable to an entry leaves the weights of all its ballots to the others, and a
 * ballot without all its marks is set aside with its status. Divisions of a category are weighed together.
 */
export function composites(given: BallotTable, options: CompositeOptions = {}): Composites {
  const { table, numbers } = wholeCategories(given);
  const weighed = wholeComposites(table, options);
  return { ...weighed, denominator: numbers.map((category) => weighed.denominator[category] ?? 1n) };
}

function wholeComposites(given: BallotTable, options: CompositeOptions): Composites {
  const isLowest = (column: number) => (given.criteria[column]?.notApplicable ?? options.notApplicable) === 'lowest';
  const { table, asLowest } = given.criteria.some((_, column) => isLowest(column))
    ? withLowest(given, isLowest)
    : { table: given, asLowest: new Map<number, number[]>() };
  const starts = firstBallots(table);
  const ballots = table.ballotEntry.length;
  const numerator = Array.from({ length: ballots }, () => 0n);
  const sums: Sums = { y: new Float64Array(ballots).fill(Number.NaN), status: new Uint8Array(ballots), leftOut: new Map(), numerator };
  const members: number[][] = table.categories.map(() => []);
  table.entries.forEach((entry, i) => {
    members[entry.category]?.push(i);
  });
  const impute = options.skipped === 'impute';
  const denominator = members.map((entries, category) => weighCategory(table, entries, starts, unitsOf(table, category), impute, sums));
  return { scale: shownScale(table.criteria).scale, ...sums, asLowest, denominator };
}
