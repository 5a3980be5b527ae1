import { expect, test } from 'vitest';
import { failedForLong, mostTries, waitAfter } from './retry.ts';

test('a delivery is tried nine times within a day, at growing intervals, and then given up', () => {
  const waits = Array.from({ length: mostTries - 1 }, (_, i) => waitAfter(i + 1) ?? 0);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(new Set(waits).size).toBe(8);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(74_555_000);
  expect(waitAfter(mostTries)).toBeUndefined();
});

test.each([
  [0, false],
  [72 * 3_600_000 - 1, false],
  [72 * 3_600_000, true],
])('a webhook that failed for %d ms is switched off: %s', (failing, off) => {
  expect(failedForLong(1_800_000_000_000, 1_800_000_000_000 + failing)).toBe(off);
});
