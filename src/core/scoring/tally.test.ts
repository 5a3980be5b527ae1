import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, fraction, multiply, toText } from '../numeric/fraction.ts';
import type { Mark } from './ballots.ts';
import type { Criterion } from './criteria.ts';
import { type CategoryTally, type EntryTally, type TallyInput, tally } from './tally.ts';

const scale = { min: 0, max: 10 };
const craft: Criterion = { id: 'craft', weight: 60, scale };
const impact: Criterion = { id: 'impact', weight: 40, scale };

/** `ballot('A', 'Ann', { craft: 8, impact: 6 })`: one judge's marks on one entry of the category Team. */
function ballot(entry: string, judge: string, marks: Record<string, number | null>, category = 'Team'): Mark[] {
  return Object.entries(marks).map(([criterion, mark]) => ({ category, entry, judge, criterion, mark }));
}

function counted(input: Partial<TallyInput> & Pick<TallyInput, 'marks'>): readonly CategoryTally[] {
  const result = tally({ criteria: [craft, impact], minimumPanel: 1, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

const brief = (entry: EntryTally) =>
  entry.status === 'ranked' ? [entry.entry, entry.rank, toText(entry.score), entry.tied] : [entry.entry, 'insufficient'];

describe('the weighted tally', () => {
  it("is the mean over judges of each judge's weighted mean, worked by hand", () => {
    const [team] = counted({ marks: [...ballot('A', 'Bea', { craft: 7, impact: 9 }), ...ballot('A', 'Ann', { craft: 8, impact: 6 })] });
    // Ann: 60·8 + 40·6 = 720 of 100 → 7.2; Bea: 60·7 + 40·9 = 780 → 7.8; together 1500 / (2·100) = 7.5.
    expect(team).toEqual({
      category: 'Team',
      criteria: [craft, impact],
      weightTotal: 100n,
      minimumPanel: 1,
      entries: [
        {
          category: 'Team',
          entry: 'A',
          status: 'ranked',
          rank: 1,
          tied: false,
          score: fraction(15, 2),
          total: 1500n,
          setAside: [],
          ballots: [
            {
              judge: 'Ann',
              terms: [
                { criterion: 'craft', weight: 60, mark: 8 },
                { criterion: 'impact', weight: 40, mark: 6 },
              ],
              sum: 720n,
              mean: fraction(36, 5),
            },
            {
              judge: 'Bea',
              terms: [
                { criterion: 'craft', weight: 60, mark: 7 },
                { criterion: 'impact', weight: 40, mark: 9 },
              ],
              sum: 780n,
              mean: fraction(39, 5),
            },
          ],
        },
      ],
    });
  });

  it('keeps exact ties tied and counts the strictly better (1, 2, 2, 4)', () => {
    const thirds: Criterion[] = ['a', 'b', 'c'].map((id) => ({ id, weight: 1, scale }));
    const one = (entry: string, a: number, b: number, c: number) => ballot(entry, 'Ann', { a, b, c });
    const [team] = counted({
      criteria: thirds,
      marks: [...one('D', 1, 1, 1), ...one('C', 3, 4, 3), ...one('B', 4, 3, 3), ...one('A', 9, 9, 9)],
    });
    expect(team?.entries.map(brief)).toEqual([
      ['A', 1, '9', false],
      ['B', 2, '10/3', true],
      ['C', 2, '10/3', true],
      ['D', 4, '1', false],
    ]);
  });

  it('never takes a missing mark for a zero: the ballot is set aside and named', () => {
    const [team] = counted({
      marks: [
        ...ballot('A', 'Ann', { craft: 8, impact: 8 }),
        ...ballot('A', 'Bea', { craft: 2 }),
        ...ballot('A', 'Cy', { craft: null, impact: 1 }),
      ],
    });
    expect(team?.entries.map(brief)).toEqual([['A', 1, '8', false]]);
    expect(team?.entries[0]?.setAside).toEqual([
      { judge: 'Bea', reason: 'incomplete', missing: ['impact'] },
      { judge: 'Cy', reason: 'incomplete', missing: ['craft'] },
    ]);
  });

  it('claims no rank for an entry below the minimum panel, and shows entries nobody marked', () => {
    const entries = ['A', 'B', 'C'].map((entry) => ({ category: 'Team', entry }));
    const full = { craft: 5, impact: 5 };
    const marks = [...ballot('B', 'Ann', { craft: 10, impact: 10 }), ...ballot('A', 'Ann', full), ...ballot('A', 'Bea', full)];
    const [team] = counted({ marks, entries, minimumPanel: 2 });
    expect(team?.entries.map(brief)).toEqual([
      ['A', 1, '5', false],
      ['B', 'insufficient'],
      ['C', 'insufficient'],
    ]);
  });

  it('counts each category with the criteria that apply there', () => {
    const price: Criterion = { id: 'price', weight: 100, scale, categories: ['Tool'] };
    const marks = [...ballot('A', 'Ann', { craft: 8, impact: 3 }), ...ballot('B', 'Ann', { craft: 0, impact: 0, price: 10 }, 'Tool')];
    const [team, tool] = counted({ criteria: [craft, impact, price], marks });
    expect([team?.weightTotal, tool?.weightTotal]).toEqual([100n, 200n]);
    expect([team, tool].map((c) => c?.entries.map(brief))).toEqual([[['A', 1, '6', false]], [['B', 1, '5', false]]]);
  });
});

describe('the tally refuses', () => {
  const at = { category: 'Team', entry: 'A', judge: 'Ann', file: 'b.csv', row: 7 };
  const mark = (criterion: string, value: number): Mark => ({ ...at, criterion, mark: value });
  it.each<[string, Partial<TallyInput>, { code: string; facts: object }]>([
    [
      'a mark above the scale',
      { marks: [mark('craft', 11)] },
      { code: 'scoring.mark-outside-scale', facts: { ...at, criterion: 'craft', mark: 11, min: 0, max: 10 } },
    ],
    [
      'a mark below the scale',
      { marks: [mark('craft', -1)] },
      { code: 'scoring.mark-outside-scale', facts: { ...at, criterion: 'craft', mark: -1, min: 0, max: 10 } },
    ],
    [
      'a mark that is not whole',
      { marks: [mark('craft', 7.5)] },
      { code: 'scoring.mark-not-whole', facts: { ...at, criterion: 'craft', mark: 7.5, min: 0, max: 10 } },
    ],
    [
      'a mark that is no number',
      { marks: [mark('craft', Number.NaN)] },
      { code: 'scoring.mark-not-whole', facts: { ...at, criterion: 'craft', mark: 'NaN', min: 0, max: 10 } },
    ],
    [
      'a criterion nobody declared',
      { marks: [mark('charm', 7)] },
      { code: 'scoring.unknown-criterion', facts: { ...at, criterion: 'charm' } },
    ],
    [
      'a mark given twice, even the same one',
      { marks: [{ ...mark('craft', 7), row: 3 }, mark('craft', 7)] },
      { code: 'scoring.mark-twice', facts: { ...at, criterion: 'craft', firstRow: 3, firstFile: 'b.csv' } },
    ],
    [
      'a mark for an entry that is not in the category',
      { marks: [mark('craft', 7)], entries: [{ category: 'Tool', entry: 'A' }] },
      { code: 'scoring.unknown-entry', facts: { ...at, criterion: 'craft' } },
    ],
    ['an entry listed twice', { entries: [at, at] }, { code: 'scoring.entry-twice', facts: { category: 'Team', entry: 'A' } }],
    [
      'a weight of nought',
      { criteria: [{ ...craft, weight: 0 }] },
      { code: 'scoring.weight-not-positive', facts: { criterion: 'craft', weight: 0 } },
    ],
    [
      'a negative weight',
      { criteria: [craft, { ...impact, weight: -1 }] },
      { code: 'scoring.weight-not-positive', facts: { criterion: 'impact', weight: -1 } },
    ],
    [
      'a weight that is not whole',
      { criteria: [{ ...craft, weight: 0.3 }] },
      { code: 'scoring.weight-not-positive', facts: { criterion: 'craft', weight: 0.3 } },
    ],
    [
      'a scale upside down',
      { criteria: [{ ...craft, scale: { min: 5, max: 5 } }] },
      { code: 'scoring.scale-not-valid', facts: { criterion: 'craft', min: 5, max: 5 } },
    ],
    ['a criterion twice', { criteria: [craft, craft] }, { code: 'scoring.criterion-twice', facts: { criterion: 'craft' } }],
    [
      'criteria on different scales',
      { criteria: [craft, { ...impact, scale: { min: 0, max: 100 } }] },
      {
        code: 'scoring.mixed-scales',
        facts: { criterion: 'impact', min: 0, max: 100, otherCriterion: 'craft', otherMin: 0, otherMax: 10 },
      },
    ],
    ['no criteria at all', { criteria: [] }, { code: 'scoring.no-criteria', facts: { category: null } }],
    [
      'a category without criteria',
      { criteria: [{ ...craft, categories: [] }], entries: [at] },
      { code: 'scoring.no-criteria', facts: { category: 'Team' } },
    ],
    ['a minimum panel of nobody', { minimumPanel: 0 }, { code: 'scoring.minimum-panel-not-valid', facts: { minimumPanel: 0 } }],
  ])('%s, by name', (_what, input, refusal) => {
    const result = tally({ criteria: [craft, impact], marks: [], minimumPanel: 1, ...input });
    expect(result).toEqual({ ok: false, refusals: [refusal] });
  });

  it('everything that is wrong at once, not only the first fault', () => {
    const result = tally({
      criteria: [craft],
      marks: [mark('craft', 99), mark('charm', 1), mark('craft', 5), mark('craft', 5)],
      minimumPanel: 1,
    });
    expect(!result.ok && result.refusals.map((r) => r.code)).toEqual([
      'scoring.mark-outside-scale',
      'scoring.unknown-criterion',
      'scoring.mark-twice',
    ]);
  });
});

describe('every tally', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const someMarks = fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...names),
        fc.constantFrom('J1', 'J2', 'J3'),
        fc.constantFrom('craft', 'impact'),
        fc.integer({ min: 0, max: 10 }),
      ),
      {
        selector: ([entry, judge, criterion]) => `${entry} ${judge} ${criterion}`,
        maxLength: 30,
      },
    )
    .map((rows) => rows.map(([entry, judge, criterion, mark]): Mark => ({ category: 'Team', entry, judge, criterion, mark })));
  const shuffled = someMarks.chain((marks) => fc.tuple(fc.constant(marks), fc.shuffledSubarray(marks, { minLength: marks.length })));

  it('is the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(shuffled, ([marks, other]) => {
        expect(counted({ marks: other })).toEqual(counted({ marks }));
      }),
    );
  });

  it('can be followed: score · ballots · weights = total = the sum of weight · mark, and ranks count the strictly better', () => {
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 1, max: 3 }), (marks, minimumPanel) => {
        for (const { entries, weightTotal } of counted({ marks, minimumPanel })) {
          const ranked = entries.flatMap((entry) => (entry.status === 'ranked' ? [entry] : []));
          expect(entries.every((e) => (e.status === 'ranked') === e.ballots.length >= minimumPanel)).toBe(true);
          for (const entry of ranked) {
            const sum = entry.ballots.flatMap((b) => b.terms).reduce((total, term) => total + BigInt(term.weight * term.mark), 0n);
            expect(sum).toBe(entry.total);
            expect(multiply(entry.score, fraction(BigInt(entry.ballots.length) * weightTotal))).toEqual(fraction(entry.total));
            expect(entry.rank).toBe(1 + ranked.filter((other) => compare(other.score, entry.score) > 0).length);
            expect(entry.tied).toBe(ranked.filter((other) => compare(other.score, entry.score) === 0).length > 1);
          }
        }
      }),
    );
  });

  it('ranks the same when all weights are multiplied, and moves no rank when every mark rises by one', () => {
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 2, max: 1000 }), (marks, times) => {
        const heavier = [craft, impact].map((c) => ({ ...c, weight: c.weight * times }));
        expect(counted({ marks, criteria: heavier }).map((c) => c.entries.map(brief))).toEqual(
          counted({ marks }).map((c) => c.entries.map(brief)),
        );
        const higher = [craft, impact].map((c) => ({ ...c, scale: { min: 0, max: 11 } }));
        const raised = counted({ criteria: higher, marks: marks.map((m) => ({ ...m, mark: (m.mark ?? 0) + 1 })) });
        const standing = (categories: ReturnType<typeof counted>, by: number) =>
          categories
            .flatMap((c) => c.entries)
            .map((e) => (e.status === 'ranked' ? [e.entry, e.rank, add(e.score, fraction(by))] : [e.entry, e.status]));
        expect(standing(raised, 0)).toEqual(standing(counted({ marks }), 1));
      }),
    );
  });
});
