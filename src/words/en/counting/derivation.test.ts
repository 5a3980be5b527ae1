import { describe, expect, it } from 'vitest';
import type { Aggregation } from '#core/verdict/rules.ts';
import { marksOf, preferences, scored } from '#tests/support/tally/scores.ts';
import { derivation, exactly } from './derivation.ts';

/** What is said of the first entry. */
function said(rows: Parameters<typeof scored>[0], aggregation: Aggregation, options: Parameters<typeof scored>[2] = {}): string[] {
  const [first] = scored(rows, aggregation, options).scores.entries;
  return [
    ...(first?.derivation ?? []).map(({ key, facts }) => derivation.line(key, facts)),
    ...(first?.noPlace ? [derivation.noPlace(first.noPlace)] : []),
  ];
}

const panel = marksOf({ A: { Ann: 9, Bea: 8, Cat: 8, Dee: 7, Eve: 2, Flo: 'recused' }, B: { Ann: 1 } });

describe('the derivation of a place can be read', () => {
  it.each<[Aggregation, string[]]>([
    [{ kind: 'mean' }, ['34 over 5 ballots is 6.8.']],
    [{ kind: 'sum' }, ['The sum of 5 ballots is 34.']],
    [{ kind: 'median' }, ['The middle of 5 ballots is 8.']],
    [
      { kind: 'trimmed', percent: 20 },
      ['Without the lowest (2) and the highest (9) of 5 ballots, 3 are left.', '23 over 3 ballots is 7.6667 (23/3).'],
    ],
    [{ kind: 'trimmed', percent: 10 }, ['All 5 ballots count.', '34 over 5 ballots is 6.8.']],
    [{ kind: 'approval', from: 8 }, ['3 of 5 ballots came to 8 or more: 0.6.']],
    [{ kind: 'drop', high: 3, low: 3 }, ['Insufficient: marks are left out only from 7 ballots or more; there are 5.']],
  ])('by %j', (aggregation, expected) => {
    const aside = 'The ballot of Flo is set aside: the judge may not mark this entry.';
    expect(said(panel, aggregation)).toEqual([aside, ...expected]);
  });

  it('in rounds, in chains and in comparisons', () => {
    const rows = preferences({ Ann: 'A>B>C', Bea: 'A>C>B', Cat: 'B>C>A' });
    expect(said(rows, { kind: 'instant-runoff' })).toEqual([
      'Round 1: first with 2 of 3 judges.',
      'Round 2: first with 2 of 3 judges.',
      'Round 3: first with 3 of 3 judges; it stayed to the end.',
    ]);
    // A 2, B 1, C 1 of four judges: one and one are not below two, and whoever goes out first, A has three of four then.
    const level = preferences({ Ann: 'A>B>C', Bea: 'A>C>B', Cat: 'B>A>C', Dee: 'C>A>B' });
    expect(said(level, { kind: 'instant-runoff' })[0]).toBe(
      'Round 1: first with 2 of 4 judges. Level for the fewest are B, C; who of them goes out first may decide, so every order was followed: it stays in all of them.',
    );
    expect(said(preferences({ Ann: 'A>B', Bea: 'B>A' }), { kind: 'instant-runoff' })).toEqual([
      'Round 1: first with 1 of 2 judges. Level for the fewest are A, B; who of them goes out first may decide, so every order was followed: it stays to the end in some and not in others, so the tie for the first place is kept.',
    ]);
    expect(said(preferences({ Ann: 'B>A>C', Bea: 'B>C>A', Cat: 'A>B>C' }), { kind: 'instant-runoff' })[0]).toBe(
      'Round 1: first with 1 of 3 judges.',
    );
    expect(said(rows, { kind: 'schulze' })).toEqual([
      'Of 2 other entries it stands above 2 and below 0 by the strongest chains of preference.',
    ]);
    expect(said(rows, { kind: 'mean-rank' })).toEqual(['Places that add up to 5 on 3 ballots: on average 1.6667 (5/3).']);
    expect(said(rows, { kind: 'bradley-terry', prior: 1 })[0]).toMatch(
      /^Preferred in 4 of 6 comparisons: .* with probability 0\.\d+ \(\d+\/\d+\), rounded\.$/,
    );
  });

  it('and so can what was left out of it, and on whose word', () => {
    const criteria = ['craft', 'impact'].map((id) => ({ id, weight: 1, scale: { min: 0, max: 10 } }));
    const rows = marksOf({ A: { Ann: { craft: 8, impact: 'notApplicable' }, Bea: { craft: 6, impact: 2 } } });
    expect(said(rows, { kind: 'mean' }, { criteria })).toEqual([
      '“impact” does not apply to this entry, says Ann; its weight goes to the other criteria on every ballot, and 1 mark for it does not count.',
      '14 over 2 ballots is 7.',
    ]);
    expect(said(rows, { kind: 'mean' }, { criteria, notApplicable: 'lowest' })).toEqual([
      '“impact” does not apply to this entry, says Ann; by the rules that counts as 0, the lowest mark.',
      '8 over 2 ballots is 4.',
    ]);
  });

  it('and so can the reason for none', () => {
    expect(said(panel, { kind: 'mean' }, { minimumPanel: 6 }).at(-1)).toBe('Insufficient: 5 ballots of the 6 it needs.');
  });

  it('a figure is shown exactly, or with its fraction', () => {
    expect(['31/4', '43/6', '8', '-1/2', '1/10000', '1/20000'].map(exactly)).toEqual([
      '7.75',
      '7.1667 (43/6)',
      '8',
      '-0.5',
      '0.0001',
      '0.0001 (1/20000)',
    ]);
  });

  it('a tie says which rung broke it, a level what it asked', () => {
    expect(derivation.tie('criteria', ['craft', 'proof'])).toBe(
      'The tie was broken by the mean mark for “craft” and “proof”, the heaviest that differs.',
    );
    const check = { level: 'Gold', condition: 'atLeast', criterion: null, needed: '7.75', had: '15/2', met: false } as const;
    expect(derivation.level(check)).toBe('Gold: at least 7.75, was 7.5 – not met.');
  });
});
