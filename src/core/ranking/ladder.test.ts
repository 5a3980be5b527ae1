import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fraction, toText } from '#core/numeric/fraction.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import type { TieRung } from '#core/verdict/rules.ts';
import { marksOf, scored } from '#tests/support/tally/scores.ts';
import { breakTies, type Ladder, partedBy } from './ladder.ts';

const scale = { min: 0, max: 10 };
const criteria: readonly Criterion[] = [
  { id: 'craft', weight: 2, scale },
  { id: 'impact', weight: 1, scale },
  { id: 'proof', weight: 1, scale },
];

function ladder(rows: readonly MarkRow[], ties: readonly TieRung[], seed = 'seed', list = criteria) {
  const { table, composites, scores } = scored(rows, { kind: 'mean' }, { criteria: list });
  const result = breakTies(table, composites, scores, { ties, seed });
  const name = (entry: number) => table.entries[entry]?.name ?? '';
  const places = [...result.places].map(([entry, { place, tied }]) => `${name(entry)} ${tied ? '=' : ''}${place}`).sort();
  const steps = result.steps.map(({ by, criteria: of, groups }) =>
    [by, ...of, groups.map(({ entries, value }) => `${entries.map(name).join('')} ${toText(value)}`).join(' > ')].join(' '),
  );
  return { result, places, steps };
}

/** Two judges; A and B both come to 7: A by craft 8 and 6 beside, B by craft 6 and 8 beside. C is behind. */
const level = marksOf({
  A: { Ann: { craft: 8, impact: 6, proof: 6 }, Bea: { craft: 8, impact: 6, proof: 6 } },
  B: { Ann: { craft: 6, impact: 8, proof: 8 }, Bea: { craft: 6, impact: 8, proof: 8 } },
  C: { Ann: { craft: 2, impact: 2, proof: 2 }, Bea: { craft: 2, impact: 2, proof: 2 } },
});

