import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, type Demand } from './round-robin.ts';

const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
const entriesOf = (n: number) => ids('e', n).map((id) => ({ id, category: 'Team' }));
const loads = (seats: readonly { judge: string }[], judges: Demand['judges']) =>
  judges.map(({ id }) => seats.filter((seat) => seat.judge === id).length);

const demand: fc.Arbitrary<Demand> = fc.record({
  entries: fc.integer({ min: 0, max: 12 }).map(entriesOf),
  judges: fc
    .array(fc.subarray(ids('e', 12)), { maxLength: 8 })
    .map((conflicts) => conflicts.map((excluded, i) => ({ id: `j${i}`, excluded }))),
  seatsPerEntry: fc.integer({ min: 0, max: 5 }),
  seed: fc.string(),
});

describe('the assignment of judges', () => {
  it('never seats a judge with a conflict, nor one twice on an entry', () => {
    fc.assert(
      fc.property(demand, (some) => {
        const { seats } = assign(some);
        const excluded = new Map(some.judges.map((judge) => [judge.id, judge.excluded]));
        expect(seats.filter((seat) => excluded.get(seat.judge)?.includes(seat.entry))).toEqual([]);
        expect(new Set(seats.map((seat) => `${seat.entry} ${seat.judge}`)).size).toBe(seats.length);
      }),
    );
  });

  it('gives each entry its seats, and reports as short exactly those with too few judges without a conflict', () => {
    fc.assert(
      fc.property(demand, (some) => {
        const { seats, short } = assign(some);
        const expected = some.entries.map(({ id }) => {
          const free = some.judges.filter((judge) => !judge.excluded.includes(id)).length;
          expect(seats.filter((seat) => seat.entry === id).length).toBe(Math.min(free, some.seatsPerEntry));
          return { entry: id, category: 'Team', judges: free, needed: some.seatsPerEntry };
        });
        const wanting = expected.filter(({ judges }) => judges < some.seatsPerEntry);
        expect(short).toEqual(wanting.sort((a, b) => (a.entry < b.entry ? -1 : 1)));
      }),
    );
  });

  it('loads no two judges more than one apart when nobody has a conflict', () => {
    fc.assert(
      fc.property(demand, (some) => {
        const judges = some.judges.map(({ id }) => ({ id, excluded: [] }));
        const counts = loads(assign({ ...some, judges }).seats, judges);
        expect(Math.max(0, ...counts) - Math.min(...counts, Math.max(0, ...counts))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same in whatever order entries and judges are listed', () => {
    const twice = demand.chain((some) =>
      fc.record({
        some: fc.constant(some),
        entries: fc.shuffledSubarray([...some.entries], { minLength: some.entries.length }),
        judges: fc.shuffledSubarray([...some.judges], { minLength: some.judges.length }),
      }),
    );
    fc.assert(
      fc.property(twice, ({ some, entries, judges }) => {
        expect(assign({ ...some, entries, judges })).toEqual(assign(some));
      }),
    );
  });

  it('deals again after a judge drops out without moving anybody else', () => {
    fc.assert(
      fc.property(demand, fc.nat(), (some, pick) => {
        const first = assign(some);
        const leaver = some.judges[pick % Math.max(1, some.judges.length)]?.id;
        const judges = some.judges.filter(({ id }) => id !== leaver);
        const kept = first.seats.filter(({ judge }) => judge !== leaver);
        const again = assign({ ...some, judges, kept });
        for (const { entry, judge } of again.seats) expect(kept).not.toContainEqual({ entry, judge });
        for (const { id } of some.entries) {
          const free = judges.filter((judge) => !judge.excluded.includes(id)).length;
          const sitting = [...kept, ...again.seats].filter((seat) => seat.entry === id).length;
          expect(sitting).toBe(Math.min(free, some.seatsPerEntry));
        }
        expect(assign({ ...some, kept: first.seats }).seats).toEqual([]);
      }),
    );
  });

  it('draws otherwise under another seed, and no judge is favoured over 600 seeds', () => {
    const judges = ids('j', 4).map((id) => ({ id, excluded: [] }));
    const drawn = Array.from(
      { length: 600 },
      (_, n) => assign({ entries: entriesOf(1), judges, seatsPerEntry: 1, seed: `seed ${n}` }).seats[0]?.judge,
    );
    // 150 each are expected; five standard deviations of a fair draw are 53.
    for (const { id } of judges) expect(Math.abs(drawn.filter((judge) => judge === id).length - 150)).toBeLessThan(53);
  });
});
