/** What holds for every aggregation, whatever the marks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aggregation } from '#core/verdict/rules.ts';
import { marksOf, scored } from '#tests/support/tally/scores.ts';
import type { MarkRow } from '../ballot-table.ts';

const all: readonly Aggregation[] = [
  { kind: 'mean' },
  { kind: 'sum' },
  { kind: 'median' },
  { kind: 'trimmed', percent: 20, fallback: 'mean' },
  { kind: 'drop', high: 1, low: 1, fallback: 'median' },
  { kind: 'mean-rank' },
  { kind: 'borda' },
  { kind: 'borda', points: [12, 10, 8, 7] },
  { kind: 'schulze' },
  { kind: 'instant-runoff' },
  { kind: 'approval', from: 3 },
  { kind: 'allotment', points: 12 },
  { kind: 'bradley-terry', prior: 1 },
];

const names = ['A', 'B', 'C', 'D'];
const grid = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { freq: 6 }), { minLength: 5, maxLength: 5 }), {
  minLength: 2,
  maxLength: 4,
});
const rowsOf = (marks: readonly (readonly (number | null)[])[], called: readonly string[] = names): MarkRow[] =>
  marks.flatMap((own, e) => marksOf({ [called[e] ?? '']: Object.fromEntries(own.map((mark, j) => [`J${j}`, mark])) }));

describe.each(all)('by %j', (aggregation) => {
  it('the order of the rows changes nothing', () => {
    const both = grid
      .map((marks) => rowsOf(marks))
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(both, ([rows, other]) => {
        expect(scored(other, aggregation).scores).toEqual(scored(rows, aggregation).scores);
      }),
      { numRuns: 40 },
    );
  });

  it('names change nothing: called in reverse, entries keep their places and scores', () => {
    fc.assert(
      fc.property(grid, (marks) => {
        const called = names.slice(0, marks.length).reverse();
        const renamed = new Map(scored(rowsOf(marks, called), aggregation).brief.map((line) => [line[0], line.slice(1)]));
        const own = scored(rowsOf(marks), aggregation).brief.map((line) => line.slice(1));
        expect(called.map((name) => renamed.get(name))).toEqual(own);
      }),
      { numRuns: 40 },
    );
  });

  it('places are competition ranks, and entries marked alike are tied', () => {
    fc.assert(
      fc.property(grid, (marks) => {
        const [first = []] = marks;
        const twins = [...marks.slice(0, 3), first];
        const { scores } = scored(rowsOf(twins), aggregation);
        const places = scores.entries.flatMap(({ place }) => (place === null ? [] : [place]));
        for (const place of places) expect(place).toBe(1 + places.filter((other) => other < place).length);
        const [a, b] = [scores.entries[0], scores.entries.at(-1)];
        expect([b?.place, b?.status, b?.tied]).toEqual([a?.place, a?.status, a?.status === 'ranked']);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a tie is a tie of fractions', () => {
  const criteria = (...weights: number[]) => weights.map((weight, i) => ({ id: `c${i}`, weight, scale: { min: 0, max: 10 } }));

  it('where doubles would part them: 23/3 + 18/3 + 2/3 and 6/3 + 15/3 + 22/3 are both 43/3', () => {
    const rows = marksOf({
      A: { J1: { c0: 5, c1: 10, c2: 8 }, J2: { c0: 7, c1: 8, c2: 3 }, J3: { c0: 1, c1: 0, c2: 1 } },
      B: { J1: { c0: 2, c1: 2, c2: 2 }, J2: { c0: 8, c1: 3, c2: 4 }, J3: { c0: 5, c1: 9, c2: 8 } },
    });
    expect(23 / 3 + 18 / 3 + 2 / 3).not.toBe(6 / 3 + 15 / 3 + 22 / 3);
    expect(scored(rows, { kind: 'mean' }, { criteria: criteria(1, 1, 1) }).brief).toEqual(['A =1 43/9', 'B =1 43/9']);
  });

  it('and not where doubles would call one: a difference below the last bit still ranks', () => {
    const heavy = 9_000_000_000_000_000;
    const rows = marksOf({ A: { J1: { c0: 7, c1: 0 } }, B: { J1: { c0: 7, c1: 1 } } });
    const { brief, composites } = scored(rows, { kind: 'mean' }, { criteria: criteria(heavy, 1) });
    expect(composites.y[0]).toBe(composites.y[1]);
    expect(brief.map((line) => line.split(' ')[1])).toEqual(['2', '1']);
  });
});
