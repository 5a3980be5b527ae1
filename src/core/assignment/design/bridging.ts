/**
 * Seats across a gap. Where entries fall into groups that share no judge, or hardly any, two seats are exchanged between the groups:
 * each entry gets a judge of the other. Loads stay as they are; the cheapest exchanges that break no rule come first.
 */

import { lotOf } from '#core/assignment/flow/lots.ts';
import { forbidden, type Seating } from '#core/assignment/flow/seating.ts';
import { faultOf, panelsOf } from '#core/assignment/rules/panel-faults.ts';
import { checkDesign, type Design } from './design.ts';

export type Bridge = { readonly entry: number; readonly out: number; readonly in: number };

/**
 * Why there are no more bridges: none wanting, none wished for, loads that no design of this size makes efficient, no seat that may move
 * (whole panels, seats kept), no exchange that is allowed, or a tenth of the seats given.
 */
export type Ended = 'sound' | 'unwished' | 'size' | 'fixed' | 'rules' | 'tenth';

export type Bridged = {
  readonly seats: Int32Array;
  readonly bridges: readonly Bridge[];
  readonly design: Design;
  readonly ended: Ended;
};

/** Below this the check fails, where any design of this size could reach it. */
export const enough = 0.9;
/** Share of a group's seats given across at most, and seats of a group looked at for it. */
const given = 0.1;
const looked = 300;

export function isWanting({ components, efficiency, best }: Design): boolean {
  return components > 1 || (efficiency !== null && efficiency < enough && best >= enough);
}

/** A design that is not wanting, or could not be otherwise, and is left as it is. */
export function unbridged(design: Design): Ended {
  const { efficiency } = design;
  if (isWanting(design)) return 'unwished';
  return efficiency !== null && efficiency < enough ? 'size' : 'sound';
}

type Seat = { readonly entry: number; readonly judge: number };
type Swap = { readonly a: Seat; readonly b: Seat; readonly cost: number };

/** Every so-manieth of many, so that all parts of a group have their chance. */
function thinned<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.ceil(all.length / looked));
  return all.filter((_, at) => at % step === 0);
}

class Bench {
  private readonly seating: Seating;
  readonly panels: number[][];

  constructor(seating: Seating, seats: Int32Array) {
    this.seating = seating;
    this.panels = panelsOf(seating.entries, seating.judges, seats);
  }

  private without(entry: number, out: number, judge: number): readonly number[] {
    return (this.panels[entry] ?? []).map((j) => (j === out ? judge : j));
  }

  /** What an exchange costs, with its lots as a fraction below 1; Infinity when it cannot be. */
  costOf(a: Seat, b: Seat): number {
    const { price, judges } = this.seating;
    const [there, here] = [a.entry * judges + b.judge, b.entry * judges + a.judge];
    if (Math.max(price[there] as number, price[here] as number) >= forbidden) return Infinity;
    if (this.panels[a.entry]?.includes(b.judge) || this.panels[b.entry]?.includes(a.judge)) return Infinity;
    const before = (price[a.entry * judges + a.judge] as number) + (price[b.entry * judges + b.judge] as number);
    const lots = lotOf(this.seating.lots, a.entry, b.judge) + lotOf(this.seating.lots, b.entry, a.judge);
    return (price[there] as number) + (price[here] as number) - before + lots / (4 * 1024 * 1024 * 1024);
  }

  holds(a: Seat, b: Seat): boolean {
    const sound = (seat: Seat, judge: number) =>
      faultOf(this.seating, seat.entry, this.without(seat.entry, seat.judge, judge)) === undefined;
    return this.costOf(a, b) < Infinity && sound(a, b.judge) && sound(b, a.judge);
  }

  swap(a: Seat, b: Seat): void {
    this.panels[a.entry] = [...this.without(a.entry, a.judge, b.judge)];
    this.panels[b.entry] = [...this.without(b.entry, b.judge, a.judge)];
  }

  seats(): Int32Array {
    return Int32Array.from(this.panels.flatMap((panel, e) => panel.map((j) => e * this.seating.judges + j))).sort();
  }
}

