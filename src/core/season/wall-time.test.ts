import { expect, test } from 'vitest';
import { instantOf, isTimeZone, zonedText } from './wall-time.ts';

test('a time zone is a name of the IANA database, and an offset or a made-up city is none', () => {
  const zones = [
    'Europe/Paris',
    'UTC',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+3',
    '+02:00',
    'Europe/Atlantis',
    '',
    'Europe/Paris[u-ca=x]',
  ];
  expect(zones.filter(isTimeZone)).toEqual(['Europe/Paris', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3']);
});

test('a wall time is the same instant there and back, in summer and in winter', () => {
  const told = ['2026-01-29T17:00', '2026-07-01T00:00', '2026-12-31T23:59'].map((text) =>
    zonedText(instantOf(text, 'Europe/Dublin') ?? 0, 'Europe/Dublin'),
  );
  expect(told).toEqual([
    '2026-01-29T17:00:00+00:00[Europe/Dublin]',
    '2026-07-01T00:00:00+01:00[Europe/Dublin]',
    '2026-12-31T23:59:00+00:00[Europe/Dublin]',
  ]);
});

test('an hour that summer time skips is taken one hour later, one that happens twice the first time', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Paris')).toBe(Date.parse('2026-03-29T01:30:00Z'));
  expect(instantOf('2026-10-25T02:30', 'Europe/Paris')).toBe(Date.parse('2026-10-25T00:30:00Z'));
});

test('what is not a date and time has no instant', () => {
  for (const text of ['', 'tomorrow', '2026-02-30T10:00', '2026-13-01T10:00']) expect(instantOf(text, 'Europe/Paris')).toBeUndefined();
});
