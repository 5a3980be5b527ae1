/** Each aggregation by a worked example, small enough to be done by hand. */
import { describe, expect, it } from 'vitest';
import { marksOf, preferences, scored } from '#tests/support/tally/scores.ts';

/** Five judges each: A 2 6 7 8 9 (sum 32), B 5 5 6 7 7 (30), C 1 7 7 7 10 (32). */
const five = marksOf({
  A: { J1: 2, J2: 6, J3: 7, J4: 8, J5: 9 },
  B: { J1: 5, J2: 5, J3: 6, J4: 7, J5: 7 },
  C: { J1: 1, J2: 7, J3: 7, J4: 7, J5: 10 },
});

describe('scores on the scale', () => {
  it('mean: 32/5, 30/5 and 32/5, so A and C share the first place and B is third', () => {
    expect(scored(five, { kind: 'mean' }).brief).toEqual(['A =1 32/5', 'B 3 6', 'C =1 32/5']);
  });

  it('sum: 32, 30, 32', () => {
    expect(scored(five, { kind: 'sum' }).brief).toEqual(['A =1 32', 'B 3 30', 'C =1 32']);
  });

  it('sum over panels of different size counts nobody absent as a zero: 32 of five; 26 of four is 65/2 of five', () => {
    const rows = [...five.filter(({ entry }) => entry === 'A'), ...marksOf({ D: { J1: 6, J2: 6, J3: 7, J4: 7 } })];
    const { brief, scores } = scored(rows, { kind: 'sum' });
    expect(brief).toEqual(['A 2 32', 'D 1 65/2']);
    expect(scores.entries[1]?.derivation).toEqual([{ key: 'sum-of-full-panel', facts: { sum: '26', ballots: 4, full: 5, score: '65/2' } }]);
  });

  it('median: the middle of five, and halfway between the middle two of four', () => {
    expect(scored(five, { kind: 'median' }).brief).toEqual(['A =1 7', 'B 3 6', 'C =1 7']);
    const four = scored(marksOf({ A: { J1: 2, J2: 6, J3: 7, J4: 10 } }), { kind: 'median' });
    expect(four.brief).toEqual(['A 1 13/2']);
    expect(four.scores.entries[0]?.derivation).toEqual([{ key: 'median', facts: { ballots: 4, low: '6', high: '7', score: '13/2' } }]);
  });

  it('trimmed by 20 %: one off each end of five, (6+7+8)/3, (5+6+7)/3, (7+7+7)/3', () => {
    const { brief, scores } = scored(five, { kind: 'trimmed', percent: 20 });
    expect(brief).toEqual(['A =1 7', 'B 3 6', 'C =1 7']);
    expect(scores.entries[0]?.derivation).toEqual([
      { key: 'trimmed', facts: { ballots: 5, low: 1, high: 1, lowest: '2', highest: '9', kept: 3 } },
      { key: 'mean', facts: { sum: '21', ballots: 3, score: '7' } },
    ]);
    // ⌊5 · 19 / 100⌋ = 0: nothing is trimmed
    expect(scored(five, { kind: 'trimmed', percent: 19 }).brief).toEqual(['A =1 32/5', 'B 3 6', 'C =1 32/5']);
  });

  it('without the two lowest: (7+8+9)/3, (6+7+7)/3, (7+7+10)/3', () => {
    expect(scored(five, { kind: 'drop', low: 2, high: 0 }).brief).toEqual(['A =1 8', 'B 3 20/3', 'C =1 8']);
  });

  it('approval from 7: three of five, two of five, four of five', () => {
    const { brief, scores } = scored(five, { kind: 'approval', from: 7 });
    expect([brief, scores.unit]).toEqual([['A 2 3/5', 'B 3 2/5', 'C 1 4/5'], 'share']);
  });

  it('points dealt out: who dealt more than there were is set aside everywhere', () => {
    const rows = marksOf({ A: { J1: 6, J2: 3, J3: 9 }, B: { J1: 4, J2: 7, J3: 2 } });
    const { brief, scores, table } = scored(rows, { kind: 'allotment', points: 10 });
    expect(brief).toEqual(['A 2 9', 'B 1 11']);
    expect(scores.entries[0]?.setAside).toEqual([{ ballot: 2, reason: 'over-allotment' }]);
    expect(table.judges[table.ballotJudge[2] ?? 0]?.name).toBe('J3');
  });
});

