import { optimise, reprice } from '#core/assignment/network/simplex.ts';
import { chooseCandidates, usualWidth, type Width } from './candidates.ts';
import { priceOut } from './price-out.ts';
import { SeatNetwork } from './seat-network.ts';
import type { Seating } from './seating.ts';

/** What proves a flow optimal: potentials under which no pair without a seat pays, over how many pairs that was checked. */
export type Proof = {
  readonly pairs: number;
  readonly leastReducedCost: number;
  readonly rounds: number;
  readonly pivots: number;
  readonly entryPotential: Float64Array;
  readonly judgePotential: Float64Array;
};

export type Flow = {
  /** Pairs with a seat, ascending. */
  readonly seats: Int32Array;
  /** Seats that could not be filled, by entry; more than none means that the demand is impossible. */
  readonly missing: Int32Array;
  readonly missingSeats: number;
  readonly proof: Proof;
};

/** Entries that no limit on leads or first-year judges is asked for. */
export const unclassed = (seating: Seating): Uint8Array => new Uint8Array(seating.entries);

/** Seats whose flow leaves the judge by an artificial arc, beyond what the judge takes: they count as not filled. */
function withoutOverflow({ seating, network }: SeatNetwork, pairs: readonly number[]): number[] {
  const { entries, judges } = seating;
  const over = new Int32Array(judges);
  for (let arc = 0; arc < network.arcs; arc += 1) {
    const j = (network.source[arc] as number) - entries;
    if (network.target[arc] === network.root && j >= 0 && j < judges) over[j] = network.flow[arc] as number;
  }
  return pairs.filter((pair) => {
    const j = pair % judges;
    const left = (over[j] as number) - 1;
    over[j] = left;
    return left < 0;
  });
}

function read(seats: SeatNetwork, priced: { readonly pairs: number; readonly leastReducedCost: number }, rounds: number): Flow {
  const { seating, network } = seats;
  const { entries, judges, need } = seating;
  const flowing = seats.pairs.filter((_, at) => network.flow[seats.arcs[at] as number] === 1);
  const pairs = withoutOverflow(seats, flowing);
  const missing = need.slice();
  for (const pair of pairs) missing[Math.floor(pair / judges)] = (missing[Math.floor(pair / judges)] as number) - 1;
  return {
    seats: Int32Array.from(pairs).sort(),
    missing,
    missingSeats: missing.reduce((sum, count) => sum + count, 0),
    proof: {
      pairs: priced.pairs,
      leastReducedCost: priced.leastReducedCost,
      rounds,
      pivots: network.pivots,
      entryPotential: network.potential.slice(0, entries),
      judgePotential: network.potential.slice(entries, entries + judges),
    },
  };
}

/** A flow that stays at hand: after its prices were changed in place it goes on from where it stood. */
export class LiveFlow {
  private readonly seats: SeatNetwork;

  constructor(seating: Seating, classed: Uint8Array, width: Width = usualWidth) {
    this.seats = new SeatNetwork(seating, chooseCandidates(seating, width), classed);
  }

  /** Walks to the optimum, and prices out over all pairs until it is proven. */
  solve(): Flow {
    for (let rounds = 1; ; rounds += 1) {
      optimise(this.seats.network);
      const priced = priceOut(this.seats);
      if (priced.paying.length === 0) return read(this.seats, priced, rounds);
      this.seats.extend(priced.paying);
    }
  }

  /** Takes up prices changed in the seating. */
  recost(): void {
    this.seats.recost();
    reprice(this.seats.network);
  }

  /** What a pair would add to the cost, seen from the solution: 0 or more without a seat, 0 or less with one. */
  reducedCost(e: number, j: number): number {
    const { potential } = this.seats.network;
    return this.seats.priceOf(e, j) + (potential[this.seats.baseOf(e, j)] as number) - (potential[this.seats.judgeNode(j)] as number);
  }
}

/**
 * The cheapest assignment of all: every entry its seats, no judge above the most, as few as possible below the least, and of all
 * those of the same cost the one with the least sum of lots. Proven over all pairs. `classed` marks the entries whose limits on
 * leads and first-year judges are to hold.
 */
export function solveFlow(seating: Seating, classed: Uint8Array = unclassed(seating), width: Width = usualWidth): Flow {
  return new LiveFlow(seating, classed, width).solve();
}
