/** Lengths, sizes and amounts as people read them in a form. */

import { inMajorUnits } from '#core/forms/currencies.ts';
import type { Facts } from '#core/problems/problem.ts';

/** Seconds as minutes and seconds: 5:00. An hour and more as hours: 1:05:00. */
export function minutesAndSeconds(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A size in steps of a thousand, as limits of forms are set: 500 MB. */
export function size(bytes: number): string {
  const shown = (amount: number): string => String(Math.round(amount * 10) / 10);
  if (bytes >= 1_000_000_000) return `${shown(bytes / 1_000_000_000)} GB`;
  return bytes >= 1_000_000 ? `${shown(bytes / 1_000_000)} MB` : `${shown(bytes / 1000)} kB`;
}

const nouns = {
  characters: ['character', 'characters'],
  words: ['word', 'words'],
  options: ['option', 'options'],
  files: ['file', 'files'],
  addresses: ['web address', 'web addresses'],
} as const;
type Counted = keyof typeof nouns;

type Fact = Facts[string] | undefined;

/** So many of something: 1 word, 625 words. */
export function many(count: Fact, what: Fact): string {
  const [one, more] = nouns[`${what}` as Counted] ?? ['', ''];
  return `${count} ${count === 1 ? one : more}`;
}

/** An amount of money with its currency: EUR 1234.50. */
export function amountOf(minor: Fact, currency: Fact): string {
  return `${currency} ${inMajorUnits(Number(minor), String(currency))}`;
}
