import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveFlow } from '#core/assignment/flow/flow.ts';
import { forbidden, priceOf, type Seating } from '#core/assignment/flow/seating.ts';
import { smallSeating } from '#tests/support/assignment/arbitrary.ts';
import { bruteForce } from '#tests/support/assignment/brute.ts';
import { whyPair } from './why.ts';

/** The demand with the pair seated, for the brute force: it is made free beyond all others, and what that gives is added back. */
function withPair(seating: Seating, pair: number): Seating {
  const price = seating.price.map((cell, at) => (cell >= forbidden ? cell : at === pair ? 0 : cell + 10_000));
  return { ...seating, price };
}

/** What the answer must be, from two assignments found by trying everything. */
function expected(seating: Seating, pair: number, now: number) {
  const cell = seating.price[pair] ?? forbidden;
  if (cell >= forbidden) return { kind: 'forbidden', reason: 'conflict' } as const;
  const seated = solveFlow(seating).seats.includes(pair);
  const seats = seating.need.reduce((sum, count) => sum + count, 0);
  if (seated) {
    const other = bruteForce({ ...seating, price: seating.price.with(pair, priceOf('ruled-out')) }, false);
    return other ? ({ kind: 'weighed', seated, cost: now, otherwise: other.cost } as const) : ({ kind: 'needed', seated } as const);
  }
  const other = bruteForce(withPair(seating, pair), false);
  // Seated whenever it can be, as all others cost 10,000 more.
  if (other === undefined || other.cost >= 10_000 * seats) return { kind: 'needed', seated } as const;
  return { kind: 'weighed', seated, cost: now, otherwise: other.cost - 10_000 * (seats - 1) + cell } as const;
}

test('the difference is that of two assignments found by trying everything', () => {
  const seen = { forbidden: 0, needed: 0, seated: 0, unseated: 0 };
  const asked = smallSeating('employers').chain((seating) =>
    fc.tuple(fc.constant({ ...seating, loadPrice: 0, least: new Int32Array(seating.judges) }), fc.nat(seating.price.length - 1)),
  );
  fc.assert(
    fc.property(asked, ([seating, pair]) => {
      const now = bruteForce(seating, false);
      if (now === undefined) return;
      const answer = expected(seating, pair, now.cost);
      expect(whyPair(seating, pair)).toMatchObject(answer);
      seen[answer.kind === 'weighed' ? (answer.seated ? 'seated' : 'unseated') : answer.kind] += 1;
    }),
    { numRuns: 600, seed: 4 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(15);
});
