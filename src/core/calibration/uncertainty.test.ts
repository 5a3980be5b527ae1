import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '#core/numeric/normal.ts';
import { random } from '#core/numeric/random.ts';
import { calibrate } from './calibrate.ts';
import type { FitInput } from './fit.ts';
import { drawerOf, effectOf } from './posterior.ts';
import { countRanks } from './rank-draws.ts';
import { effects } from './scores.ts';
import { uncertainty } from './uncertainty.ts';

/** `y` by entry and judge; null where the judge did not score the entry. */
function inputOf(rows: readonly (readonly (number | null)[])[]): FitInput {
  const cells = rows.flatMap((row, entry) => row.flatMap((y, judge) => (y === null ? [] : [{ entry, judge, y }])));
  return {
    y: Float64Array.from(cells, ({ y }) => y),
    entry: Int32Array.from(cells, ({ entry }) => entry),
    judge: Int32Array.from(cells, ({ judge }) => judge),
    entries: rows.length,
    judges: rows[0]?.length ?? 0,
    category: new Int32Array(rows.length),
    categories: 1,
  };
}

function invented(entries: number, judges: number, isSeat: (entry: number, judge: number) => boolean): FitInput {
  const draw = random(`doubt ${entries} ${judges}`);
  const normal = () => normalQuantile(draw.uniform());
  const severity = Array.from({ length: judges }, normal);
  return inputOf(
    Array.from({ length: entries }, () => normal()).map((quality, entry) =>
      severity.map((own, judge) => (isSeat(entry, judge) ? quality + own + 0.7 * normal() : null)),
    ),
  );
}

const options = { seatsAtRandom: false, priors: null };
const doubtOf = (input: FitInput, seed = 'a', draws = 20_000) => uncertainty(calibrate(input, options), input, { seed, draws, seats: 3 });

