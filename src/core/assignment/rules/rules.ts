/**
 * All rules at once. Seats, loads, forbidden pairs, one employer once and limits that lie one within the other are part of the flow.
 * What crosses them (two of one employer, one a lead and one not; a lead in the first year) is brought in by penalties, and what these
 * leave is repaired: one of the judges at fault is ruled out for that entry. The best bound met on the way is kept beside the cost.
 */
import { type Flow, LiveFlow, solveFlow, unclassed } from '#core/assignment/flow/flow.ts';
import { lotOf } from '#core/assignment/flow/lots.ts';
import { priceOf, type Seating, weighted } from '#core/assignment/flow/seating.ts';
import { type Fault, faultsOf, panelsOf } from './panel-faults.ts';
import { Penalties } from './penalties.ts';

export type RuledFlow = {
  readonly seats: Int32Array;
  /** Prices with their factors, and convex load. */
  readonly cost: number;
  /**
   * No assignment that holds every rule and leaves as few seats under the least costs less. Equal to the cost: proven the cheapest.
   * Null when the rules force more seats under the least than the flow has, which no cost can be weighed against.
   */
  readonly bound: number | null;
  /** The flow that gave the bound first, with its proof over all pairs. */
  readonly flow: Flow;
};

/** `missing`: not even the flow fills all seats. `unrepaired`: the flow does, but no panels that hold every rule were found. */
export type RuledResult =
  | { readonly kind: 'solved'; readonly ruled: RuledFlow }
  | { readonly kind: 'missing'; readonly flow: Flow; readonly classed: Uint8Array }
  | { readonly kind: 'unrepaired'; readonly faults: readonly Fault[]; readonly exhausted: boolean };

/** Rounds of penalties at most; they end when four have not raised the bound by this share of it. */
const penaltyRounds = 40;
const worthwhile = 0.0004;
/** Rounds of repair, and flows solved when searching one fault at a time; beyond that the search is given up, which is said. */
const repairRounds = 60;
const patience = 300;

/** What an assignment costs as the solver counts: prices with their factors and convex load. */
export function costOf(seating: Seating, seats: Int32Array): number {
  const { judges, price, factor, least, loadPrice, above, entries } = seating;
  const load = new Int32Array(judges);
  let cost = 0;
  for (const pair of seats) {
    const e = Math.floor(pair / judges);
    const j = pair - e * judges;
    cost += weighted(price[pair] as number, factor === null ? 1 : (factor[e] as number));
    load[j] = (load[j] as number) + 1;
  }
  for (let j = 0; j < judges; j += 1) {
    const before = above?.[j] ?? 0;
    const after = before + Math.max(0, (load[j] as number) - Math.min(least[j] as number, entries));
    cost += (loadPrice * (after * (after + 1) - before * (before + 1))) / 2;
  }
  return cost;
}

type Start = { readonly flow: Flow; readonly classed: Uint8Array; readonly faults: readonly Fault[] };

/** Marks entries at fault until no limit that can be part of the flow is broken. */
function solveClassed(seating: Seating, known: Uint8Array): Start {
  const classed = known.slice();
  for (;;) {
    const flow = solveFlow(seating, classed);
    const faults = faultsOf(seating, flow.seats);
    const fresh = faults.filter(({ entry }) => classed[entry] === 0);
    if (fresh.length === 0 || flow.missingSeats > 0) return { flow, classed, faults };
    for (const { entry } of fresh) classed[entry] = 1;
  }
}

type Best = { seats: Int32Array | undefined; cost: number; readonly bounds: Map<number, number> };

/** Seats missing below the least of judges. */
export function shortfallOf({ judges, entries, least }: Seating, seats: Int32Array): number {
  const left = Int32Array.from(least, (count) => Math.min(count, entries));
  for (const pair of seats) left[pair % judges] = (left[pair % judges] as number) - 1;
  return left.reduce((sum, count) => (count > 0 ? sum + count : sum), 0);
}

/** A bound holds among assignments with as many seats under the least as the flow it comes from. */
function noteBound({ bounds }: Best, shortfall: number, bound: number): void {
  bounds.set(shortfall, Math.max(bound, bounds.get(shortfall) ?? -Infinity));
}