describe('ranks of judges', () => {
  // Ann A>B>C, Bea B>A>C, Cat A=C>B
  const orders = preferences({ Ann: 'A>B>C', Bea: 'B>A>C', Cat: 'A=C>B' });

  it('mean rank: A (1+2+1½)/3, B (2+1+3)/3, C (3+3+1½)/3; the lowest is first', () => {
    const { brief, scores } = scored(orders, { kind: 'mean-rank' });
    expect([brief, scores.better]).toEqual([['A 1 3/2', 'B 2 2', 'C 3 5/2'], 'lower']);
  });

  it('Borda: A 2+1+1½, B 1+2+0, C 0+0+1½', () => {
    expect(scored(orders, { kind: 'borda' }).brief).toEqual(['A 1 9/2', 'B 2 3', 'C 3 3/2']);
  });

  it('points of places: 12, 10, 8; equals share (12+10)/2', () => {
    expect(scored(orders, { kind: 'borda', points: [12, 10, 8] }).brief).toEqual(['A 1 33', 'B 2 30', 'C 3 27']);
  });

  it('of a judge who marked two of three entries are stretched over three: first is 1, second is 3', () => {
    const rows = preferences({ Ann: 'A>B>C', Bea: 'B>C' });
    expect(scored(rows, { kind: 'mean-rank' }).brief).toEqual(['A 1 1', 'B 2 3/2', 'C 3 3']);
    // Borda: A 2 of one ballot, so 4 of two; B 1 + 2; C 0 + 0
    expect(scored(rows, { kind: 'borda' }).brief).toEqual(['A 1 4', 'B 2 3', 'C 3 0']);
  });

  it('say nothing where a judge marked one entry alone', () => {
    const rows = [...preferences({ Ann: 'A>B' }), ...marksOf({ C: { Bea: 10 } })];
    for (const kind of ['mean-rank', 'borda', 'schulze'] as const) {
      const { brief, scores } = scored(rows, { kind });
      expect(brief.map((line) => line.slice(0, 3))).toEqual(['A 1', 'B 2', 'C i']);
      expect(scores.entries[2]?.setAside).toEqual([{ ballot: 2, reason: 'ranks-nothing' }]);
    }
  });
});

/** The published example of Schulze's method: 45 voters on five candidates. */
const classic: Readonly<Record<string, number>> = {
  'A>C>B>E>D': 5,
  'A>D>E>C>B': 5,
  'B>E>D>A>C': 8,
  'C>A>B>E>D': 3,
  'C>A>E>B>D': 7,
  'C>B>A>D>E': 2,
  'D>C>E>B>A': 7,
  'E>B>A>D>C': 8,
};
const voters = (counts: Readonly<Record<string, number>>) =>
  preferences(
    Object.fromEntries(
      Object.entries(counts).flatMap(([order, count], i) =>
        Array.from({ length: count }, (_, j) => [`${i}-${String(j).padStart(2, '0')}`, order]),
      ),
    ),
  );

describe("Schulze's method", () => {
  it('orders the published example E > A > C > B > D', () => {
    const { brief, scores } = scored(voters(classic), { kind: 'schulze' });
    expect(brief).toEqual(['A 2', 'B 4', 'C 3', 'D 5', 'E 1']);
    expect(scores.entries[0]?.derivation).toEqual([{ key: 'schulze', facts: { above: 3, below: 1, others: 4 } }]);
  });

  it('leaves an exact tie tied: two judges who contradict each other, and a circle of three', () => {
    expect(scored(preferences({ Ann: 'A>B', Bea: 'B>A' }), { kind: 'schulze' }).brief).toEqual(['A =1', 'B =1']);
    expect(scored(preferences({ Ann: 'A>B>C', Bea: 'B>C>A', Cat: 'C>A>B' }), { kind: 'schulze' }).brief).toEqual(['A =1', 'B =1', 'C =1']);
  });

  it('ranks 1, 2, 2, 4: who is unbeaten once the first are gone comes next, and places shared are skipped', () => {
    expect(scored(preferences({ Ann: 'A>B>C>D', Bea: 'A>C>B>D' }), { kind: 'schulze' }).brief).toEqual(['A 1', 'B =2', 'C =2', 'D 4']);
  });
});

