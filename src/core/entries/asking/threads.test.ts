import { expect, test } from 'vitest';
import { hour, mailAt, otherSide, waits } from './threads.ts';

test.each([
  ['nothing was said', 0, 0, false],
  ['a question nobody answered', 1, 0, true],
  ['a question that was answered', 1, 1, false],
  ['a question after the answer', 3, 2, true],
  ['an answer to more than was asked', 1, 2, false],
])('an entrant waits for an answer to what they said last: %s', (_, lastOfEntrant, answered, expected) => {
  expect(waits({ lastOfEntrant, answered })).toBe(expected);
});

test.each([
  ['the first', undefined, 1_000],
  ['a minute after the last', 1_000 - 60_000, 1_000 - 60_000 + hour],
  ['just within the hour', 1_001 - hour, 1_001],
  ['an hour after', 1_000 - hour, 1_000],
])('a side is mailed once an hour at most: %s', (_, last, expected) => {
  expect(mailAt(last, 1_000)).toBe(expected);
});

test('of two sides the other is the one a message is for', () => {
  expect([otherSide('entrant'), otherSide('organiser')]).toEqual(['organiser', 'entrant']);
});
