/** Logarithm, normal and chi-square against values of R 4.2.2, which has them to the last digits; the generator against its definition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from './chi-square.ts';
import { exp, ln } from './logarithm.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { solveSemidefinite } from './pivoted.ts';
import { random } from './random.ts';

const off = (value: number, expected: number) => Math.abs(value - expected) / Math.abs(expected);

describe('logarithm and exponential', () => {
  it.each([
    [2, Math.LN2],
    [10, Math.LN10],
    [0.1, -Math.LN10],
    [1e300, 690.7755278982137],
    [5e-324, -744.4400719213812],
    [1.0000001, 9.999999505838704e-8],
  ])('ln %d', (x, expected) => {
    expect(off(ln(x), expected)).toBeLessThan(5e-16);
  });

  it.each([
    [1, Math.E],
    [-1, 0.36787944117144233],
    [709.7, 1.6549840276802644e308],
    [-745, 4.940656458412465e-324],
    [1e-9, 1.000000001],
  ])('exp %d', (x, expected) => {
    expect(off(exp(x), expected)).toBeLessThan(5e-16);
  });

  it('have the ends a double has', () => {
    expect([ln(0), ln(Infinity), ln(1), ln(-1), exp(710), exp(-746), exp(0)]).toEqual([-Infinity, Infinity, 0, Number.NaN, Infinity, 0, 1]);
  });

  it('the exponential of a logarithm is what it was taken of', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(off(exp(ln(x)), x)).toBeLessThan(2e-13);
      }),
    );
  });
});

describe('the normal distribution', () => {
  it.each([
    [0.001, -3.0902323061678132],
    [0.3, -0.5244005127080407],
    [0.93, 1.475791028179171],
    [0.9, 1.2815515655446008],
    [1e-10, -6.361340902404056],
    [0.999999, 4.753424308817088],
  ])('has its quantile at %d', (p, expected) => {
    expect(off(normalQuantile(p), expected)).toBeLessThan(1e-14);
  });

  it.each([
    [-10, 7.619853024160527e-24],
    [-3, 1.3498980316300946e-3],
    [-2.4, 8.1975359245961346e-3],
    [0.1, 0.539827837277029],
    [1.96, 0.9750021048517796],
    [2.6, 0.9953388119762813],
  ])('has its share below %d', (x, expected) => {
    expect(off(normalCdf(x), expected)).toBeLessThan(1e-13);
  });

  it('has no quantile beyond its ends', () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1), normalQuantile(-0.1)]).toEqual([-Infinity, 0, Infinity, Number.NaN]);
    expect([normalCdf(-40), normalCdf(0), normalCdf(40)]).toEqual([0, 0.5, 1]);
  });
});

it.each([
  [1, 1, 0.31731050786291415],
  [3.84, 1, 0.050043521248705224],
  [10, 3, 0.018566135463043233],
  [1000, 900, 0.010994608942131],
  [50, 100, 0.999993046694752],
  [200, 100, 1.178450072097942e-8],
  [2000, 1000, 4.14367859145499e-69],
  [0.001, 2, 0.9995001249791693],
  [0, 5, 1],
])('chi-square above %d with %d degrees of freedom: %d', (statistic, df, expected) => {
  expect(off(chiSquareUpperTail(statistic, df), expected)).toBeLessThan(1e-11);
});

it('a semidefinite matrix is solved on as many columns as its rank, whichever come first', () => {
  // Laplacian of a path of three: rank 2.
  const laplacian = Float64Array.of(1, 0, 0, -1, 2, 0, 0, -1, 1);
  const { x, rank } = solveSemidefinite(laplacian, 3, Float64Array.of(1, 0, -1), 1e-12);
  expect(rank).toBe(2);
  expect((x[0] ?? 0) - (x[1] ?? 0)).toBeCloseTo(1, 12);
  expect((x[1] ?? 0) - (x[2] ?? 0)).toBeCloseTo(1, 12);
});

describe('the generator', () => {
  /** xoshiro128** as its authors wrote it, on whole numbers of any size. */
  function* published(state: [bigint, bigint, bigint, bigint]): Generator<bigint> {
    const mask = 0xffffffffn;
    const turned = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
    const s = state;
    for (;;) {
      yield (turned((s[1] * 5n) & mask, 7n) * 9n) & mask;
      const t = (s[1] << 9n) & mask;
      s[2] ^= s[0];
      s[3] ^= s[1];
      s[1] ^= s[2];
      s[0] ^= s[3];
      s[2] ^= t;
      s[3] = turned(s[3], 11n);
    }
  }

  it('its definition gives the published first numbers from 1, 2, 3, 4', () => {
    const source = published([1n, 2n, 3n, 4n]);
    expect(Array.from({ length: 4 }, () => source.next().value)).toEqual([11520n, 0n, 5927040n, 70819200n]);
  });

  it('starts from the hash of its seed and goes on by that definition', () => {
    // sha256("plaudit"), first sixteen bytes.
    const hash = ['9043596f', '866ef4f9', 'dbd10fd8', '31761922'].map((word) => BigInt(`0x${word}`));
    const source = published([hash[0] ?? 0n, hash[1] ?? 0n, hash[2] ?? 0n, hash[3] ?? 0n]);
    const own = random('plaudit');
    for (let i = 0; i < 1000; i += 1) expect(BigInt(own.u32())).toBe(source.next().value);
  });

  it('draws below n evenly, never n itself', () => {
    const counts = Array.from({ length: 7 }, () => 0);
    const own = random('even');
    for (let i = 0; i < 70_000; i += 1) {
      const value = own.below(7);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    const statistic = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(counts.length).toBe(7);
    expect(chiSquareUpperTail(statistic, 6)).toBeGreaterThan(0.001);
    expect(() => own.below(0)).toThrow(RangeError);
  });

  it('gives shares strictly between 0 and 1, about half of them below a half', () => {
    const own = random('shares');
    const shares = Array.from({ length: 10_000 }, own.uniform);
    expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
    expect(Math.abs(shares.filter((share) => share < 0.5).length - 5000)).toBeLessThan(200);
  });
});