describe('instant run-off', () => {
  it('gives the votes of who goes out to the next on each ranking', () => {
    // First votes A 4, B 3, C 2; C out, its two go to B: B 5, A 4.
    const { brief, scores } = scored(voters({ 'A>B>C': 4, 'B>C>A': 3, 'C>B>A': 2 }), { kind: 'instant-runoff' });
    expect(brief).toEqual(['A 2', 'B 1', 'C 3']);
    expect(scores.entries[1]?.derivation).toEqual([
      { key: 'round', facts: { round: 1, votes: '3', judges: 9, out: false, rounds: 3 } },
      { key: 'round', facts: { round: 2, votes: '5', judges: 9, out: false, rounds: 3 } },
      { key: 'round', facts: { round: 3, votes: '9', judges: 9, out: true, rounds: 3 } },
    ]);
  });

  it('keeps an exact tie tied: of two entries with one vote each neither is first', () => {
    expect(scored(preferences({ Ann: 'X>Y', Bea: 'Y>X' }), { kind: 'instant-runoff' }).brief).toEqual(['X =1', 'Y =1']);
  });

  it('lets those level for the fewest go out together where they have fewer votes together than the next', () => {
    // A 3, B 1, C 1: whoever of B and C went first, the other would have 2 at most.
    const { brief, scores } = scored(voters({ 'A>B>C': 3, 'B>A>C': 1, 'C>A>B': 1 }), { kind: 'instant-runoff' });
    expect(brief).toEqual(['A 1', 'B =2', 'C =2']);
    expect(scores.entries[1]?.derivation).toEqual([
      { key: 'round', facts: { round: 1, votes: '1', judges: 5, out: true, rounds: 2, together: 2 } },
    ]);
  });

  it('never lets level entries go out together where one of them could have won: the tie of those who win in some order is kept', () => {
    // A 4, B 3, C 3. Together out, A would win; but B out gives C 6 to 4, and C out gives B 6 to 4.
    const { brief, scores } = scored(voters({ 'A>B>C': 2, 'A>C>B': 2, 'B>C>A': 3, 'C>B>A': 3 }), { kind: 'instant-runoff' });
    expect(brief).toEqual(['A 3', 'B =1', 'C =1']);
    const fork = { round: 1, judges: 10, level: 'B, C', first: 2 };
    expect(scores.entries.map(({ derivation }) => derivation)).toEqual([
      [{ key: 'orders', facts: { ...fork, votes: '4', place: 2 } }],
      [{ key: 'orders', facts: { ...fork, votes: '3', place: 1 } }],
      [{ key: 'orders', facts: { ...fork, votes: '3', place: 1 } }],
    ]);
  });

  it('names the winner where every order of taking out level entries elects the same', () => {
    // A 4, B 2, C 2: two and two are not below four. B out gives A 6 to 2, C out gives A 6 to 2.
    const { brief, scores } = scored(voters({ 'A>B>C': 4, 'B>A>C': 2, 'C>A>B': 2 }), { kind: 'instant-runoff' });
    expect(brief).toEqual(['A 1', 'B =2', 'C =2']);
    expect(scores.entries[0]?.derivation).toEqual([
      { key: 'orders', facts: { round: 1, votes: '4', judges: 8, level: 'B, C', place: null, first: 0 } },
      { key: 'round', facts: { round: 2, votes: '8', judges: 8, out: true, rounds: 2 } },
    ]);
  });

  it('follows eleven judges who each put another entry first, and keeps the tie of all where there are too many orders', () => {
    const letters = 'ABCDEFGHIJKL'.split('');
    const circle = (n: number) =>
      preferences(
        Object.fromEntries(letters.slice(0, n).map((_, i) => [`J${i}`, [...letters.slice(i, n), ...letters.slice(0, i)].join('>')])),
      );
    const wide = { criteria: [{ id: 'craft', weight: 1, scale: { min: -10, max: 10 } }] };
    const eleven = scored(circle(11), { kind: 'instant-runoff' }, wide);
    expect(new Set(eleven.brief.map((line) => line.slice(2)))).toEqual(new Set(['=1']));
    expect(new Set(eleven.scores.entries.map(({ derivation }) => derivation[0]?.key))).toEqual(new Set(['orders']));
    const twelve = scored(circle(12), { kind: 'instant-runoff' }, wide);
    expect(new Set(twelve.brief.map((line) => line.slice(2)))).toEqual(new Set(['=1']));
    expect(twelve.scores.entries[0]?.derivation).toEqual([
      { key: 'orders-beyond', facts: { round: 1, votes: '1', judges: 12, level: letters.join(', '), most: 32_768, left: 12 } },
    ]);
  });

  it('leaves entries no judge tells apart tied, however many they are', () => {
    const alike = marksOf(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`E${i}`, { J1: 7, J2: 7 }])));
    expect(new Set(scored(alike, { kind: 'instant-runoff' }).brief.map((line) => line.split(' ')[1]))).toEqual(new Set(['=1']));
  });

  it('splits a vote between equals, exactly', () => {
    const { scores } = scored(preferences({ Ann: 'A=B=C', Bea: 'A>B>C', Cat: 'B>A>C' }), { kind: 'instant-runoff' });
    expect(scores.entries.map(({ derivation }) => derivation[0]?.facts.votes)).toEqual(['4/3', '4/3', '1/3']);
  });

  it('asks only judges who marked every entry: who may not mark one does not put it last', () => {
    const rows = [...preferences({ Ann: 'B>A', Bea: 'A>B' }), ...marksOf({ A: { Cat: 9 }, B: { Cat: 'recused' } })];
    const { brief, scores } = scored(rows, { kind: 'instant-runoff' });
    expect(brief).toEqual(['A =1', 'B =1']);
    expect(scores.entries[0]?.setAside.map(({ reason }) => reason)).toEqual(['ranks-not-all']);
    const more = [...rows, ...marksOf({ A: { Dee: 'abstained' }, B: { Dee: 9 } })];
    expect(scored(more, { kind: 'instant-runoff' }, { minimumPanel: 2 }).brief).toEqual(['A =1', 'B =1']);
    const short = scored(more, { kind: 'instant-runoff' }, { minimumPanel: 3 });
    expect(short.brief).toEqual(['A insufficient panel-too-small', 'B insufficient panel-too-small']);
    expect(short.scores.entries[0]?.noPlace?.facts).toEqual({ ballots: 2, needed: 3 });
  });
});

