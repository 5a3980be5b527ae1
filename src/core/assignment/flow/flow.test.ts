import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallSeating } from '#tests/support/assignment/arbitrary.ts';
import { bruteForce, worthOf } from '#tests/support/assignment/brute.ts';
import { makeInstance, references, seatingOf } from '#tests/support/assignment/instance.ts';
import { type Flow, solveFlow, unclassed } from './flow.ts';
import { forbidden, type Seating } from './seating.ts';

/** What no assignment may do, whatever it was asked for. */
function holds(seating: Seating, { seats, missing }: Flow): void {
  const loads = new Int32Array(seating.judges);
  const panel = missing.slice();
  for (const pair of seats) {
    expect(seating.price[pair]).toBeLessThan(forbidden);
    loads[pair % seating.judges] = (loads[pair % seating.judges] ?? 0) + 1;
    const e = Math.floor(pair / seating.judges);
    panel[e] = (panel[e] ?? 0) + 1;
  }
  expect(new Set(seats).size).toBe(seats.length);
  expect([...panel]).toEqual([...seating.need]);
  for (const [j, load] of loads.entries()) expect(load).toBeLessThanOrEqual(seating.most[j] ?? 0);
}

describe('the flow', () => {
  for (const kind of ['plain', 'employers'] as const) {
    test(`is the cheapest of all assignments with the least sum of lots, or there is none (${kind})`, () => {
      const seen = { possible: 0, impossible: 0, short: 0 };
      fc.assert(
        fc.property(smallSeating(kind), (seating) => {
          // Lists of one judge an entry, so that the price-out has something to find.
          const flow = solveFlow(seating, unclassed(seating), { nearest: 1, perSeat: 0 });
          const best = bruteForce(seating, false);
          holds(seating, flow);
          expect(flow.missingSeats === 0).toBe(best !== undefined);
          expect(best && worthOf(seating, flow.seats)).toEqual(best);
          seen[best ? (best.short > 0 ? 'short' : 'possible') : 'impossible'] += 1;
        }),
        { numRuns: 1000, seed: 11 },
      );
      // Each kind of instance was there often enough to mean something.
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
    }, 20_000);
  }

  for (const reference of references.filter(({ entries }) => entries <= 2000)) {
    const { entries, judges, seed, optimum } = reference;
    test(`of the instance of ${entries} entries, ${judges} judges, seed ${seed} costs ${optimum}, proven over all pairs`, () => {
      const instance = makeInstance(entries, judges, 5, seed);
      expect([instance.allowed, instance.checksum]).toEqual([reference.allowed, reference.checksum]);
      const seating = seatingOf(instance);
      const flow = solveFlow(seating);
      holds(seating, flow);
      expect(worthOf(seating, flow.seats)).toMatchObject({ short: 0, cost: optimum });
      expect([flow.proof.pairs, flow.proof.leastReducedCost >= 0]).toEqual([reference.allowed, true]);
      expect(dualBound(seating, flow)).toBe(optimum);
    }, 20_000);
  }
});

/**
 * The proof checked without the solver: for any potentials the cost of every assignment is at least this number, so an assignment that
 * costs as much is the cheapest. (Linear programming duality; loads between least and most, one seat a pair.)
 */
function dualBound({ entries, judges, need, price, least, most }: Seating, { proof }: Flow): number {
  const { entryPotential: u, judgePotential: v } = proof;
  let bound = 0;
  const seat = (e: number) => -(u[e] ?? 0);
  // Any level serves as the sink's potential; the best is found among the judges' own.
  const at = (sink: number) => {
    let sum = 0;
    for (let e = 0; e < entries; e += 1) sum += (need[e] ?? 0) * (seat(e) + sink);
    for (let j = 0; j < judges; j += 1) {
      const worth = -(v[j] ?? 0) - -sink;
      sum -= worth > 0 ? worth * (most[j] ?? 0) : worth * (least[j] ?? 0);
    }
    return sum;
  };
  for (let e = 0; e < entries; e += 1) {
    for (let j = 0; j < judges; j += 1) {
      const cell = price[e * judges + j] ?? forbidden;
      if (cell < forbidden) bound += Math.min(0, cell + (u[e] ?? 0) - (v[j] ?? 0));
    }
  }
  return bound + Math.max(...[...new Set(v)].map(at));
}
