import { expect, test } from 'vitest';
import { provedLately } from './proof.ts';

const at = (ms: number) => new Date(1_800_000_000_000 + ms);

test.each([
  [0, true],
  [15 * 60_000 - 1, true],
  [15 * 60_000, false],
  [86_400_000, false],
  [-1_000, false],
])('somebody who proved themselves %d ms ago counts as themselves: %s', (ago, expected) => {
  expect(provedLately(at(-ago), at(0))).toBe(expected);
});

test('somebody who never proved anything does not count as themselves', () => {
  expect(provedLately(undefined, at(0))).toBe(false);
});
