import { compare, type Fraction, fromDecimal } from '../numeric/fraction.ts';
import { moneyForm } from './shape.ts';

/** An amount of money, exactly. */
type Money = { readonly amount: Fraction; readonly currency: string };

function moneyOf(text: string): Money | undefined {
  const [, digits = '', currency = ''] = moneyForm.exec(text) ?? [];
  const amount = fromDecimal(digits);
  return amount && { amount, currency };
}

/** `100000000.00 USD` is `100000000 USD`. */
export function plainMoney(text: string): string {
  return text.replace(/\.(\d*?)0+ /, (_, kept: string) => (kept === '' ? ' ' : `.${kept} `));
}

/** -1, 0 or 1; undefined where one is money and the other is not, or in another currency: nobody says at which rate. */
export function compareAmounts(a: string | number, b: string | number): -1 | 0 | 1 | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = [moneyOf(String(a)), moneyOf(String(b))];
  return x && y && x.currency === y.currency ? compare(x.amount, y.amount) : undefined;
}

/** The day from which so many years since another day are full. Somebody of 29 February has to wait for 1 March in other years. */
export function yearsAfter(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  // As text, 29 February of a year without one lies where it should: after the 28th, before 1 March.
  return `${year}${day.slice(4)}`;
}

/** How many years are full on a day; none before it began. */
export function fullYears(since: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(since.slice(0, 4));
  return Math.max(0, yearsAfter(since, years) <= on ? years : years - 1);
}
