/**
 * Exact rational numbers on bigint, for every official score: no rounding happens before display.
 * Always in lowest terms with a positive denominator, so equal values have equal parts and one text.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint };

function gcd(a: bigint, b: bigint): bigint {
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
  const common = gcd(top, bottom * sign);
  return { n: (top * sign) / common, d: (bottom * sign) / common };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
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
