/**
 * The decision table of what is not a mark: each state × each aggregation × minimum panel. Six judges marked A and B in full; a seventh
 * marked B, and on A said what the row says. Whatever was said, A stands as if the seventh had never had its ballot.
 */
import { describe, expect, it } from 'vitest';
import type { Aggregation } from '#core/verdict/rules.ts';
import { marksOf, scored } from '#tests/support/tally/scores.ts';
import type { MarkRow } from '../ballot-table.ts';
import type { Criterion } from '../criteria.ts';

const scale = { min: 0, max: 10 };
const criteria: Criterion[] = [
  { id: 'craft', weight: 1, scale },
  { id: 'impact', weight: 1, scale },
];

const both = (craft: number, impact = craft) => ({ craft, impact });
const full = marksOf({
  A: { J1: both(9), J2: both(8), J3: both(8), J4: both(7), J5: both(9), J6: both(2) },
  B: { J1: both(7), J2: both(7), J3: both(7), J4: both(8), J5: both(6), J6: both(3), J7: both(9) },
});

/** What the seventh judge said of A, and why its ballot does not count. */
const states: readonly (readonly [string, readonly MarkRow[], string | null])[] = [
  ['no row', [], null],
  ['empty cells', marksOf({ A: { J7: { craft: null, impact: 'missing' } } }), 'empty'],
  ['one mark of two', marksOf({ A: { J7: { craft: 0 } } }), 'incomplete'],
  ['an abstention on one criterion', marksOf({ A: { J7: { craft: 0, impact: 'abstained' } } }), 'abstained'],
  ['an abstention on the ballot', marksOf({ A: { J7: { '': 'abstained' } } }), 'abstained'],
  ['a recusal', marksOf({ A: { J7: { '': 'recused' } } }), 'recused'],
  ['a recusal after marking', marksOf({ A: { J7: { craft: 0, impact: 'recused' } } }), 'recused'],
  ['not applicable on the ballot', marksOf({ A: { J7: { '': 'notApplicable' } } }), 'nothingApplies'],
];

/** By hand, for six ballots on A (9 8 8 7 9 2) and seven on B (7 7 7 8 6 3 9); then with seven needed. */
const decisions: readonly (readonly [Aggregation, readonly string[], string])[] = [
  [{ kind: 'mean' }, ['A 1 43/6', 'B 2 47/7'], 'B 1 47/7'],
  // 43 of six is 301/6 of seven
  [{ kind: 'sum' }, ['A 1 301/6', 'B 2 47'], 'B 1 47'],
  [{ kind: 'median' }, ['A 1 8', 'B 2 7'], 'B 1 7'],
  // ⌊6/5⌋ = ⌊7/5⌋ = 1 off each end: (9+8+8+7)/4 and (7+7+7+8+6)/5
  [{ kind: 'trimmed', percent: 20 }, ['A 1 8', 'B 2 7'], 'B 1 7'],
  // without two lowest: (8+8+9+9)/4 and (7+7+7+8+9)/5
  [{ kind: 'drop', low: 2, high: 0 }, ['A 1 17/2', 'B 2 38/5'], 'B 1 38/5'],
  // A is preferred by J1 J2 J3 J5, B by J4 J6; J7 marked one entry alone
  [{ kind: 'mean-rank' }, ['A 1 4/3', 'B 2 5/3'], 'B 1 1'],
  [{ kind: 'borda' }, ['A 1 4', 'B 2 2'], 'B 1 0'],
  [{ kind: 'schulze' }, ['A 1', 'B 2'], 'B 1'],
  [{ kind: 'instant-runoff' }, ['A 1', 'B 2'], 'B 1'],
  [{ kind: 'approval', from: 8 }, ['A 1 2/3', 'B 2 2/7'], 'B 1 2/7'],
  // 43 of six is 301/6 of seven; nobody dealt out more than 20
  [{ kind: 'allotment', points: 20 }, ['A 1 301/6', 'B 2 47'], 'B 1 47'],
];

