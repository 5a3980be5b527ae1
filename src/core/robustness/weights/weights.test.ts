import { describe, expect, it } from 'vitest';
import { add, compare, type Fraction, fraction, subtract, toNumber, toText } from '#core/numeric/fraction.ts';
import { random } from '#core/numeric/random.ts';
import { acceptability, drawWeights } from './acceptability.ts';
import { type Contender, type Contest, leads, threatsTo, weighted } from './contest.ts';
import { effectiveWeights } from './effective.ts';
import { weightRanges } from './one-at-a-time.ts';
import { smallestShift } from './smallest-shift.ts';

function contestOf(weights: readonly number[], scores: readonly (readonly number[])[]): Contest {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    criteria: weights.map((weight, c) => ({ id: `c${c}`, share: fraction(weight, total) })),
    entries: scores.map((by, entry) => ({ entry, by: by.map((score) => fraction(score)) })),
  };
}

function winnerOf({ criteria, entries }: Contest): Contender {
  const [best] = [...entries].sort((a, b) => compare(weighted(criteria, b.by), weighted(criteria, a.by)));
  if (!best) throw new Error('nobody');
  return best;
}

/** Contests of three to five criteria with one winner, marks 0 to 10. */
function drawnContests(count: number): Contest[] {
  const { below } = random('contests');
  const contests: Contest[] = [];
  while (contests.length < count) {
    const criteria = 3 + below(3);
    const drawn = contestOf(
      Array.from({ length: criteria }, () => 1 + below(6)),
      Array.from({ length: 2 + below(4) }, () => Array.from({ length: criteria }, () => below(11))),
    );
    const best = winnerOf(drawn);
    const level = drawn.entries.filter(({ by }) => compare(weighted(drawn.criteria, by), weighted(drawn.criteria, best.by)) === 0);
    if (level.length === 1) contests.push(drawn);
  }
  return contests;
}

describe('the smallest shift of weight that unseats the winner', () => {
  it('by hand: from the criterion the winner leads most to the one the rival leads, (w·d)/(max d − min d)', () => {
    const contest = contestOf(
      [2, 1, 1],
      [
        [8, 6, 7],
        [5, 9, 7],
      ],
    );
    // d = 3, −3, 0; lead = 2/4·3 − 1/4·3 = 3/4; 3/4 ÷ 6 = 1/8 of all weight.
    const shift = smallestShift(contest, threatsTo(contest, winnerOf(contest)));
    expect(
      shift && { ...shift, moved: toText(shift.moved), from: shift.from.map(({ criterion, moved }) => [criterion, toText(moved)]) },
    ).toEqual({
      rival: 1,
      moved: '1/8',
      from: [['c0', '1/8']],
      to: 'c1',
    });
  });

  it('by hand: where a weight reaches 0 the rest comes from the next criterion', () => {
    const contest = contestOf(
      [1, 8, 1],
      [
        [10, 6, 1],
        [0, 5, 3],
      ],
    );
    // d = 10, 1, −2; lead = 1 + .8 − .2 = 1.6. All of c0 (.1) gains 1.2; .4 is left, at 3 a unit: 2/15.
    const shift = smallestShift(contest, threatsTo(contest, winnerOf(contest)));
    expect(shift?.from.map(({ criterion, moved }) => [criterion, toText(moved)])).toEqual([
      ['c0', '1/10'],
      ['c1', '2/15'],
    ]);
    expect(shift && toText(shift.moved)).toBe('7/30');
  });

  it('brings the rival level, and no smaller shift of 500 tried puts anybody ahead', () => {
    const stream = random('shifts');
    let overtaken = 0;
    for (const contest of drawnContests(60)) {
      const winner = winnerOf(contest);
      const shift = smallestShift(contest, threatsTo(contest, winner));
      const shares = contest.criteria.map(({ share }) => share);
      const taken = new Map(shift?.from.map(({ criterion, moved }) => [criterion, moved]));
      const moved = contest.criteria.map(({ id, share }) => {
        const less = subtract(share, taken.get(id) ?? fraction(0));
        return { id, share: shift && id === shift.to ? add(less, shift.moved) : less };
      });
      expect(moved.every(({ share }) => share.n >= 0n)).toBe(true);
      const rival = contest.entries.find(({ entry }) => entry === shift?.rival);
      expect(rival ? toText(weighted(moved, leads(winner, rival))) : '0').toBe('0');
      for (let trial = 0; trial < 500; trial += 1) {
        const other = drawWeights(shares.length, stream);
        const reach = stream.uniform();
        const weights = shares.map((share, c) => toNumber(share) + reach * ((other[c] ?? 0) - toNumber(share)));
        const distance = weights.reduce((sum, weight, c) => sum + Math.abs(weight - toNumber(shares[c] ?? fraction(0))), 0) / 2;
        if (shift && distance >= toNumber(shift.moved) - 1e-12) continue;
        const total = ({ by }: Contender) => by.reduce((sum, score, c) => sum + (weights[c] ?? 0) * toNumber(score), 0);
        overtaken += contest.entries.filter((rival) => total(rival) > total(winner) + 1e-9).length;
      }
    }
    expect(overtaken).toBe(0);
  });

  it('there is none exactly where nobody is ahead under any criterion', () => {
    for (const contest of drawnContests(200)) {
      const winner = winnerOf(contest);
      const isSafe = contest.entries.every(({ by }) => by.every((score, c) => compare(score, winner.by[c] ?? score) <= 0));
      expect(smallestShift(contest, threatsTo(contest, winner)) === null).toBe(isSafe);
    }
  });
});

