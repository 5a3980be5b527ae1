/**
 * Exact rational numbers on bigint, for every official score: no rounding happens before display.
 * Always in lowest terms with a positive denominator, so equal values have equal parts and one text.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint };

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n/d in lowest terms. Numbers must be whole. Throws RangeError when d is 0 or a number is not whole. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const top = BigInt(n);
  const bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const sign = bottom < 0n ? -1n : 1n;
  const common = greatestCommonDivisor(top, bottom * sign);
  return { n: (top * sign) / common, d: (bottom * sign) / common };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** -1, 0 or 1 by cross-multiplication: a/b < c/d exactly when a·d < c·b, as denominators are positive. A tie is a tie on every machine. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Decimal text with exactly `digits` decimals, rounded half away from zero (1/8 → 0.13, −1/8 → −0.13). For display only. */
export function toDecimal(value: Fraction, digits: number): string {
  const unit = 10n ** BigInt(digits);
  const size = value.n < 0n ? -value.n : value.n;
  const rounded = (2n * size * unit + value.d) / (2n * value.d);
  const text = rounded.toString().padStart(digits + 1, '0');
  const sign = value.n < 0n && rounded > 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `17/2`, or `8` when whole. */
export function toText(value: Fraction): string {
  return value.d === 1n ? value.n.toString() : `${value.n}/${value.d}`;
}

/** What `toText` wrote. */
export function fromText(text: string): Fraction {
  const [n = '0', d = '1'] = text.split('/');
  return fraction(BigInt(n), BigInt(d));
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** The nearest double, ties to even. One division where both parts are exact doubles; else from 66 bits or more of the quotient. */
export function toNumber({ n, d }: Fraction): number {
  const size = n < 0n ? -n : n;
  if (size <= safe && d <= safe) return Number(n) / Number(d);
  const shift = Math.max(0, 66 + d.toString(2).length - size.toString(2).length);
  const scaled = size << BigInt(shift);
  const quotient = scaled / d;
  // A last bit stands for all that was cut off, so that the one rounding of Number() is the rounding of the true value.
  const sticky = quotient * d === scaled ? quotient : quotient | 1n;
  const value = Number(sticky) / Number(1n << BigInt(shift));
  return n < 0n ? -value : value;
}

/** A decimal text as it is written, exactly: `7.75` → 31/4; undefined for anything else. */
export function fromDecimal(text: string): Fraction | undefined {
  const parts = /^(-?)(\d*)(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign = '', whole = '', decimals = ''] = parts;
  if (whole + decimals === '') return undefined;
  const value = fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  return sign === '-' ? { n: -value.n, d: value.d } : value;
}

/** Least common multiple of whole numbers above 0. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}