describe.each(decisions)('by %j', (aggregation, enough, alone) => {
  it.each(states)('%s is never a zero, and no seventh judge', (_what, rows, reason) => {
    const { brief, scores } = scored([...full, ...rows], aggregation, { criteria, minimumPanel: 6 });
    expect(brief).toEqual(enough);
    expect(scores.entries[0]?.ballots.length).toBe(6);
    expect(scores.entries[0]?.setAside.map((each) => each.reason)).toEqual(reason === null ? [] : [reason]);

    const short = scored([...full, ...rows], aggregation, { criteria, minimumPanel: 7 });
    expect(short.brief).toEqual(['A insufficient panel-too-small', alone]);
    const [a] = short.scores.entries;
    expect([a?.noPlace?.facts, a?.score, a?.place]).toEqual([{ ballots: 6, needed: 7 }, null, null]);
  });

  it('not applicable on one criterion leaves the other its weight on all ballots of the entry', () => {
    const rows = marksOf({ A: { J7: { craft: 9, impact: 'notApplicable' } } });
    const { scores } = scored([...full, ...rows], aggregation, { criteria, minimumPanel: 7 });
    const craftAlone = full.map((row) =>
      row.entry === 'A' && row.criterion === 'impact' ? { ...row, mark: 'notApplicable' as const } : row,
    );
    const expected = scored([...craftAlone, ...rows], aggregation, { criteria, minimumPanel: 7 });
    const figures = ({ entries }: typeof scores) => entries.map((entry) => ({ ...entry, derivation: [] }));
    expect(figures(scores)).toEqual(figures(expected.scores));
    expect([scores.entries[0]?.status, scores.entries[0]?.ballots.length]).toEqual(['ranked', 7]);
    expect(scores.entries[0]?.derivation[0]).toEqual({
      key: 'left-out',
      facts: { criterion: 'impact', saidBy: 'J7', lowest: 0, marks: 6 },
    });
  });

  it('a skipped criterion is completed where the rules say so, and the entry then has its seventh ballot', () => {
    const { scores } = scored([...full, ...marksOf({ A: { J7: { craft: 9 } } })], aggregation, {
      criteria,
      minimumPanel: 7,
      skipped: 'impute',
    });
    expect([scores.entries[0]?.status, scores.entries[0]?.ballots.length]).toEqual(['ranked', 7]);
    expect(scores.entries[0]?.derivation[0]).toEqual({ key: 'imputed', facts: { judge: 'J7' } });
  });
});

describe("by Bradley and Terry's model", () => {
  const aggregation: Aggregation = { kind: 'bradley-terry', prior: 1 };
  it.each(states)('%s is never a zero, and no seventh judge', (_what, rows, reason) => {
    const without = scored(full, aggregation, { criteria, minimumPanel: 6 });
    const { brief, scores } = scored([...full, ...rows], aggregation, { criteria, minimumPanel: 6 });
    expect(brief).toEqual(without.brief);
    expect(scores.entries.map(({ place }) => place)).toEqual([1, 2]);
    expect(scores.entries[0]?.setAside.map((each) => each.reason)).toEqual(reason === null ? [] : [reason]);
    const short = scored([...full, ...rows], aggregation, { criteria, minimumPanel: 7 });
    expect(short.brief).toEqual(['A insufficient panel-too-small', 'B 1 1/2']);
  });
});

describe('fewer than five ballots', () => {
  const four = marksOf({ A: { J1: 1, J2: 8, J3: 8, J4: 9 }, B: { J1: 7, J2: 7, J3: 7, J4: 7, J5: 7 } });
  it.each<[string, Aggregation, string[]]>([
    ['are not trimmed', { kind: 'trimmed', percent: 20 }, ['A insufficient too-few-to-trim', 'B 1 7']],
    ['lose no extremes', { kind: 'drop', low: 1, high: 1 }, ['A insufficient too-few-to-trim', 'B 1 7']],
    ['take the mean where declared', { kind: 'trimmed', percent: 20, fallback: 'mean' }, ['A 2 13/2', 'B 1 7']],
    ['take the median where declared', { kind: 'drop', low: 1, high: 1, fallback: 'median' }, ['A 1 8', 'B 2 7']],
    [
      'leave five that all would go of without a rank',
      { kind: 'drop', low: 3, high: 2 },
      ['A insufficient too-few-to-trim', 'B insufficient too-few-to-trim'],
    ],
  ])('%s', (_what, aggregation, brief) => {
    expect(scored(four, aggregation).brief).toEqual(brief);
  });
});

describe('a gate', () => {
  const gated = (judges: 'every' | 'most'): Criterion[] => [
    criteria[0] ?? never(),
    { id: 'fair', weight: 1, scale: { min: 0, max: 1 }, gate: { from: 1, judges } },
  ];
  const never = (): never => {
    throw new Error('no criterion');
  };
  const rows = (...answers: MarkRow['mark'][]) =>
    marksOf({ A: Object.fromEntries(answers.map((fair, i) => [`J${i}`, { craft: 5, fair }])) });
  it.each<['every' | 'most', MarkRow['mark'][], string]>([
    ['every', [1, 1, 1], 'A 1 5'],
    ['every', [1, 0, 1], 'A not-eligible gate-not-passed'],
    ['every', [1, null, 1], 'A 1 5'],
    ['every', [null, null, null], 'A not-eligible gate-not-passed'],
    ['most', [1, 0, 1], 'A 1 5'],
    ['most', [1, 0, null], 'A not-eligible gate-not-passed'],
    ['most', [0, 0, 1], 'A not-eligible gate-not-passed'],
  ])('for %s judge, answered %j: %s', (judges, answers, brief) => {
    expect(scored(rows(...answers), { kind: 'mean' }, { criteria: gated(judges) }).brief).toEqual([brief]);
  });
});