describe("Bradley and Terry's model", () => {
  it('of two entries, one preferred by three judges of four, with a prior of 1', () => {
    // p(1) = (3½)/(4/(p1+p2) + 1/(p1+1)); by symmetry p2 = 1/p1, and p1 solves (3 + ½) = 4p/(p + 1/p) + p/(p + 1).
    const rows = voters({ 'A>B': 3, 'B>A': 1 });
    const { brief, scores } = scored(rows, { kind: 'bradley-terry', prior: 1 });
    const share = Number(brief[0]?.split(' ')[2]?.split('/')[0]) / Number(brief[0]?.split('/')[1]);
    const p = share / (1 - share);
    expect(Math.abs((4 * p) / (p + 1 / p) + p / (p + 1) - 3.5)).toBeLessThan(1e-4);
    expect(scores.exact).toBe(false);
    expect(brief.map((line) => line.split(' ')[1])).toEqual(['1', '2']);
  });

  it('gives an entry that won everything a finite strength, and level judges half a win each', () => {
    expect(scored(preferences({ Ann: 'A=B' }), { kind: 'bradley-terry', prior: 2 }).brief).toEqual(['A =1 1/2', 'B =1 1/2']);
    const { scores } = scored(preferences({ Ann: 'A>B', Bea: 'A>B' }), { kind: 'bradley-terry', prior: 2 });
    expect(scores.entries.map(({ derivation }) => derivation[0]?.facts.wins)).toEqual([2, 0]);
    expect(scores.entries.map(({ place }) => place)).toEqual([1, 2]);
  });
});
