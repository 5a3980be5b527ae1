/**
 * The proof of optimality over all pairs, though the flow was found on few: every pair is priced with the node potentials of the
 * solution, and one that would pay (negative reduced cost) is added. When none pays, no assignment whatever is cheaper.
 */
import type { Candidates } from './candidates.ts';
import { lotOf } from './lots.ts';
import type { SeatNetwork } from './seat-network.ts';
import { forbidden, weighted } from './seating.ts';

export type Priced = {
  /** Pairs that would pay and are not in the network. */
  readonly paying: readonly number[];
  readonly pairs: number;
  /** The least reduced cost of all pairs without a seat; 0 or more proves the optimum. */
  readonly leastReducedCost: number;
};

type Levels = {
  readonly at: Float64Array;
  readonly lotAt: Float64Array;
  readonly stamp: Int32Array;
  /** The least potential anything of the entry hangs from. */
  least: number;
};

/**
 * Notes the potential of the employer group a candidate falls into. A group that has a node has its own. One that has none, but holds a seat through its
 * only candidate, is as good as a node at that judge's potential less the price: the others would have to take that seat.
 */
function levelGroup(seats: SeatNetwork, levels: Levels, e: number, position: number): void {
  const { potential, lotPotential, flow, cost, lot } = seats.network;
  const j = (seats.pairs[position] as number) - e * seats.seating.judges;
  const group = seats.groupOf(e, j);
  if (group < 0) return;
  const node = seats.nodeOfGroup(e, group);
  const arc = seats.arcs[position] as number;
  if (node === undefined && flow[arc] === 0) return;
  const judge = seats.judgeNode(j);
  levels.stamp[group] = e + 1;
  const level = node === undefined ? (potential[judge] as number) - (cost[arc] as number) : (potential[node] as number);
  levels.at[group] = level;
  levels.least = Math.min(levels.least, level);
  levels.lotAt[group] = node === undefined ? (lotPotential[judge] as number) - (lot[arc] as number) : (lotPotential[node] as number);
}

/** Where each entry's candidates stand in the network's list, those added later included. */
function indexPairs(seats: SeatNetwork): Candidates {
  const { entries, judges } = seats.seating;
  const from = new Int32Array(entries + 1);
  for (const pair of seats.pairs) {
    const e = Math.floor(pair / judges);
    from[e + 1] = (from[e + 1] as number) + 1;
  }
  for (let e = 0; e < entries; e += 1) from[e + 1] = (from[e + 1] as number) + (from[e] as number);
  const next = from.slice();
  const judge = new Int32Array(seats.pairs.length);
  for (const [at, pair] of seats.pairs.entries()) {
    const e = Math.floor(pair / judges);
    judge[next[e] as number] = at;
    next[e] = (next[e] as number) + 1;
  }
  return { from, judge };
}

type Pricing = { readonly paying: number[]; pairs: number; leastReducedCost: number };

/** Every pair of an entry without limits inside its panel: the bulk of the work, kept to one potential and one comparison. */
function pricePlain(seats: SeatNetwork, e: number, seatOf: Int32Array, known: Int32Array, into: Pricing): void {
  const { seating, network } = seats;
  const { entries, judges, price, factor, lots } = seating;
  const { potential, lotPotential } = network;
  const scale = factor === null ? 1 : (factor[e] as number);
  const own = potential[e] as number;
  const row = e * judges;
  const mark = e + 1;
  let pairs = 0;
  let least = into.leastReducedCost;
  for (let j = 0; j < judges; j += 1) {
    const cell = price[row + j] as number;
    if (cell >= forbidden) continue;
    pairs += 1;
    const reduced = (scale === 1 ? cell : weighted(cell, scale)) + own - (potential[entries + j] as number);
    if (reduced > 0 && reduced >= least) continue;
    if (seatOf[j] === mark) continue;
    if (reduced < least) least = reduced;
    if (reduced > 0 || known[j] === mark) continue;
    if (reduced < 0 || lotOf(lots, e, j) + (lotPotential[e] as number) - (lotPotential[entries + j] as number) < 0)
      into.paying.push(row + j);
  }
  into.pairs += pairs;
  into.leastReducedCost = least;
}

/** The same where judges hang from nodes inside the panel, each with its own potential. */
function priceNested(seats: SeatNetwork, e: number, seatOf: Int32Array, known: Int32Array, levels: Levels, into: Pricing): void {
  const { seating, network } = seats;
  const { entries, judges, price, factor, lots } = seating;
  const { potential, lotPotential } = network;
  const scale = factor === null ? 1 : (factor[e] as number);
  for (let j = 0; j < judges; j += 1) {
    const cell = price[e * judges + j] as number;
    if (cell >= forbidden) continue;
    into.pairs += 1;
    // Most pairs cost too much from wherever they hang.
    const nearest = weighted(cell, scale) + levels.least - (potential[entries + j] as number);
    if ((nearest > 0 && nearest >= into.leastReducedCost) || seatOf[j] === e + 1) continue;
    const group = seats.groupOf(e, j);
    const levelled = group >= 0 && levels.stamp[group] === e + 1;
    const base = seats.baseOf(e, j);
    const level = (levelled ? levels.at[group] : potential[base]) as number;
    const reduced = weighted(cell, scale) + level - (potential[entries + j] as number);
    if (reduced < into.leastReducedCost) into.leastReducedCost = reduced;
    if (reduced > 0 || known[j] === e + 1) continue;
    const lotLevel = (levelled ? levels.lotAt[group] : lotPotential[base]) as number;
    if (reduced < 0 || lotOf(lots, e, j) + lotLevel - (lotPotential[entries + j] as number) < 0) into.paying.push(e * judges + j);
  }
}

export function priceOut(seats: SeatNetwork): Priced {
  const { seating, network } = seats;
  const { entries, judges, need } = seating;
  const { from, judge: where } = indexPairs(seats);
  const seatOf = new Int32Array(judges);
  const known = new Int32Array(judges);
  const levels: Levels = {
    at: new Float64Array(seats.groups),
    lotAt: new Float64Array(seats.groups),
    stamp: new Int32Array(seats.groups),
    least: 0,
  };
  const into: Pricing = { paying: [], pairs: 0, leastReducedCost: Infinity };
  for (let e = 0; e < entries; e += 1) {
    if (need[e] === 0) continue;
    levels.least = seats.leastBase(e);
    for (let at = from[e] as number; at < (from[e + 1] as number); at += 1) {
      const position = where[at] as number;
      const j = (seats.pairs[position] as number) - e * judges;
      known[j] = e + 1;
      if (network.flow[seats.arcs[position] as number] === 1) seatOf[j] = e + 1;
      if (seats.groups > 0) levelGroup(seats, levels, e, position);
    }
    if (seats.groups === 0 && seats.classed[e] === 0) pricePlain(seats, e, seatOf, known, into);
    else priceNested(seats, e, seatOf, known, levels, into);
  }
  return into;
}
