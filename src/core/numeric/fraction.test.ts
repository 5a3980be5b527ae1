import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  type Fraction,
  fraction,
  fromDecimal,
  leastCommonMultiple,
  multiply,
  subtract,
  toDecimal,
  toNumber,
  toText,
} from './fraction.ts';

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const anyFraction: fc.Arbitrary<Fraction> = fc
  .tuple(
    whole,
    whole.filter((d) => d !== 0n),
  )
  .map(([n, d]) => fraction(n, d));

describe('an exact fraction', () => {
  it.each([
    [2, 4, '1/2'],
    [-2, 4, '-1/2'],
    [2, -4, '-1/2'],
    [0, -7, '0'],
    [51, 6, '17/2'],
    [8, 1, '8'],
  ])('%i over %i is kept in lowest terms as %s', (n, d, text) => {
    expect(toText(fraction(n, d))).toBe(text);
  });

  it('refuses a denominator of nought and numbers that are not whole', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5)).toThrow(RangeError);
    expect(() => fraction(Number.NaN)).toThrow(RangeError);
  });

  it.each([
    [1, 8, 2, '0.13'],
    [-1, 8, 2, '-0.13'],
    [1, 3, 4, '0.3333'],
    [2, 3, 4, '0.6667'],
    [17, 2, 4, '8.5000'],
    [5, 2, 0, '3'],
    [-1, 1000, 2, '0.00'],
    [199, 100, 1, '2.0'],
    [12345, 1, 2, '12345.00'],
  ])('%i/%i to %i decimals, half away from zero, reads %s', (n, d, digits, text) => {
    expect(toDecimal(fraction(n, d), digits)).toBe(text);
  });

  it('adds and multiplies like a field: order and grouping change nothing', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      }),
    );
  });

  it('compares exactly where floating point would call a tie', () => {
    const close = fraction(10n ** 30n + 1n, 10n ** 30n);
    expect(compare(close, fraction(1))).toBe(1);
    expect(Number(close.n) / Number(close.d)).toBe(1);
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(a, b) === 0).toBe(toText(a) === toText(b));
        expect(compare(add(a, fraction(1)), a)).toBe(1);
      }),
    );
  });

  it('shows a decimal never more than half a unit from the value', () => {
    fc.assert(
      fc.property(anyFraction, fc.integer({ min: 0, max: 8 }), (value, digits) => {
        const shown = fraction(BigInt(toDecimal(value, digits).replace('.', '')), 10n ** BigInt(digits));
        const apart = add(shown, multiply(value, fraction(-1)));
        const size = apart.n < 0n ? fraction(-apart.n, apart.d) : apart;
        expect(compare(size, fraction(1n, 2n * 10n ** BigInt(digits)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['7.75', '31/4'],
    ['-0.50', '-1/2'],
    ['.001', '1/1000'],
    ['8', '8'],
    ['0012', '12'],
  ])('reads %s exactly as it is written: %s', (text, value) => {
    expect(toText(fromDecimal(text) ?? fraction(-1))).toBe(value);
  });

  it.each(['', '-', '.', '7,75', '1e3', '7.', ' 7', '+7'])('does not guess what %j means', (text) => {
    expect(fromDecimal(text)).toBeUndefined();
  });

  it('subtracts what it adds', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
      }),
    );
  });

  it('is nearest to one double: no double is nearer, however long its parts', () => {
    const exactly = (value: number): Fraction => {
      let d = 1n;
      let n = value;
      for (; !Number.isInteger(n); n *= 2) d *= 2n;
      return fraction(BigInt(n), d);
    };
    const apart = (value: Fraction, other: number): Fraction => {
      const difference = subtract(value, exactly(other));
      return difference.n < 0n ? { ...difference, n: -difference.n } : difference;
    };
    const neighbours = (value: number): number[] => {
      const bits = new BigInt64Array(1);
      const double = new Float64Array(bits.buffer);
      double[0] = value;
      const middle = bits[0] ?? 0n;
      return [middle - 1n, middle + 1n].map((each) => {
        bits[0] = each;
        return double[0] ?? 0;
      });
    };
    fc.assert(
      fc.property(
        anyFraction.filter(({ n }) => n !== 0n),
        (value) => {
          const nearest = toNumber(value);
          for (const other of neighbours(nearest)) expect(compare(apart(value, nearest), apart(value, other))).toBeLessThanOrEqual(0);
        },
      ),
    );
    // A tie goes to the even one, and the last bit of what is cut off decides.
    expect(toNumber(fraction(2n ** 60n + 2n ** 7n, 1n))).toBe(2 ** 60);
    expect(toNumber(fraction((2n ** 60n + 2n ** 7n) * 3n ** 40n + 1n, 3n ** 40n))).toBe(2 ** 60 + 2 ** 8);
    expect(toNumber(fraction(-1, 3))).toBe(-1 / 3);
  });

  it('finds the least number two divide', () => {
    expect([leastCommonMultiple(4n, 6n), leastCommonMultiple(7n, 1n), leastCommonMultiple(100n, 60n)]).toEqual([12n, 7n, 300n]);
  });
});
