import { fraction, toDecimal } from '../numeric/fraction.ts';
import type { Exact } from './verdict.ts';

/** Declared rounding of what a model says: six decimals, half up; null where nothing can be said. −0 is 0. */
export function six(value: number | undefined): number | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  return Math.round(value * 1e6) / 1e6 + 0;
}

/** An exact number to two decimals, half away from zero: from the fraction, since a decimal rounded twice may be off. */
export function twoDecimals({ fraction: text }: Exact): string {
  const [n = '0', d = '1'] = text.split('/');
  return toDecimal(fraction(BigInt(n), BigInt(d)), 2);
}
