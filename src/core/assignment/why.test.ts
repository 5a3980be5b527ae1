import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallSeating } from '#tests/support/assignment-arbitrary.ts';
import { bruteForce } from '#tests/support/assignment-brute.ts';
import { solveFlow } from './flow.ts';
import { forbidden, priceOf, type Seating } from './seating.ts';
import { whyPair } from './why.ts';

/** The demand with the pair seated, for the brute force: it is made free beyond all others, and what that gives is added back. */
function withPair(seating: Seating, pair: number): Seating {
  const price = seating.price.map((cell, at) => (cell >= forbidden ? cell : at === pair ? 0 : cell + 10_000));
  return { ...seating, price };
}

test('the difference is that of two assignments found by trying everything', () => {
  const seen = { seated: 0, unseated: 0, needed: 0 };
  const asked = smallSeating('employers').chain((seating) =>
    fc.tuple(fc.constant({ ...seating, loadPrice: 0, least: new Int32Array(seating.judges) }), fc.nat(seating.price.length - 1)),
  );
  fc.assert(
    fc.property(asked, ([seating, pair]) => {
      const now = bruteForce(seating, false);
      if (now === undefined) return;
      const why = whyPair(seating, pair);
      const cell = seating.price[pair] ?? forbidden;
      if (cell >= forbidden) {
        expect(why).toEqual({ kind: 'forbidden', reason: 'conflict' });
        return;
      }
      const seated = solveFlow(seating).seats.includes(pair);
      const seats = seating.need.reduce((sum, count) => sum + count, 0);
      const other = seated
        ? bruteForce({ ...seating, price: seating.price.with(pair, priceOf('ruled-out')) }, false)
        : bruteForce(withPair(seating, pair), false);
      // Seated whenever it can be, as all others cost 10,000 more.
      const forced = other && !seated ? (other.cost < 10_000 * seats ? other.cost - 10_000 * (seats - 1) + cell : undefined) : other?.cost;
      if (forced === undefined) {
        expect(why).toEqual({ kind: 'needed', seated });
        seen.needed += 1;
      } else {
        expect(why).toMatchObject({ kind: 'weighed', seated, cost: now.cost, otherwise: forced });
        seen[seated ? 'seated' : 'unseated'] += 1;
      }
    }),
    { numRuns: 600, seed: 4 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(15);
});
