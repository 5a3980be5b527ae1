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