describe('one weight at a time', () => {
  it('by hand: the others keep their ratio while one weight grows or shrinks', () => {
    const contest = contestOf(
      [2, 1, 1],
      [
        [8, 6, 7],
        [5, 9, 7],
      ],
    );
    const ranges = weightRanges(contest, threatsTo(contest, winnerOf(contest))).map(({ low, high }) => [
      low && toText(low.share),
      high && toText(high.share),
    ]);
    // c0: 3W − 3/2·(1 − W) = 0 at 1/3. c1: −3W + 2·(1 − W) = 0 at 2/5. c2: the lead is 1·(1 − W), level only when c2 is all.
    expect(ranges).toEqual([
      ['1/3', null],
      [null, '2/5'],
      [null, null],
    ]);
  });

  it('within its range the winner stays first, beyond it the rival named is ahead', () => {
    const lead = ({ criteria }: Contest, c: number, weight: Fraction, d: readonly Fraction[]): number => {
      const rest = 1 - toNumber(criteria[c]?.share ?? fraction(0));
      return d.reduce((sum, each, other) => {
        const share = toNumber(criteria[other]?.share ?? fraction(0));
        return sum + toNumber(each) * (other === c ? toNumber(weight) : (share * (1 - toNumber(weight))) / rest);
      }, 0);
    };
    const step = fraction(1, 1_000_000);
    for (const contest of drawnContests(60)) {
      const winner = winnerOf(contest);
      weightRanges(contest, threatsTo(contest, winner)).forEach(({ low, high }, c) => {
        const bounds = [low && { ...low, out: subtract(low.share, step) }, high && { ...high, out: add(high.share, step) }];
        for (const bound of bounds) {
          if (!bound) continue;
          const rival = contest.entries.find(({ entry }) => entry === bound.rival) ?? winner;
          expect(lead(contest, c, bound.out, leads(winner, rival))).toBeLessThan(0);
          for (const other of contest.entries) expect(lead(contest, c, bound.share, leads(winner, other))).toBeGreaterThanOrEqual(-1e-9);
        }
      });
    }
  });
});

describe('all weightings alike', () => {
  it('two criteria: the share is the length of the weights under which the winner leads', () => {
    const contest = contestOf(
      [3, 1],
      [
        [8, 6],
        [6, 9],
        [5, 5],
      ],
    );
    // 2W > 3(1 − W) from W = 3/5 on.
    const { draws, shares } = acceptability(contest, winnerOf(contest), 'seed');
    expect(draws).toBe(2000);
    expect(shares.get(0)).toBeCloseTo(0.4, 1);
    expect((shares.get(0) ?? 0) + (shares.get(1) ?? 0)).toBe(1);
    expect(shares.has(2)).toBe(false);
  });

  it('three criteria with one lead each: a third of all weightings for each', () => {
    const contest = contestOf(
      [2, 1, 1],
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    );
    const { shares } = acceptability(contest, winnerOf(contest), 'thirds');
    for (const entry of [0, 1, 2]) expect(Math.abs((shares.get(entry) ?? 0) - 1 / 3)).toBeLessThan(0.035);
  });

  it('weights drawn are positive, sum to one and are the same for the same seed', () => {
    const draws = (seed: string) => Array.from({ length: 50 }, () => drawWeights(4, random(seed)));
    for (const weights of draws('a')) {
      expect(weights.every((weight) => weight > 0)).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
    expect(draws('a')).toEqual(draws('a'));
    expect(draws('a')).not.toEqual(draws('b'));
  });
});

it('effective weights: by hand, summing to one, and nothing for a criterion on which all are alike', () => {
  const contest = contestOf(
    [1, 1],
    [
      [2, 8],
      [4, 8],
      [9, 8],
    ],
  );
  expect(effectiveWeights(contest)).toEqual([
    { criterion: 'c0', nominal: 0.5, effective: 1 },
    { criterion: 'c1', nominal: 0.5, effective: 0 },
  ]);
  // x = 1, 2, 3 and 3, 5, 10; composite (x₀ + x₁)/2 = 2, 3.5, 6.5: cov(x₀) = 1.5, cov(x₁) = 16.5/3 = 5.5, var = 3.5.
  const other = effectiveWeights(
    contestOf(
      [1, 1],
      [
        [1, 3],
        [2, 5],
        [3, 10],
      ],
    ),
  );
  expect(other?.map(({ effective }) => Math.round(effective * 1e9) / 1e9)).toEqual([0.214285714, 0.785714286]);
  expect(
    effectiveWeights(
      contestOf(
        [1, 1],
        [
          [1, 3],
          [2, 2],
        ],
      ),
    ),
  ).toBeNull();
});
