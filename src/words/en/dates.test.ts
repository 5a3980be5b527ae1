import { expect, test } from 'vitest';
import { dates } from './dates.ts';

const deadline = '2027-01-29T17:00:00+00:00[Europe/Dublin]';

test('a deadline is told with its weekday, its time and the city of its zone', () => {
  expect(dates.full(deadline)).toBe('Friday 29 January 2027, 17:00 Dublin');
  expect(dates.short(deadline)).toBe('Fri 29 Jan, 17:00');
  expect(dates.inYears(deadline)).toBe('Fri 29 Jan 2027, 17:00');
});

test('a day is told alike whether it came alone or with an hour and a zone', () => {
  expect(['2027-01-29', deadline, '2027-01-29T17:00:00.000Z'].map(dates.date)).toEqual(Array(3).fill('29 January 2027'));
  expect(dates.dayInYears(deadline)).toBe('Fri 29 Jan 2027');
});

test('a span of days says each month and year once', () => {
  const on = (day: string) => `${day}T00:00:00Z[UTC]`;
  expect(dates.range(on('2027-02-01'), on('2027-02-12'))).toBe('1 to 12 February 2027');
  expect(dates.range(on('2027-01-29'), on('2027-02-12'))).toBe('29 January to 12 February 2027');
  expect(dates.range(on('2026-12-29'), on('2027-01-02'))).toBe('29 December 2026 to 2 January 2027');
  expect(dates.range(on('2027-02-01'), on('2027-02-01'))).toBe('1 February 2027');
});

test('what lies more than thirty days back is long ago', () => {
  expect([-30, -31, 31].map((days) => dates.isLongAgo(days * 86_400_000))).toEqual([false, true, false]);
});

test('how far away an instant lies is told in the unit a person would use', () => {
  const hour = 3_600_000;
  expect([17 * 24 * hour, 48 * hour, 47 * hour, hour, 60_000, 5, -3 * 24 * hour].map(dates.away)).toEqual([
    'in 17 days',
    'in 2 days',
    'in 47 hours',
    'in 60 minutes',
    'in 1 minute',
    'in 1 minute',
    '3 days ago',
  ]);
});

test('a date in a field is read as people write it, and shown as every page says it', () => {
  const ways = [
    '2026-12-09',
    '9 December 2026',
    ' 9 dec 2026 ',
    'Wednesday 9 December 2026',
    '9. Dec. 2026',
    'December 9, 2026',
    '9th Dec 2026',
  ];
  expect(ways.map(dates.read)).toEqual(Array(ways.length).fill('2026-12-09'));
  const times = ['2026-12-09T17:00', '2026-12-09 17:00', '9 December 2026, 17:00', '9 Dec 2026 17.00', 'Dec 9, 2026, 17:00'];
  expect(times.map(dates.read)).toEqual(Array(times.length).fill('2026-12-09T17:00'));
  expect(['2026-12-09', '2026-12-09T17:00', '2026-12-09T17:00:30'].map(dates.written)).toEqual([
    '9 December 2026',
    '9 December 2026, 17:00',
    '9 December 2026, 17:00:30',
  ]);
  for (const text of ['2026-12-09', '2026-12-09T17:00', '2027-01-01T00:00:59']) expect(dates.read(dates.written(text))).toBe(text);
});

test('a date that can be read in two ways, or in none, is left as it was written', () => {
  const unclear = ['09/12/2026', '9.12.26', 'tomorrow', '9 Ma', '9 ju 2026', ''];
  expect(unclear.map(dates.read)).toEqual(Array(unclear.length).fill(undefined));
  expect(unclear.map(dates.written)).toEqual(unclear);
});
