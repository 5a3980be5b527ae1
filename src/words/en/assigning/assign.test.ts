import { expect, it } from 'vitest';
import { assign } from './assign.ts';

it.each([
  [1, 1, '4 seats: 2 judges an entry, 1 entry a judge.'],
  [3, 3, '4 seats: 2 judges an entry, 3 entries a judge.'],
  [0, 1, '4 seats: 2 judges an entry, 0 to 1 entry a judge.'],
])('tells loads of %i to %i in their number', (least, most, said) => {
  expect(assign.summary.seats(4, 2, least, most)).toBe(said);
});
