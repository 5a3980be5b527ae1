import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forbidden } from '#core/assignment/flow/seating.ts';
import { faultsOf, panelsOf } from '#core/assignment/rules/panel-faults.ts';
import { shareOf } from '#core/assignment/rules/served.ts';
import { entry, judge, named, numbered } from '#tests/support/assignment/demand.ts';
import { makeInstance } from '#tests/support/assignment/instance.ts';
import type { Numbered } from './demand.ts';
import { bridgePlan, type Plan, type PlanOptions, planSeats } from './plan.ts';

const plain: PlanOptions = { onePanel: 0, floor: 0 };

function planned(demand: Numbered, options = plain, held: readonly number[] = []): Plan {
  const result = planSeats(demand, options, held);
  if (result.kind !== 'planned') throw new Error(result.kind);
  return result.plan;
}

const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

describe('ties', () => {
  /** How often each seat was given over a thousand seeds. */
  function counted(entries: readonly string[], judges: readonly string[], perEntry: number, maxLoad: number, options: PlanOptions) {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed += 1) {
      const rows = { entries: entries.map((name) => entry(name, { category: 'one' })), judges: judges.map((name) => judge(name)) };
      const demand = numbered({ ...rows, perEntry, maxLoad, seed: `seed ${seed}` });
      for (const seat of named(demand, planned(demand, options).seats)) counts.set(seat, (counts.get(seat) ?? 0) + 1);
    }
    return counts;
  }

  // Four standard deviations of a binomial of 1,000 draws; with 24 seats counted a fair draw passes in 999 of 1,000 runs.
  const spread = (share: number) => 4 * Math.sqrt(1000 * share * (1 - share));

  for (const [about, judges, perEntry, maxLoad, options] of [
    ['for one seat between two judges', ['Ann', 'Bob'], 1, 3, plain],
    ['where loads are tight', ['Ann', 'Bob', 'Cid', 'Dee'], 2, 2, plain],
    ['where a category gets one panel', ['Ann', 'Bob', 'Cid', 'Dee'], 2, 4, { onePanel: 15, floor: 0 }],
  ] as const) {
    test(`are won equally often over a thousand seeds ${about}`, () => {
      const entries = maxLoad === 2 ? names('E', 4) : names('E', 3);
      const counts = counted(entries, judges, perEntry, maxLoad, options);
      expect(counts.size).toBe(entries.length * judges.length);
      const share = perEntry / judges.length;
      for (const count of counts.values()) expect(Math.abs(count - 1000 * share)).toBeLessThan(spread(share));
    });
  }
});

test('the order of rows changes nothing', () => {
  const rows = fc.record({
    entries: fc.shuffledSubarray(names('E', 6), { minLength: 6 }),
    judges: fc.shuffledSubarray(names('J', 5), { minLength: 5 }),
    seed: fc.string(),
  });
  fc.assert(
    fc.property(rows, ({ entries, judges, seed }) => {
      const rowsOf = (es: readonly string[], js: readonly string[]) =>
        numbered({
          entries: es.map((name) => entry(name, { category: name < 'E3' ? 'a' : 'b', topics: ['phone'] })),
          judges: js.map((name) =>
            judge(name, { categories: name < 'J2' ? ['a'] : ['b'], employers: name > 'J2' ? ['Acme'] : [], lead: name < 'J3' }),
          ),
          perEntry: 2,
          maxLoad: 4,
          seed,
        });
      const [one, two] = [rowsOf(names('E', 6), names('J', 5)), rowsOf(entries, judges)];
      const options = { onePanel: 15, floor: 85 };
      expect(named(two, planned(two, options).seats)).toEqual(named(one, planned(one, options).seats));
    }),
    { numRuns: 60, seed: 2 },
  );
});

