/**
 * The instances on which assignment is compared between implementations: twenty categories, fifty employers, four topics, all drawn by
 * mulberry32 from a seed, so that any language can make them again. A checksum over the costs says whether it did.
 */
import { drawLots } from '#core/assignment/flow/lots.ts';
import { priceOf, type Seating } from '#core/assignment/flow/seating.ts';

export type Instance = {
  readonly entries: number;
  readonly judges: number;
  readonly seats: number;
  readonly lower: number;
  readonly upper: number;
  /** 1000 − affinity by pair, or the mark of a conflict. */
  readonly price: Uint16Array;
  readonly allowed: number;
  readonly checksum: number;
  readonly entryCategory: Int32Array;
  readonly entryEmployer: Int32Array;
  readonly judgeEmployer: Int32Array;
};

function mulberry32(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function makeInstance(entries: number, judges: number, seats: number, seed: number): Instance {
  const next = mulberry32(seed);
  const conflict = priceOf('conflict');
  const topics = (count: number) => new Float64Array(4 * count);
  const entryTopics = topics(entries);
  const judgeTopics = topics(judges);
  const [entryCategory, entryEmployer] = [new Int32Array(entries), new Int32Array(entries)];
  const [knows, judgeEmployer] = [new Int32Array(judges), new Int32Array(judges)];
  for (let e = 0; e < entries; e += 1) {
    entryCategory[e] = Math.floor(20 * next());
    entryEmployer[e] = Math.floor(50 * next());
    for (let d = 0; d < 4; d += 1) entryTopics[4 * e + d] = next();
  }
  for (let j = 0; j < judges; j += 1) {
    for (let draw = 0; draw < 4; draw += 1) knows[j] = (knows[j] ?? 0) | (1 << Math.floor(20 * next()));
    judgeEmployer[j] = Math.floor(50 * next());
    for (let d = 0; d < 4; d += 1) judgeTopics[4 * j + d] = next();
  }
  const price = new Uint16Array(entries * judges);
  let allowed = 0;
  let checksum = 0;
  for (let e = 0; e < entries; e += 1) {
    for (let j = 0; j < judges; j += 1) {
      const u = next();
      if (entryEmployer[e] === judgeEmployer[j] || u < 0.01) {
        price[e * judges + j] = conflict;
        continue;
      }
      let apart = 0;
      for (let d = 0; d < 4; d += 1) apart += Math.abs((entryTopics[4 * e + d] ?? 0) - (judgeTopics[4 * j + d] ?? 0));
      const expert = ((knows[j] ?? 0) >> (entryCategory[e] ?? 0)) & 1;
      const cost = 1000 - Math.floor(500 * expert + 500 * (1 - apart / 4));
      price[e * judges + j] = cost;
      allowed += 1;
      checksum = (31 * checksum + cost) % 1_000_000_007;
    }
  }
  const share = (entries * seats) / judges;
  return {
    entries,
    judges,
    seats,
    lower: Math.floor(0.8 * share),
    upper: Math.ceil(1.2 * share),
    price,
    allowed,
    checksum,
    entryCategory,
    entryEmployer,
    judgeEmployer,
  };
}

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${String(i).padStart(6, '0')}`);

/** The instance as the solver takes it: seats, loads and conflicts, no other rule. */
export function seatingOf(instance: Instance, seed = '1'): Seating {
  const { entries, judges, seats, lower, upper, price } = instance;
  return {
    entries,
    judges,
    need: new Int32Array(entries).fill(seats),
    price,
    dearest: 1000,
    least: new Int32Array(judges).fill(lower),
    most: new Int32Array(judges).fill(upper),
    employer: null,
    lead: null,
    plainMost: new Int32Array(entries).fill(seats - 1),
    firstYear: null,
    firstYearMost: new Int32Array(entries).fill(seats),
    loadPrice: 0,
    above: null,
    factor: null,
    lots: drawLots(seed, numbered('e', entries), numbered('j', judges)),
  };
}

/** Size, seed, allowed pairs, checksum, loads and the cost every exact solver finds. */
export const references = [
  { entries: 200, judges: 30, seed: 1, allowed: 5_826, checksum: 797144558, optimum: 208_664 },
  { entries: 200, judges: 30, seed: 2, allowed: 5_833, checksum: 769738828, optimum: 232_653 },
  { entries: 200, judges: 30, seed: 3, allowed: 5_807, checksum: 847793617, optimum: 217_935 },
  { entries: 2_000, judges: 200, seed: 1, allowed: 388_034, checksum: 685084463, optimum: 846_145 },
  { entries: 2_000, judges: 200, seed: 2, allowed: 388_081, checksum: 980480593, optimum: 850_816 },
  { entries: 2_000, judges: 200, seed: 3, allowed: 388_169, checksum: 478505075, optimum: 845_088 },
  { entries: 10_000, judges: 1_000, seed: 1, allowed: 9_701_066, checksum: 416432218, optimum: 2_649_046 },
] as const;
