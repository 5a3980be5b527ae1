import { expect, test } from 'vitest';
import { dueReminder, mayRemind, remindersBefore } from './reminders.ts';

const at = (text: string) => Date.parse(text);
const closesAt = at('2026-04-01T16:00:00Z');
const reminders = remindersBefore(closesAt, 'Europe/Dublin', [1, 7, 7]);

test('a reminder keeps the hour of the close across the change to summer time', () => {
  expect(reminders.map((one) => [one.days, new Date(one.at).toISOString()])).toEqual([
    [7, '2026-03-25T17:00:00.000Z'],
    [1, '2026-03-31T16:00:00.000Z'],
  ]);
});

test.each([
  ['a millisecond before the first', '2026-03-25T16:59:59.999Z', undefined],
  ['at the first', '2026-03-25T17:00:00Z', 7],
  ['a millisecond before the first is a day late', '2026-03-26T16:59:59.999Z', 7],
  ['a day late', '2026-03-26T17:00:00Z', undefined],
  ['before the last', '2026-03-31T15:59:59.999Z', undefined],
  ['at the last', '2026-03-31T16:00:00Z', 1],
  ['a millisecond before the close', '2026-04-01T15:59:59.999Z', 1],
  ['at the close', '2026-04-01T16:00:00Z', undefined],
])('of all that have come the last is due, for a day, and none once entries closed: %s', (_, now, days) => {
  expect(dueReminder(reminders, { since: 0, now: at(now), closesAt })?.days).toBe(days);
});

test('what was due before there was anything to be reminded of is not made up for', () => {
  const due = (since: string) => dueReminder(reminders, { since: at(since), now: at('2026-03-25T19:00:00Z'), closesAt })?.days;
  expect([due('2026-03-25T17:00:00Z'), due('2026-03-25T17:00:00.001Z')]).toEqual([7, undefined]);
});

test('by hand one is reminded once a day at most', () => {
  const last = at('2026-04-10T09:00:00Z');
  expect([mayRemind(undefined, last), mayRemind(last, last + 86_399_999), mayRemind(last, last + 86_400_000)]).toEqual([true, false, true]);
});