/** Penalties until panels are sound or the rounds are over, then one judge of each fault ruled out until none is left. */
function settlePanels(seating: Seating, start: Start): Best {
  const penalties = new Penalties(seating);
  const best: Best = { seats: undefined, cost: Infinity, bounds: new Map() };
  noteBound(best, shortfallOf(seating, start.flow.seats), costOf(seating, start.flow.seats));
  const bounds: number[] = [];
  let rounds = penaltyRounds;
  // Every entry has its limits as nodes from here on: penalties move seats everywhere, and a network made anew costs more than nodes.
  const live = new LiveFlow(penalties.seating, new Uint8Array(seating.entries).fill(1));
  for (let round = 0; round < rounds + repairRounds; round += 1) {
    const { seats } = live.solve();
    const faults = faultsOf(seating, seats);
    if (round < rounds) {
      const bound = costOf(penalties.seating, seats) - penalties.credit;
      noteBound(best, shortfallOf(seating, seats), bound);
      bounds.push(bound);
      if (bound < (bounds.at(-5) ?? -Infinity) * (1 + worthwhile)) rounds = round;
    }
    if (faults.length === 0 && !seats.some((pair) => penalties.isRuledOut(pair))) {
      const cost = costOf(seating, seats);
      if (cost < best.cost) Object.assign(best, { seats, cost });
    }
    if (faults.length === 0 && round >= rounds) break;
    if (round < rounds) {
      if (!penalties.adjust(live, faults, panelsOf(seating.entries, seating.judges, seats)) && faults.length === 0) break;
    } else {
      for (const fault of faults) penalties.ruleOut(fault.entry * seating.judges + weakest(live, seating, fault));
    }
    live.recost();
  }
  return best;
}

/** Of the judges of a fault the one whose seat is least worth keeping. */
function weakest(live: LiveFlow, { lots }: Seating, { entry, judges }: Fault): number {
  const order = [...judges].sort(
    (a, b) => live.reducedCost(entry, b) - live.reducedCost(entry, a) || lotOf(lots, entry, b) - lotOf(lots, entry, a),
  );
  return order[0] as number;
}

/** Depth first over the judges of one fault at a time: finds panels if there are any, given patience. */
function searchPanels(seating: Seating, classed: Uint8Array): Int32Array | 'none' | 'given up' {
  let left = patience;
  const visit = (ruledOut: readonly number[], known: Uint8Array): Int32Array | 'none' | 'given up' => {
    if (left === 0) return 'given up';
    left -= 1;
    const price = seating.price.slice();
    for (const pair of ruledOut) price[pair] = priceOf('ruled-out');
    const { flow, classed: after, faults } = solveClassed({ ...seating, price }, known);
    if (flow.missingSeats > 0) return 'none';
    const [fault] = faults;
    if (fault === undefined) return flow.seats;
    for (const j of fault.judges) {
      const found = visit([...ruledOut, fault.entry * seating.judges + j], after);
      if (found !== 'none') return found;
    }
    return 'none';
  };
  return visit([], classed);
}

/** An assignment that holds every rule, with the bound on what the best can cost. */
export function solveRules(seating: Seating, known: Uint8Array = unclassed(seating)): RuledResult {
  const start = solveClassed(seating, known);
  const { flow } = start;
  if (flow.missingSeats > 0) return { kind: 'missing', flow, classed: start.classed };
  if (start.faults.length === 0) {
    const cost = costOf(seating, flow.seats);
    return { kind: 'solved', ruled: { seats: flow.seats, cost, bound: cost, flow } };
  }
  const settled = settlePanels(seating, start);
  const seats = settled.seats ?? searchPanels(seating, start.classed);
  if (seats === 'none' || seats === 'given up') return { kind: 'unrepaired', faults: start.faults, exhausted: seats === 'none' };
  return {
    kind: 'solved',
    ruled: { seats, cost: costOf(seating, seats), bound: settled.bounds.get(shortfallOf(seating, seats)) ?? null, flow },
  };
}