describe('every plan', () => {
  const flags = fc.record({
    employers: fc.constantFrom<string[]>([], ['Acme'], ['Beta']),
    lead: fc.constantFrom(true, true, false),
    firstYear: fc.constantFrom(false, false, true),
    languages: fc.subarray(['en', 'de']),
    optedOut: fc.constantFrom([], [], ['a'], ['b']),
    categories: fc.subarray(['a', 'b']),
    maxLoad: fc.option(fc.integer({ min: 0, max: 6 })),
  });
  const about = fc.record({
    employers: fc.constantFrom<string[]>([], ['Acme'], ['Gamma']),
    language: fc.constantFrom('', 'en', 'de'),
    category: fc.constantFrom('a', 'b', 'c'),
  });

  test('holds no conflict and breaks no rule, whatever was asked; panels, floor and bridges included', () => {
    let made = 0;
    const asked = fc.record({
      entries: fc.array(about, { minLength: 1, maxLength: 8 }),
      judges: fc.array(flags, { minLength: 4, maxLength: 8 }),
      conflicts: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 6 }),
      perEntry: fc.integer({ min: 1, max: 2 }),
      minLoad: fc.nat(3),
      loadPrice: fc.constantFrom(0, 20),
      floor: fc.constantFrom(0, 85),
      onePanel: fc.constantFrom(0, 15),
    });
    fc.assert(
      fc.property(asked, ({ entries, judges, conflicts, floor, onePanel, ...rest }) => {
        const known = conflicts.filter(
          ([e, j], at) =>
            e < entries.length && j < judges.length && conflicts.findIndex(([other, third]) => other === e && third === j) === at,
        );
        // Names that no entry has are refused.
        const there = (names: readonly string[]) => names.filter((name) => entries.some(({ category }) => category === name));
        const demand = numbered({
          entries: entries.map((row, i) => entry(`E${i}`, row)),
          judges: judges.map((row, i) => judge(`J${i}`, { ...row, categories: there(row.categories), optedOut: there(row.optedOut) })),
          pairs: known.map(([e, j]) => [`E${e}`, `J${j}`, 'conflict']),
          maxLoad: 6,
          ...rest,
        });
        const result = planSeats(demand, { onePanel, floor });
        if (result.kind !== 'planned') return;
        made += 1;
        const { seats } = bridgePlan(demand, result.plan, true);
        const { seating } = demand;
        expect(new Set(seats).size).toBe(seats.length);
        for (const pair of seats) expect(seating.price[pair]).toBeLessThan(forbidden);
        for (const [e, j] of known) expect(named(demand, seats)).not.toContain(`E${e}–J${j}`);
        expect(faultsOf(seating, seats)).toEqual([]);
        expect(panelsOf(seating.entries, seating.judges, seats).map(({ length }) => length)).toEqual([...seating.need]);
        for (const [j, most] of seating.most.entries()) {
          expect(seats.filter((pair) => pair % seating.judges === j).length).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 400, seed: 9 },
    );
    expect(made).toBeGreaterThan(60);
  }, 20_000);
});

describe('one panel for a small category', () => {
  const demand = (maxLoad: number) =>
    numbered({
      entries: names('E', 12).map((name, i) => entry(name, { category: i < 6 ? 'a' : 'b' })),
      judges: names('J', 8).map((name) => judge(name)),
      pairs: names('E', 12).flatMap((e, i) => names('J', 8).map((j, at) => [e, j, (i * 37 + at * 113) % 1000] as const)),
      perEntry: 3,
      maxLoad,
    });

  test('gives all its entries the same judges where loads leave room', () => {
    const { seats, panels, split } = planned(demand(6), { onePanel: 6, floor: 0 });
    const judges = panelsOf(12, 8, seats);
    expect([...panels].sort()).toEqual(['a', 'b']);
    expect(split).toEqual([]);
    const byCategory = Map.groupBy(
      demand(6).entries.map(({ category }, e) => ({ category, panel: String(judges[e]?.join()) })),
      ({ category }) => category,
    );
    for (const rows of byCategory.values()) expect(new Set(rows.map(({ panel }) => panel)).size).toBe(1);
  });

  test('gives way to the most a judge may take, and says so', () => {
    const { seats, panels, split } = planned(demand(5), { onePanel: 6, floor: 0 });
    expect([panels, [...split].sort()]).toEqual([[], ['a', 'b']]);
    expect(seats.length).toBe(36);
  });
});

