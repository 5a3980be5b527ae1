import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forbidden } from '#core/assignment/flow/seating.ts';
import { smallSeating } from '#tests/support/assignment/arbitrary.ts';
import { bruteForce, worthOf } from '#tests/support/assignment/brute.ts';
import { makeInstance, seatingOf } from '#tests/support/assignment/instance.ts';
import { faultsOf } from './panel-faults.ts';
import { solveRules } from './rules.ts';

describe('every rule at once', () => {
  test('panels hold all rules and cost no less than the bound and the best there is; where there are none, none are given', () => {
    const seen = { proven: 0, repaired: 0, impossible: 0 };
    fc.assert(
      fc.property(smallSeating('all'), (seating) => {
        const result = solveRules(seating);
        const best = bruteForce(seating, true);
        expect(result.kind === 'solved').toBe(best !== undefined);
        if (result.kind !== 'solved' || best === undefined) {
          seen.impossible += 1;
          return;
        }
        const { seats, bound, cost } = result.ruled;
        const worth = worthOf(seating, seats);
        expect(faultsOf(seating, seats)).toEqual([]);
        for (const pair of seats) expect(seating.price[pair]).toBeLessThan(forbidden);
        expect(worth.cost).toBe(cost);
        // Fewer seats under the least go before cost, so costs compare only where these are equal.
        expect(worth.short).toBeGreaterThanOrEqual(best.short);
        const alike = worth.short === best.short;
        expect(alike && cost < best.cost).toBe(false);
        expect(alike && bound !== null && bound > best.cost).toBe(false);
        seen[bound === cost ? 'proven' : 'repaired'] += 1;
      }),
      { numRuns: 1000, seed: 5 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  }, 20_000);

  test('with leads, first-year judges and employers on 400 entries costs at most half a per cent more than the flow allows', () => {
    const instance = makeInstance(400, 60, 5, 1);
    const plain = seatingOf(instance);
    const lead = Uint8Array.from({ length: 60 }, (_, j) => Number(j % 4 === 0));
    const firstYear = Uint8Array.from({ length: 60 }, (_, j) => Number(j % 10 < 3));
    const seating = { ...plain, employer: instance.judgeEmployer, lead, firstYear, firstYearMost: new Int32Array(400).fill(2) };
    const result = solveRules(seating);
    if (result.kind !== 'solved') throw new Error(result.kind);
    expect(faultsOf(seating, result.ruled.seats)).toEqual([]);
    expect(result.ruled.cost).toBeGreaterThanOrEqual(result.ruled.bound ?? Infinity);
    expect(result.ruled.cost / (result.ruled.bound ?? 0)).toBeLessThan(1.005);
  }, 20_000);
});