/** Two sides of a design that hangs together badly: by the sign of the second vector of the walk entry → judge → entry. */
function sidesOf(panels: readonly (readonly number[])[], judges: number): Int32Array {
  let x = Float64Array.from({ length: judges }, (_, j) => ((j * 7919) % 104_729) / 104_729 - 0.5);
  const load = new Float64Array(judges);
  for (const panel of panels) for (const j of panel) load[j] = (load[j] as number) + 1;
  const seats = load.reduce((sum, count) => sum + count, 0);
  const meanOf = (panel: readonly number[]) => panel.reduce((sum, j) => sum + (x[j] as number), 0) / Math.max(1, panel.length);
  for (let round = 0; round < 60; round += 1) {
    const next = new Float64Array(judges);
    for (const panel of panels) {
      const mean = meanOf(panel);
      for (const j of panel) next[j] = (next[j] as number) + mean / (load[j] as number);
    }
    const middle = next.reduce((sum, value, j) => sum + value * (load[j] as number), 0) / seats;
    const centred = next.map((value, j) => (load[j] === 0 ? 0 : value - middle));
    const largest = centred.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest === 0) break;
    x = centred.map((value) => value / largest);
  }
  return Int32Array.from(panels, (panel) => Number(meanOf(panel) > 0));
}

/** The cheapest exchanges between entries of one side and all others, each seat in one of them only. */
function across(bench: Bench, side: Int32Array, chosen: number, free: (seat: Seat) => boolean, limit: number): Swap[] {
  const seats = bench.panels.flatMap((panel, entry) => panel.map((judge) => ({ entry, judge }))).filter(free);
  const [here, there] = [seats.filter(({ entry }) => side[entry] === chosen), seats.filter(({ entry }) => side[entry] !== chosen)];
  const swaps: Swap[] = [];
  for (const a of thinned(here)) {
    for (const b of thinned(there)) {
      const cost = bench.costOf(a, b);
      if (cost < Infinity) swaps.push({ a, b, cost });
    }
  }
  swaps.sort((p, q) => p.cost - q.cost);
  const done: Swap[] = [];
  const used = new Set<number>();
  for (const swap of swaps) {
    if (done.length >= limit) break;
    const { a, b } = swap;
    if (used.has(a.entry) || used.has(b.entry) || !bench.holds(a, b)) continue;
    bench.swap(a, b);
    used.add(a.entry).add(b.entry);
    done.push(swap);
  }
  return done;
}

/**
 * Bridges until everything is linked and efficient enough, a tenth of a group's seats is given, or no exchange is allowed any more. `isFree` tells the seats
 * that may move: not those held, nor those of a category with one panel.
 */
export function bridge(seating: Seating, k: number, seats: Int32Array, design: Design, isFree: (pair: number) => boolean): Bridged {
  const bench = new Bench(seating, seats);
  const movable = seats.some(isFree);
  const free = ({ entry, judge }: Seat) => isFree(entry * seating.judges + judge);
  const bridges: Bridge[] = [];
  let now = design;
  let left = Math.max(1, Math.floor(given * seats.length));
  const stuck = new Set<number>();
  while (isWanting(now) && left > 0) {
    const side = now.components > 1 ? now.componentOf : sidesOf(bench.panels, seating.judges);
    const sizes = new Map<number, number>();
    for (const [e, of] of side.entries()) sizes.set(of, (sizes.get(of) ?? 0) + (bench.panels[e]?.length ?? 0));
    const open = [...sizes].filter(([of]) => now.components === 1 || !stuck.has(of)).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    const [smallest] = open;
    if (smallest === undefined) break;
    const limit = Math.min(left, Math.max(1, Math.ceil(given * smallest[1])));
    const swaps = across(bench, side, smallest[0], free, limit);
    if (swaps.length === 0 && now.components === 1) break;
    if (swaps.length === 0) stuck.add(smallest[0]);
    else stuck.clear();
    left -= swaps.length;
    for (const { a, b } of swaps)
      bridges.push({ entry: a.entry, out: a.judge, in: b.judge }, { entry: b.entry, out: b.judge, in: a.judge });
    if (swaps.length > 0) now = checkDesign(seating.entries, seating.judges, k, bench.seats());
  }
  const ended = !isWanting(now) ? unbridged(now) : left <= 0 ? 'tenth' : movable ? 'rules' : 'fixed';
  return { seats: bench.seats(), bridges, design: now, ended };
}
