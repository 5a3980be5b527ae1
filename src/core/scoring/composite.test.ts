import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, type Fraction, fraction, multiply, subtract, toNumber, toText } from '../numeric/fraction.ts';
import { type BallotStatus, statusName } from './ballot-status.ts';
import type { MarkRow } from './ballot-table.ts';
import { ballotTable } from './collect-marks.ts';
import { type CompositeOptions, composites } from './composite.ts';
import type { Criterion } from './criteria.ts';

const five = { min: 1, max: 5 };
const craft: Criterion = { id: 'craft', weight: 60, scale: five };
const impact: Criterion = { id: 'impact', weight: 40, scale: five };
const proof: Criterion = { id: 'proof', weight: 100, scale: { min: 0, max: 10 } };

type Marks = Record<string, MarkRow['mark']>;
const ballot = (entry: string, judge: string, marks: Marks): MarkRow[] =>
  Object.entries(marks).map(([criterion, mark]) => ({ category: 'Team', entry, judge, criterion, mark }));

/** By ballot: exact composite and status. */
function weighed(criteria: readonly Criterion[], rows: readonly MarkRow[], options?: CompositeOptions) {
  const table = ballotTable(criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const all = composites(table.value, options);
  const value = (i: number) => fraction(all.numerator[i] ?? 0n, all.denominator[0] ?? 1n);
  const ballots = [...all.status].map((status, i): [string | null, BallotStatus] => {
    const name = statusName(status);
    const counts = name === 'counts' || name === 'imputed';
    expect(all.y[i]).toBe(counts ? toNumber(value(i)) : Number.NaN);
    return [counts ? toText(value(i)) : null, name];
  });
  return { scale: all.scale, ballots, leftOut: [...all.leftOut] };
}

describe('the composite of a ballot', () => {
  it('is the weighted mean of its marks where all criteria share a scale, worked by hand', () => {
    // (60·4 + 40·2) / 100 = 3.2
    expect(weighed([craft, impact], ballot('A', 'Ann', { craft: 4, impact: 2 }))).toEqual({
      scale: five,
      ballots: [['16/5', 'counts']],
      leftOut: [],
    });
  });

  it('is on 0–100 where scales differ: 1–5 becomes (x − 1)/4, worked by hand', () => {
    // craft 4 → 75, impact 2 → 25, proof 8 → 80: (60·75 + 40·25 + 100·80) / 200 = 67.5
    const { scale, ballots } = weighed([craft, impact, proof], ballot('A', 'Ann', { craft: 4, impact: 2, proof: 8 }));
    expect([scale, ballots]).toEqual([{ min: 0, max: 100 }, [['135/2', 'counts']]]);
  });

  it('gives a yes-or-no question its own weight as 0 or 1', () => {
    const kind: Criterion = { id: 'kind', weight: 50, scale: { min: 0, max: 1 } };
    const rows = [...ballot('A', 'Ann', { craft: 5, kind: 1 }), ...ballot('B', 'Ann', { craft: 5, kind: 0 })];
    // (60·100 + 50·100)/110 and 60·100/110
    expect(weighed([craft, kind], rows).ballots).toEqual([
      ['100', 'counts'],
      ['600/11', 'counts'],
    ]);
  });

  it('leaves a gate out of the score, whatever its weight', () => {
    const kind: Criterion = { id: 'kind', weight: 50, scale: { min: 0, max: 1 }, gate: { from: 1, judges: 'most' } };
    expect(weighed([craft, kind], ballot('A', 'Ann', { craft: 3, kind: 0 }))).toEqual({
      scale: five,
      ballots: [['3', 'counts']],
      leftOut: [],
    });
  });
});

describe('what is not a mark', () => {
  it.each<[string, Marks, [string | null, BallotStatus]]>([
    ['nothing at all', { craft: null, impact: 'missing' }, [null, 'empty']],
    ['one mark missing', { craft: 4 }, [null, 'incomplete']],
    ['an abstention on one criterion', { craft: 4, impact: 'abstained' }, [null, 'abstained']],
    ['an abstention on all', { craft: 'abstained', impact: 'abstained' }, [null, 'abstained']],
    ['a recusal beside an abstention', { craft: 'recused', impact: 'abstained' }, [null, 'recused']],
    ['not applicable on all', { craft: 'notApplicable', impact: 'notApplicable' }, [null, 'nothingApplies']],
    ['not applicable on one', { craft: 4, impact: 'notApplicable' }, ['4', 'counts']],
  ])('is never a zero: %s', (_what, marks, expected) => {
    expect(weighed([craft, impact], ballot('A', 'Ann', marks)).ballots).toEqual([expected]);
  });

  it('not applicable to an entry leaves the weight to the other criteria in all its ballots, and in no other entry', () => {
    const rows = [
      ...ballot('A', 'Ann', { craft: 4, impact: 'notApplicable' }),
      ...ballot('A', 'Bea', { craft: 5, impact: 1 }),
      ...ballot('A', 'Cat', { impact: 2 }),
      ...ballot('B', 'Ann', { craft: 4, impact: 2 }),
    ];
    expect(weighed([craft, impact], rows)).toEqual({
      scale: five,
      ballots: [
        ['4', 'counts'],
        ['5', 'counts'],
        [null, 'empty'],
        ['16/5', 'counts'],
      ],
      leftOut: [[0, [1]]],
    });
  });

  it('not applicable on a whole ballot speaks of that ballot alone', () => {
    const rows = [
      ...ballot('A', 'Ann', { craft: 'notApplicable', impact: 'notApplicable' }),
      ...ballot('A', 'Bea', { craft: 5, impact: 1 }),
    ];
    expect(weighed([craft, impact], rows).ballots).toEqual([
      [null, 'nothingApplies'],
      ['17/5', 'counts'],
    ]);
  });

  it('counts as the lowest mark where the rules say so, and only what is not applicable', () => {
    const rows = [...ballot('A', 'Ann', { craft: 4, impact: 'notApplicable' }), ...ballot('A', 'Bea', { craft: 4 })];
    // (60·4 + 40·1)/100
    expect(weighed([craft, impact], rows, { notApplicable: 'lowest' }).ballots).toEqual([
      ['14/5', 'counts'],
      [null, 'incomplete'],
    ]);
  });
});

describe('a skipped criterion, where the rules complete ballots', () => {
  const full = [...ballot('A', 'Ann', { craft: 5, impact: 3 }), ...ballot('A', 'Bea', { craft: 3, impact: 2 })];

  it("takes the judge's mean on the entry and the criterion's effect, worked by hand", () => {
    // Means of complete ballots: craft 4, impact 2.5. Cat gave craft 3, one below its mean: impact 2.5 − 1 = 1.5; (60·3 + 40·1.5)/100 = 2.4
    const rows = [...full, ...ballot('B', 'Cat', { craft: 3 })];
    expect(weighed([craft, impact], rows, { skipped: 'impute' }).ballots).toEqual([
      ['21/5', 'counts'],
      ['13/5', 'counts'],
      ['12/5', 'imputed'],
    ]);
    expect(weighed([craft, impact], rows).ballots[2]).toEqual([null, 'incomplete']);
  });

  it('stays within the scale', () => {
    // craft 1 is three below its mean: impact −0.5, kept at 1
    expect(weighed([craft, impact], [...full, ...ballot('B', 'Cat', { craft: 1 })], { skipped: 'impute' }).ballots[2]).toEqual([
      '1',
      'imputed',
    ]);
  });

  it('cannot be filled from nothing, nor an abstention at all', () => {
    expect(weighed([craft, impact], ballot('B', 'Cat', { craft: 3 }), { skipped: 'impute' }).ballots).toEqual([[null, 'incomplete']]);
    const rows = [...full, ...ballot('B', 'Cat', { craft: 3, impact: 'abstained' })];
    expect(weighed([craft, impact], rows, { skipped: 'impute' }).ballots[2]).toEqual([null, 'abstained']);
  });
});

describe('every composite', () => {
  const mark = (min: number, max: number) =>
    fc.oneof({ weight: 6, arbitrary: fc.integer({ min, max }) }, fc.constant('missing' as const), fc.constant('notApplicable' as const));
  const scales = fc.constantFrom({ min: 0, max: 10 }, { min: 1, max: 5 }, { min: -7, max: 2_000_000_000 }, { min: 0, max: 3 });
  const criteria = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 2 ** 40 }), scale: scales }), { minLength: 1, maxLength: 4 });
  const drawn = criteria.chain((list) =>
    fc.tuple(
      fc.constant(list.map((each, i): Criterion => ({ id: `c${i}`, ...each }))),
      fc.array(fc.tuple(...list.map(({ scale }) => mark(scale.min, scale.max))), { minLength: 1, maxLength: 5 }),
    ),
  );

  it('agrees with a second way of computing it, one fraction at a time, however large the weights', () => {
    fc.assert(
      fc.property(drawn, ([list, panel]) => {
        const rows = panel.flatMap((marks, j) => ballot('A', `J${j}`, Object.fromEntries(marks.map((each, i) => [`c${i}`, each]))));
        const dropped = new Set(
          panel
            .filter((marks) => marks.some((m) => m !== 'notApplicable'))
            .flatMap((marks) => marks.flatMap((m, i) => (m === 'notApplicable' ? [i] : []))),
        );
        const common = list.every(({ scale }) => scale.min === list[0]?.scale.min && scale.max === list[0]?.scale.max);
        const shown = (value: number, { scale }: Criterion): Fraction =>
          common ? fraction(value) : multiply(fraction(100), fraction(value - scale.min, scale.max - scale.min));
        const second = panel.map((marks): string | null => {
          let [total, weights] = [fraction(0), fraction(0)];
          for (const [i, criterion] of list.entries()) {
            const value = marks[i];
            if (dropped.has(i)) continue;
            if (typeof value !== 'number') return null;
            total = add(total, multiply(fraction(criterion.weight), shown(value, criterion)));
            weights = add(weights, fraction(criterion.weight));
          }
          return weights.n === 0n ? null : toText(multiply(total, fraction(weights.d, weights.n)));
        });
        expect(weighed(list, rows).ballots.map(([value]) => value)).toEqual(second);
      }),
    );
  });

  it('is completed as a second way of computing it completes it', () => {
    const value = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 });
    const panels = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 });
    const list = [3, 2, 1].map((weight, i): Criterion => ({ id: `c${i}`, weight, scale: five }));
    const meanOf = (all: readonly number[]): Fraction =>
      fraction(
        all.reduce((sum, each) => sum + each, 0),
        all.length,
      );
    const clamp = (each: Fraction): Fraction =>
      compare(each, fraction(1)) < 0 ? fraction(1) : compare(each, fraction(5)) > 0 ? fraction(5) : each;
    fc.assert(
      fc.property(panels, (panel) => {
        const complete = panel.filter((marks) => marks.every((mark) => mark !== null));
        const means = complete.length === 0 ? null : list.map((_, i) => meanOf(complete.map((marks) => marks[i] ?? 0)));
        const second = panel.map((marks): string | null => {
          const given = marks.flatMap((mark, i) => (mark === null ? [] : [{ mark, i }]));
          if (given.length === 0 || (given.length < 3 && !means)) return null;
          const above = given.map(({ mark, i }) => subtract(fraction(mark), means?.[i] ?? fraction(mark)));
          const own = multiply(above.reduce(add, fraction(0)), fraction(1, given.length));
          const filled = list.map((_, i) => {
            const mark = marks[i] ?? null;
            return mark === null ? clamp(add(own, means?.[i] ?? fraction(0))) : fraction(mark);
          });
          return toText(filled.reduce((sum, each, i) => add(sum, multiply(each, fraction(list[i]?.weight ?? 0, 6))), fraction(0)));
        });
        const rows = panel.flatMap((marks, j) => ballot('A', `J${j}`, { c0: marks[0], c1: marks[1], c2: marks[2] }));
        expect(weighed(list, rows, { skipped: 'impute' }).ballots.map(([each]) => each)).toEqual(second);
      }),
    );
  });

  it('moves up with any of its marks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 10 }), (low, other) => {
        const at = (value: number) => weighed([craft, proof], ballot('A', 'Ann', { craft: value, proof: other })).ballots[0]?.[0] ?? '';
        const [n, m] = [at(low), at(low + 1)].map((text) => {
          const [top = '0', bottom = '1'] = text.split('/');
          return fraction(BigInt(top), BigInt(bottom));
        });
        expect(n && m && compare(subtract(m, n), fraction(0))).toBe(1);
      }),
    );
  });
});