test('after a drop-out everybody else keeps their seats', () => {
  const rows = {
    entries: names('E', 10).map((name) => entry(name)),
    judges: names('J', 6).map((name) => judge(name)),
    perEntry: 3,
    maxLoad: 7,
  };
  const before = numbered(rows);
  const first = planned(before).seats;
  const gone = numbered({ ...rows, judges: rows.judges.map((row) => (row.judge === 'J2' ? { ...row, maxLoad: 0 } : row)) });
  const held = [...first].filter((pair) => pair % 6 !== 2);
  const after = planned(gone, plain, held).seats;
  expect(held.length).toBeLessThan(30);
  expect(after.length).toBe(30);
  for (const pair of held) expect(after).toContain(pair);
  expect(after.some((pair) => pair % 6 === 2)).toBe(false);
});

test('the worst-served entry is lifted as far as its judges allow, for less than a thousandth of all affinity', () => {
  const { price, judges, entries, lower, upper } = makeInstance(200, 30, 5, 1);
  const demand = numbered({
    entries: names('E', entries).map((name) => entry(name)),
    judges: names('J', judges).map((name) => judge(name)),
    pairs: Array.from(
      price,
      (cell, at) => [`E${Math.floor(at / judges)}`, `J${at % judges}`, cell < forbidden ? 1000 - cell : 'conflict'] as const,
    ),
    perEntry: 5,
    minLoad: lower,
    maxLoad: upper,
  });
  const [flat, lifted] = [planned(demand), planned(demand, { onePanel: 0, floor: 85 })].map(({ seats }) => shareOf(demand.seating, seats));
  expect([flat?.worst, lifted?.worst]).toEqual([466.2, 472.8]);
  expect(lifted?.total).toBeGreaterThan(0.999 * (flat?.total ?? 0));
});

describe('bridging', () => {
  // Two categories whose experts know nothing of the other: the cheapest assignment falls apart.
  const apart = (more: object = {}) =>
    numbered({
      entries: names('E', 40).map((name, i) => entry(name, { category: i % 2 === 0 ? 'a' : 'b' })),
      judges: names('J', 10).map((name, i) => judge(name, { categories: [i % 2 === 0 ? 'a' : 'b'], ...more })),
      perEntry: 3,
      minLoad: 10,
      maxLoad: 14,
    });

  test('links groups that share no judge, and leaves every load as it was', () => {
    const demand = apart();
    const plan = planned(demand);
    const [bare, bridged] = [bridgePlan(demand, plan, false), bridgePlan(demand, plan, true)];
    expect([bare.design.components, bare.bridges.length]).toEqual([2, 0]);
    expect(bridged.design.components).toBe(1);
    expect(bridged.bridges.length).toBeLessThanOrEqual(0.2 * plan.seats.length);
    const loads = (seats: Int32Array) => names('J', 10).map((_, j) => seats.filter((pair) => pair % 10 === j).length);
    expect(loads(bridged.seats)).toEqual(loads(plan.seats));
  });

  test('gives nobody an entry they have opted out of', () => {
    const demand = numbered({
      entries: names('E', 8).map((name, i) => entry(name, { category: i % 2 === 0 ? 'a' : 'b' })),
      judges: names('J', 6).map((name, i) => judge(name, { optedOut: [i % 2 === 0 ? 'b' : 'a'] })),
      perEntry: 2,
    });
    const bridged = bridgePlan(demand, planned(demand), true);
    expect([bridged.design.components, bridged.bridges.length]).toEqual([2, 0]);
  });
});
