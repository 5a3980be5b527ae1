import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, type Fraction, fraction, multiply, toText } from '../../numeric/fraction.ts';
import type { MarkRow } from '../ballot-table.ts';
import { ballotTable } from '../collect-marks.ts';
import { composites } from '../composite.ts';
import type { Criterion, NotApplicable } from '../criteria.ts';

type Marks = Readonly<Record<string, MarkRow['mark']>>;

const five = { min: 1, max: 5 };
const craft: Criterion = { id: 'craft', weight: 2, scale: five };
const reach: Criterion = { id: 'reach', weight: 1, scale: five };
const proof: Criterion = { id: 'proof', weight: 1, scale: five, notApplicable: 'lowest' };
const none = 'notApplicable' as const;

const rowsOf = (panel: readonly Marks[]): MarkRow[] =>
  panel.flatMap((marks, j) =>
    Object.entries(marks).map(([criterion, mark]) => ({ category: 'Team', entry: 'A', judge: `J${j}`, criterion, mark })),
  );

/** By ballot its exact composite, null where it takes no part. */
function weighed(criteria: readonly Criterion[], panel: readonly Marks[], rule: NotApplicable = 'renormalise') {
  const table = ballotTable(criteria, rowsOf(panel));
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const all = composites(table.value, { notApplicable: rule });
  return [...all.y].map((y, i) => (Number.isNaN(y) ? null : toText(fraction(all.numerator[i] ?? 0n, all.denominator[0] ?? 1n))));
}

describe('criteria that do not apply are taken each in its own way', () => {
  it.each<[string, Marks[], (string | null)[]]>([
    // (2·4 + 1)/3 without reach, where proof is the lowest mark; of the other judge (2·5 + 3)/3.
    [
      'one leaves its weight to the others, one is the lowest mark',
      [
        { craft: 4, reach: none, proof: none },
        { craft: 5, reach: 2, proof: 3 },
      ],
      ['3', '13/3'],
    ],
    [
      'the lowest mark speaks of one ballot alone',
      [
        { craft: 4, reach: 4, proof: none },
        { craft: 4, reach: 4, proof: 5 },
      ],
      ['13/4', '17/4'],
    ],
    [
      'who says it of everything speaks of nobody else’s ballot',
      [
        { craft: none, reach: none, proof: none },
        { craft: 4, reach: 4, proof: 4 },
      ],
      [null, '4'],
    ],
    [
      'who says it of everything has no ballot, even where all else is left out',
      [
        { craft: none, reach: none, proof: none },
        { craft: none, reach: none, proof: 5 },
      ],
      [null, '5'],
    ],
  ])('%s', (_what, panel, expected) => {
    expect(weighed([craft, reach, proof], panel)).toEqual(expected);
  });

  it('what a criterion says goes before what is said of all', () => {
    const left: Criterion = { ...reach, notApplicable: 'renormalise' };
    const panel = [{ craft: 4, reach: none, proof: none }];
    expect(weighed([craft, left, { ...proof, notApplicable: 'lowest' }], panel, 'lowest')).toEqual(['3']);
    expect(weighed([craft, reach, { ...proof, notApplicable: 'renormalise' }], panel, 'lowest')).toEqual(['3']);
  });

  it('agrees with a second way of computing it, one fraction at a time', () => {
    const policy = fc.constantFrom<NotApplicable>('renormalise', 'lowest');
    const mark = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) }, { weight: 2, arbitrary: fc.constant(none) });
    const drawn = fc
      .array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), notApplicable: policy }), { minLength: 1, maxLength: 4 })
      .chain((list) => fc.tuple(fc.constant(list), fc.array(fc.tuple(...list.map(() => mark)), { minLength: 1, maxLength: 4 })));
    fc.assert(
      fc.property(drawn, ([list, panel]) => {
        const criteria = list.map((each, i): Criterion => ({ id: `c${i}`, scale: five, ...each }));
        const isLowest = (i: number) => list[i]?.notApplicable === 'lowest';
        const spoken = panel.filter((marks) => marks.some((given) => given !== none));
        const out = new Set(spoken.flatMap((marks) => marks.flatMap((given, i) => (given === none && !isLowest(i) ? [i] : []))));
        const second = panel.map((marks): string | null => {
          if (marks.every((given) => given === none) && !list.every((_, i) => isLowest(i))) return null;
          let [total, weights]: [Fraction, bigint] = [fraction(0), 0n];
          for (const [i, { weight }] of list.entries()) {
            if (out.has(i)) continue;
            total = add(total, fraction(weight * (marks[i] === none ? 1 : Number(marks[i]))));
            weights += BigInt(weight);
          }
          return weights === 0n ? null : toText(multiply(total, fraction(1n, weights)));
        });
        const given = panel.map((marks): Marks => Object.fromEntries(marks.map((each, i) => [`c${i}`, each])));
        expect(weighed(criteria, given)).toEqual(second);
      }),
    );
  });
});
