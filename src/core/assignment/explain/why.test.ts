import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Numbered } from '#core/assignment/demand.ts';
import { solveFlow } from '#core/assignment/flow/flow.ts';
import { forbidden, priceOf, type Seating } from '#core/assignment/flow/seating.ts';
import { planSeats } from '#core/assignment/plan.ts';
import { faultsOf } from '#core/assignment/rules/panel-faults.ts';
import { costOf } from '#core/assignment/rules/rules.ts';
import { smallSeating } from '#tests/support/assignment/arbitrary.ts';
import { bruteForce } from '#tests/support/assignment/brute.ts';
import { entry, judge } from '#tests/support/assignment/demand.ts';
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

/** The demand of a seating, with names nobody asks for. */
function numberedAs(seating: Seating): Numbered {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `${i}`);
  return {
    entries: names(seating.entries).map((name) => entry(name)),
    judges: names(seating.judges).map((name) => judge(name)),
    entryNumber: new Map(),
    judgeNumber: new Map(),
    perEntry: seating.need[0] ?? 0,
    seating,
    categoriesWithoutEntries: [],
    employers: { one: [], alike: [] },
  };
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
      expect(whyPair(numberedAs(seating), { onePanel: 0, floor: 0, bridge: false }, [], pair)).toMatchObject(answer);
      seen[answer.kind === 'weighed' ? (answer.seated ? 'seated' : 'unseated') : answer.kind] += 1;
    }),
    { numRuns: 600, seed: 4 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(15);
});

const whole = { onePanel: 15, floor: 0, bridge: false };

/** The entries in one category each two, so that panels are drawn up. */
const inPairs = (seating: Seating): Numbered => {
  const plain = numberedAs(seating);
  return { ...plain, entries: plain.entries.map((each, e) => ({ ...each, category: `category ${Math.floor(e / 2)}` })) };
};

test('with whole panels the answer is of the plan that is made, and its other way is a plan that holds every rule', () => {
  const seen = { seated: 0, unseated: 0, panels: 0, dearer: 0 };
  const asked = smallSeating('employers').chain((seating) =>
    fc.tuple(fc.constant({ ...seating, loadPrice: 0, least: new Int32Array(seating.judges) }), fc.nat(seating.price.length - 1)),
  );
  fc.assert(
    fc.property(asked, ([seating, pair]) => {
      const demand = inPairs(seating);
      const now = planSeats(demand, whole);
      const why = whyPair(demand, whole, [], pair);
      if (now.kind !== 'planned' || why.kind !== 'weighed') return;
      expect([why.seated, why.cost]).toEqual([now.plan.seats.includes(pair), costOf(seating, now.plan.seats)]);
      const price = seating.price.with(pair, priceOf('ruled-out'));
      const other = why.seated ? planSeats({ ...demand, seating: { ...seating, price } }, whole) : planSeats(demand, whole, [], [pair]);
      if (other.kind !== 'planned') throw new Error(other.kind);
      const { seats } = other.plan;
      expect([costOf(seating, seats), seats.includes(pair), seats.length]).toEqual([why.otherwise, !why.seated, now.plan.seats.length]);
      expect([faultsOf(seating, seats), seats.some((at) => (seating.price[at] ?? forbidden) >= forbidden)]).toEqual([[], false]);
      const load = Array.from({ length: seating.judges }, (_, j) => seats.filter((at) => at % seating.judges === j).length);
      expect(load.filter((count, j) => count > (seating.most[j] ?? 0))).toEqual([]);
      seen[why.seated ? 'seated' : 'unseated'] += 1;
      if (why.onePanel !== null) seen.panels += 1;
      if (why.otherwise > why.cost) seen.dearer += 1;
    }),
    { numRuns: 600, seed: 5 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(15);
});

test('a seat that stood before is answered as such', () => {
  const free = smallSeating('plain').filter(({ price }) => (price[0] ?? forbidden) < forbidden);
  const answers = fc.sample(free, { numRuns: 5, seed: 1 }).map((seating) => whyPair(numberedAs(seating), whole, [0], 0));
  expect(answers).toEqual(Array.from({ length: 5 }, () => ({ kind: 'kept' })));
});
