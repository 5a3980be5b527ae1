import type { FitInput } from './fit.ts';

/** Which side's equations are diagonal and solved first; the other side's are dense. */
export type Side = 'entries' | 'judges';

/**
 * The ballots in the order in which all sums run: by eliminated unit, then by unit of the other side. So the order in which ballots were
 * read changes no bit. Units without a ballot are left out; `entryOf` and `judgeOf` give back the caller's numbers.
 */
export type Design = {
  readonly eliminated: Side;
  readonly outer: number;
  readonly inner: number;
  /** Columns of fixed means, one a group of entries. */
  readonly fixed: number;
  /** By outer unit, positions `start[i]` to `start[i + 1]`. */
  readonly start: Int32Array;
  /** By position: unit of the other side, column of the fixed mean, the caller's judge and ballot, and y less `centre`. */
  readonly innerAt: Int32Array;
  readonly fixedAt: Int32Array;
  readonly judgeAt: Int32Array;
  readonly ballotAt: Int32Array;
  readonly y: Float64Array;
  readonly centre: number;
  readonly entryOf: Int32Array;
  readonly judgeOf: Int32Array;
};

/** The numbers that occur in `units`, ascending, and where each stands among them (−1: nowhere). */
function used(units: Int32Array, count: number): { ids: Int32Array; index: Int32Array } {
  const index = new Int32Array(count).fill(-1);
  for (const unit of units) index[unit] = 0;
  const ids: number[] = [];
  for (let unit = 0; unit < count; unit += 1) if (index[unit] === 0) index[unit] = ids.push(unit) - 1;
  return { ids: Int32Array.from(ids), index };
}

/** Positions of `keys` in ascending order; equal keys keep their order. */
function countingOrder(keys: Int32Array, count: number, among: Int32Array): Int32Array {
  const next = new Int32Array(count + 1);
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1;
  for (let k = 0; k < count; k += 1) next[k + 1] = (next[k + 1] ?? 0) + (next[k] ?? 0);
  const order = new Int32Array(keys.length);
  for (const position of among) {
    const key = keys[position] ?? 0;
    const at = next[key] ?? 0;
    order[at] = position;
    next[key] = at + 1;
  }
  return order;
}

/** `group`: by entry, which fixed mean it shares; null where there are none (entries are then free, not spread around a mean). */
export function designOf(input: FitInput, eliminated: Side, group: Int32Array | null): Design {
  const { y, entry, judge } = input;
  const entries = used(entry, input.entries);
  const judges = used(judge, input.judges);
  const [outerIds, outerBy, innerIds, innerBy] =
    eliminated === 'entries' ? [entries, entry, judges, judge] : [judges, judge, entries, entry];
  const outerKeys = outerBy.map((unit) => outerIds.index[unit] ?? 0);
  const innerKeys = innerBy.map((unit) => innerIds.index[unit] ?? 0);
  const asRead = new Int32Array(y.length).map((_, ballot) => ballot);
  const byInner = countingOrder(innerKeys, innerIds.ids.length, asRead);
  const ballotAt = countingOrder(outerKeys, outerIds.ids.length, byInner);
  const start = new Int32Array(outerIds.ids.length + 1);
  for (const key of outerKeys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let i = 0; i < outerIds.ids.length; i += 1) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const groups =
    group === null
      ? null
      : used(
          Int32Array.from(entries.ids, (unit) => group[unit] ?? 0),
          1 + group.reduce((a, b) => Math.max(a, b), 0),
        );
  const sorted = new Float64Array(y.length).map((_, at) => y[ballotAt[at] ?? 0] ?? Number.NaN);
  const centre = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length);
  return {
    eliminated,
    outer: outerIds.ids.length,
    inner: innerIds.ids.length,
    fixed: groups === null ? 0 : groups.ids.length,
    start,
    innerAt: ballotAt.map((ballot) => innerKeys[ballot] ?? 0),
    fixedAt: ballotAt.map((ballot) => (groups === null || group === null ? -1 : (groups.index[group[entry[ballot] ?? 0] ?? 0] ?? 0))),
    judgeAt: ballotAt.map((ballot) => judge[ballot] ?? 0),
    ballotAt,
    y: sorted.map((value) => value - centre),
    centre,
    entryOf: entries.ids,
    judgeOf: judges.ids,
  };
}

/** The larger side is eliminated: its equations cost a division each, those of the smaller side its third power. */
export function largerSide(input: FitInput): Side {
  return used(input.entry, input.entries).ids.length >= used(input.judge, input.judges).ids.length ? 'entries' : 'judges';
}

export type Components = { readonly entry: Int32Array; readonly judge: Int32Array; readonly count: number };

/** How many sets of fixed means no judge joins: judges' effects have that many degrees of freedom fewer than there are judges. */
export function linkedMeans({ fixed, fixedAt, judgeAt, y }: Design): number {
  if (fixed === 0) return 1;
  const judges = 1 + judgeAt.reduce((a, b) => Math.max(a, b), 0);
  return componentsOf({ y, entry: fixedAt, judge: judgeAt, entries: fixed, judges, category: fixedAt, categories: fixed }).count;
}

/**
 * Parts of the design that no judge joins: numbers by entry and by judge, counted from 0 in order of first entry, −1 without a ballot.
 * Two entries of different parts cannot be compared by the judges' marks alone.
 */
export function componentsOf(input: FitInput): Components {
  const parent = Int32Array.from({ length: input.entries + input.judges }, (_, i) => i);
  const root = (unit: number): number => {
    let at = unit;
    while ((parent[at] ?? at) !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const seen = new Uint8Array(parent.length);
  for (let b = 0; b < input.y.length; b += 1) {
    const i = input.entry[b] ?? 0;
    const j = input.entries + (input.judge[b] ?? 0);
    seen[i] = 1;
    seen[j] = 1;
    const [low, high] = [root(i), root(j)].sort((a, c) => a - c) as [number, number];
    parent[high] = low;
  }
  // A root is always the lowest number of its part, hence its first entry.
  const number = new Int32Array(parent.length).fill(-1);
  let count = 0;
  for (let unit = 0; unit < parent.length; unit += 1) {
    if (seen[unit] !== 1) continue;
    if (root(unit) === unit) number[unit] = count++;
    else number[unit] = number[root(unit)] ?? -1;
  }
  return { entry: number.slice(0, input.entries), judge: number.slice(input.entries), count };
}
