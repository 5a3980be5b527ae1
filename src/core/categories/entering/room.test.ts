import { expect, test } from 'vitest';
import { isFull, type Limits, noRoom } from './room.ts';

test.each<[Limits, number, number, string | undefined]>([
  [{}, 10_000, 10_000, undefined],
  [{ all: 3 }, 2, 0, undefined],
  [{ all: 3 }, 3, 0, 'entries.category-full'],
  // A limit that was lowered below what is in.
  [{ all: 3 }, 5, 0, 'entries.category-full'],
  [{ each: 2 }, 90, 1, undefined],
  [{ each: 2 }, 90, 2, 'entries.own-limit-reached'],
  [{ each: 2, all: 90 }, 90, 2, 'entries.own-limit-reached'],
  [{ each: 2, all: 90 }, 90, 1, 'entries.category-full'],
])('limits %j beside %i entries, %i of them one’s own, say %s', (limits, all, own, said) => {
  expect(noRoom(limits, { all, own })?.code).toBe(said);
  expect(isFull(limits, all)).toBe(limits.all !== undefined && all >= limits.all);
});