describe('a tie', () => {
  it('is a joint award where no rung is declared, and the place after it is skipped', () => {
    expect(ladder(level, [])).toMatchObject({ places: ['A =1', 'B =1', 'C 3'], steps: [] });
  });

  it('is broken by the heaviest criterion first: craft 8 against 6', () => {
    expect(ladder(level, [{ by: 'criteria' }])).toMatchObject({ places: ['A 1', 'B 2', 'C 3'], steps: ['criteria craft A 8 > B 6'] });
  });

  it('is broken by weight, not by the order in which criteria are listed', () => {
    expect(ladder(level, [{ by: 'criteria' }], 'seed', [...criteria].reverse()).steps).toEqual(['criteria craft A 8 > B 6']);
  });

  it('is broken by the declared criterion alone: impact 8 against 6', () => {
    expect(ladder(level, [{ by: 'criterion', criterion: 'impact' }])).toMatchObject({
      places: ['A 2', 'B 1', 'C 3'],
      steps: ['criterion impact B 8 > A 6'],
    });
  });

  it('asks criteria of one weight together, as nothing declares which is first', () => {
    // Equal on craft; impact and proof swapped: neither weighs more, so the tie stays.
    const swapped = marksOf({ A: { Ann: { craft: 5, impact: 9, proof: 1 } }, B: { Ann: { craft: 5, impact: 1, proof: 9 } } });
    expect(ladder(swapped, [{ by: 'criteria' }]).places).toEqual(['A =1', 'B =1']);
  });

  it('is broken head to head: two judges of three prefer B', () => {
    const rows = marksOf({ A: { Ann: 9, Bea: 4, Cat: 5 }, B: { Ann: 6, Bea: 5, Cat: 7 } });
    const list = criteria.slice(0, 1);
    expect(ladder(rows, [{ by: 'head-to-head' }], 'seed', list)).toMatchObject({
      places: ['A 2', 'B 1'],
      steps: ['head-to-head B 1 > A -1'],
    });
    // One judge each way: no majority.
    const even = marksOf({ A: { Ann: 9, Bea: 4 }, B: { Ann: 6, Bea: 7 } });
    expect(ladder(even, [{ by: 'head-to-head' }], 'seed', list).places).toEqual(['A =1', 'B =1']);
    // Judges who marked one of the two say nothing.
    const apart = marksOf({ A: { Ann: 7 }, B: { Bea: 7 } });
    expect(ladder(apart, [{ by: 'head-to-head' }], 'seed', list).places).toEqual(['A =1', 'B =1']);
  });

  it('is asked head to head again within what it left tied', () => {
    // All come to 6. X beats Y and loses to Z, Y beats W: Z has 1, X and Y 0, W −1; of X and Y alone, X is preferred.
    const rows = marksOf({ W: { J3: 5, J5: 7 }, X: { J1: 7, J2: 5 }, Y: { J1: 5, J3: 7 }, Z: { J2: 7, J4: 5 } });
    expect(ladder(rows, [{ by: 'head-to-head' }], 'seed', criteria.slice(0, 1))).toMatchObject({
      places: ['W 4', 'X 2', 'Y 3', 'Z 1'],
      steps: ['head-to-head Z 1 > XY 0 > W -1', 'head-to-head X 1 > Y -1'],
    });
  });

  it('is broken by the median of the ballots: 6 against 5', () => {
    const rows = marksOf({ A: { Ann: 9, Bea: 5, Cat: 4 }, B: { Ann: 6, Bea: 6, Cat: 6 } });
    expect(ladder(rows, [{ by: 'median' }], 'seed', criteria.slice(0, 1))).toMatchObject({
      places: ['A 2', 'B 1'],
      steps: ['median B 6 > A 5'],
    });
  });

  it('is broken by the share of high marks, so that a smaller panel is no drawback: 1 of 2 against 1 of 3', () => {
    const rows = marksOf({ A: { Ann: 9, Bea: 5 }, B: { Ann: 9, Bea: 6, Cat: 6 } });
    expect(ladder(rows, [{ by: 'high-marks', from: 8 }], 'seed', criteria.slice(0, 1))).toMatchObject({
      places: ['A 1', 'B 2'],
      steps: ['high-marks A 1/2 > B 1/3'],
    });
  });

  it('goes down the ladder: what one rung leaves tied the next is asked', () => {
    const rows = marksOf({
      A: { Ann: { craft: 8, impact: 6, proof: 6 } },
      B: { Ann: { craft: 6, impact: 9, proof: 7 } },
      C: { Ann: { craft: 6, impact: 7, proof: 9 } },
    });
    expect(ladder(rows, [{ by: 'criteria' }, { by: 'criterion', criterion: 'proof' }])).toMatchObject({
      places: ['A 1', 'B 3', 'C 2'],
      steps: ['criteria craft A 8 > BC 6', 'criterion proof C 9 > B 7'],
    });
  });

  it('passes over a rung that cannot be asked of all: the criterion is not applicable to one', () => {
    const rows = marksOf({ A: { Ann: { craft: 'notApplicable', impact: 7, proof: 7 } }, B: { Ann: { craft: 6, impact: 8, proof: 8 } } });
    expect(ladder(rows, [{ by: 'criterion', criterion: 'craft' }]).places).toEqual(['A =1', 'B =1']);
  });

  it('is drawn by the seed where a lot is declared, and by nothing else', () => {
    const drawn = new Set(['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => ladder(level, [{ by: 'lot' }], seed).places.join()));
    expect(drawn).toEqual(new Set(['A 1,B 2,C 3', 'A 2,B 1,C 3']));
    expect(ladder([...level].reverse(), [{ by: 'lot' }], 'a').places).toEqual(ladder(level, [{ by: 'lot' }], 'a').places);
  });

  it('names the rung that parted a pair', () => {
    const { result } = ladder(level, [{ by: 'median' }, { by: 'criteria' }]);
    expect([partedBy(result, 0, 1)?.by, partedBy(result, 0, 2)]).toEqual(['criteria', undefined]);
  });
});

it('over many seeds the lot favours nobody: each of two is first in 1,000 draws 420 to 580 times', () => {
  const first = Array.from({ length: 1000 }, (_, i) => ladder(level, [{ by: 'lot' }], `s${i}`).places[0]).filter(
    (place) => place === 'A 1',
  ).length;
  // Five standard deviations either way.
  expect(Math.abs(first - 500)).toBeLessThan(80);
});

describe('every ladder', () => {
  const mark = fc.integer({ min: 0, max: 2 });
  const panel = fc.array(fc.array(mark, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 });
  const rungs = fc.shuffledSubarray<TieRung>([
    { by: 'criteria' },
    { by: 'criterion', criterion: 'proof' },
    { by: 'head-to-head' },
    { by: 'median' },
    { by: 'high-marks', from: 1 },
  ]);
  const rowsOf = (entries: readonly (readonly (readonly number[])[])[], names: string) =>
    entries.flatMap((ballots, e) =>
      marksOf({
        [names[e] ?? '']: Object.fromEntries(ballots.map(([craft = 0, impact = 0, proof = 0], j) => [`J${j}`, { craft, impact, proof }])),
      }),
    );
  const standing = ({ places }: Ladder) => [...places].map(([entry, place]) => ({ entry, ...place }));

  it('never moves an entry past one with another score, keeps competition ranks, and reads no name', () => {
    fc.assert(
      fc.property(fc.array(panel, { minLength: 2, maxLength: 5 }), rungs, (entries, ties) => {
        const rows = rowsOf(entries, 'ABCDE');
        const { scores } = scored(rows, { kind: 'mean' }, { criteria });
        const found = standing(ladder(rows, ties).result);
        for (const a of found) {
          expect(a.place).toBe(1 + found.filter(({ place }) => place < a.place).length);
          expect(a.tied).toBe(found.some((b) => b.entry !== a.entry && b.place === a.place));
          const score = (entry: number) => scores.entries[entry]?.score ?? fraction(0);
          const passed = found.filter((b) => compare(score(a.entry), score(b.entry)) > 0 && a.place >= b.place);
          expect(passed).toEqual([]);
        }
        const renamed = ladder(rowsOf(entries, 'ZYXWV'), ties).result.places;
        expect(entries.map((_, e) => renamed.get(entries.length - 1 - e))).toEqual(
          entries.map((_, e) => ladder(rows, ties).result.places.get(e)),
        );
      }),
    );
  });
});