describe.each([
  ['entries eliminated', invented(14, 6, (entry, judge) => (entry + judge) % 3 !== 0)],
  ['judges eliminated', invented(6, 14, (entry, judge) => (entry + judge) % 3 !== 0)],
])('draws, %s', (_, input) => {
  const fit = calibrate(input, options);
  const [posterior] = fit.posteriors;
  if (posterior === undefined) throw new Error('not fitted');

  it('have the mean and the spread of the model’s own effects', () => {
    const { value, error } = effects(posterior, 'entries');
    const draw = random('moments');
    const normal = () => normalQuantile(draw.uniform());
    const entries = Int32Array.from({ length: input.entries }, (_unused, i) => i);
    const next = drawerOf(posterior, entries, { dense: normal, outer: normal });
    const n = 20_000;
    const sum = new Float64Array(input.entries);
    const squares = new Float64Array(input.entries);
    const one = new Float64Array(input.entries);
    for (let d = 0; d < n; d += 1) {
      next(one);
      one.forEach((effect, i) => {
        const off = effect - effectOf(posterior, 'entries', i);
        sum[i] = (sum[i] ?? 0) + off;
        squares[i] = (squares[i] ?? 0) + off * off;
      });
    }
    expect(value.length).toBe(input.entries);
    error.forEach((spread, i) => {
      // Five Monte Carlo errors.
      expect(Math.abs(sum[i] ?? Number.NaN) / n).toBeLessThan((5 * spread) / Math.sqrt(n));
      expect(Math.abs((squares[i] ?? Number.NaN) / n / (spread * spread) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    });
  });

  it('put an entry before the next as often as Φ says', () => {
    const { order, ahead } = doubtOf(input).categories[0]?.pools[0] ?? { order: new Int32Array(), ahead: [] };
    const draw = random('pairs');
    const normal = () => normalQuantile(draw.uniform());
    const next = drawerOf(posterior, order, { dense: normal, outer: normal });
    const one = new Float64Array(order.length);
    const wins = new Float64Array(order.length - 1);
    for (let d = 0; d < 20_000; d += 1) {
      next(one);
      wins.forEach((_unused, i) => {
        if ((one[i] ?? 0) > (one[i + 1] ?? 0)) wins[i] = (wins[i] ?? 0) + 1;
      });
    }
    wins.forEach((won, i) => {
      expect(Math.abs(won / 20_000 - (ahead[i] ?? Number.NaN))).toBeLessThan(0.005 + 5 * 0.0035);
      expect(ahead[i]).toBeGreaterThanOrEqual(0.5);
    });
  });

  it('are the same for the same seed and nearly the same for another', () => {
    const one = doubtOf(input);
    expect(JSON.stringify(doubtOf(input))).toBe(JSON.stringify(one));
    expect([...doubtOf(input, 'b', 200).pFirst]).not.toEqual([...doubtOf(input, 'a', 200).pFirst]);
    const other = doubtOf(input, 'b');
    one.pFirst.forEach((p, i) => {
      expect(Math.abs(p - (other.pFirst[i] ?? Number.NaN))).toBeLessThanOrEqual(0.03);
    });
  });
});

it('entries that nothing tells apart are each first as often, and too close to call', () => {
  const level = inputOf([
    [1, 2, 3, 4],
    [2, 1, 4, 3],
    [3, 4, 1, 2],
    [4, 3, 2, 1],
  ]);
  const doubt = doubtOf(level);
  for (const p of doubt.pFirst) expect(Math.abs(p - 0.25)).toBeLessThan(0.02);
  for (const p of doubt.pTop) expect(Math.abs(p - 0.75)).toBeLessThan(0.02);
  expect([[...doubt.rankLow], [...doubt.rankHigh]]).toEqual([
    [1, 1, 1, 1],
    [4, 4, 4, 4],
  ]);
  expect([...doubt.winnerSet]).toEqual([1, 1, 1, 1]);
  expect([...(doubt.categories[0]?.pools[0]?.ahead ?? [])]).toEqual([0.5, 0.5, 0.5]);
  expect(doubt.categories[0]?.pools[0]?.word).toBe('too-close');
});

it.each([
  [0.2, 'too-close'],
  [1.5, 'likely'],
  [4, 'clear'],
] as const)('a lead of %d is called %s', (lead, word) => {
  const noise = [1.5, -1.5, 0.9, -0.9];
  const rows = [0, 1, 2, 3, 4].map((entry) =>
    noise.map((_, judge) => (entry === 4 ? 1.5 + lead : entry / 2) + (noise[(judge + entry) % 4] ?? 0)),
  );
  const input = inputOf(rows);
  const doubt = doubtOf(input);
  expect(doubt.categories[0]?.pools[0]?.order[0]).toBe(4);
  const p = doubt.pFirst[4] ?? Number.NaN;
  expect(p >= 0.9 ? 'clear' : p >= 0.6 ? 'likely' : 'too-close').toBe(doubt.categories[0]?.pools[0]?.word);
  expect(doubt.categories[0]?.pools[0]?.word).toBe(word);
});

it('the winner set is the smallest that holds nine draws of ten, the shortlist the k best and all with one chance in four', () => {
  const input = invented(12, 5, (entry, judge) => (entry + 2 * judge) % 4 !== 0);
  const doubt = doubtOf(input);
  const chances = [...doubt.pFirst].sort((a, b) => b - a);
  const inside = [...doubt.pFirst].filter((_, i) => doubt.winnerSet[i] === 1).sort((a, b) => b - a);
  expect(inside).toEqual(chances.slice(0, inside.length));
  const total = (values: readonly number[]) => values.reduce((sum, p) => sum + p, 0);
  expect(total(inside)).toBeGreaterThan(0.88);
  expect(total(inside.slice(0, -1))).toBeLessThan(0.92);
  const best = [...(doubt.categories[0]?.pools[0]?.order ?? [])].slice(0, 3);
  const expected = Array.from({ length: 12 }, (_, i) => Number(best.includes(i) || (doubt.pTop[i] ?? 0) >= 0.25));
  expect([...doubt.shortlist]).toEqual(expected);
  expect(total([...doubt.pTop])).toBeCloseTo(3, 1);
});

it.each([
  [5, 0],
  [40, 0],
  [1200, 0],
  [300, 1000],
])('ranks of %i scores, the first of them %f ahead, are counted as a plain sort counts them', (n, ahead) => {
  const draw = random(`ranks ${n}`);
  const counts = countRanks(n, 40, 3);
  const first = Array.from({ length: n }, () => 0);
  const top = Array.from({ length: n }, () => 0);
  const ranks = Array.from({ length: n }, (): number[] => []);
  for (let d = 0; d < 40; d += 1) {
    const scores = Float64Array.from({ length: n }, (_, i) => normalCdf(i / n) + draw.uniform() - 2 + (i === 0 ? ahead : 0));
    counts.add(scores);
    [...scores.keys()]
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
      .forEach((entry, place) => {
        ranks[entry]?.push(place + 1);
        if (place === 0) first[entry] = (first[entry] ?? 0) + 1;
        if (place < 3) top[entry] = (top[entry] ?? 0) + 1;
      });
  }
  expect([[...counts.first], [...counts.top]]).toEqual([first, top]);
  for (let entry = 0; entry < n; entry += 1) {
    const sorted = (ranks[entry] ?? []).sort((a, b) => a - b);
    // 5 % and 95 % of 40 draws: the second and the 38th.
    expect(counts.interval(entry)).toEqual({ low: sorted[1], high: sorted[37] });
  }
});

it('scores that differ beyond the declared rounding alone change no chance', () => {
  const input = inputOf(
    Array.from({ length: 12 }, (_, entry) => Array.from({ length: 6 }, (_judge, judge) => (entry % 4) + ((entry * judge) % 3))),
  );
  const incomplete = { ...input, y: input.y.slice(1), entry: input.entry.slice(1), judge: input.judge.slice(1) };
  const fit = calibrate(incomplete, options);
  const bits = (sign: number) => ({ ...fit, corrected: fit.corrected.map((score, entry) => Math.round(score) + sign * entry * 1e-13) });
  const doubt = (sign: number) => uncertainty(bits(sign), incomplete, { seed: 'bits', draws: 2000, seats: 3 });
  expect(doubt(-1)).toEqual(doubt(1));
});
