import { expect, test } from 'vitest';
import { wordsFor } from '#words/index.ts';
import { datesFor, inZone } from './reader-dates.ts';

const { dates } = wordsFor('en');
const closes = '2027-01-29T17:00:00+00:00[Europe/Dublin]';

test('a date says the programme’s time and the reader’s', () => {
  expect(datesFor(dates, 'America/Toronto').full(closes)).toBe('Friday 29 January 2027, 17:00 Dublin (12:00 Toronto, your time)');
  expect(datesFor(dates, 'Asia/Tokyo').full(closes)).toBe('Friday 29 January 2027, 17:00 Dublin (Sat 30 Jan, 02:00 Tokyo, your time)');
  expect(datesFor(dates, 'Asia/Kathmandu').exact(closes)).toBe('Friday 29 January 2027, 17:00:00 Dublin (22:45 Kathmandu, your time)');
});

test('where both clocks show the same, or nothing is known of the reader’s, the programme’s time stands alone', () => {
  const alone = 'Friday 29 January 2027, 17:00 Dublin';
  expect([datesFor(dates, 'Europe/London').full(closes), datesFor(dates, undefined).full(closes)]).toEqual([alone, alone]);
  expect(datesFor(dates, 'Nowhere/Atall').full(closes)).toBe(alone);
});

test('the hour that summer time skips is skipped on the reader’s clock, and the one it repeats is told twice', () => {
  const at = (utc: string) => inZone(`${utc}+00:00[Etc/UTC]`, 'Europe/Berlin')?.slice(11, 16);
  expect([at('2027-03-28T00:59:59'), at('2027-03-28T01:00:00')]).toEqual(['01:59', '03:00']);
  expect([at('2027-10-31T00:30:00'), at('2027-10-31T01:30:00')]).toEqual(['02:30', '02:30']);
});
