import { expect, test } from 'vitest';
import { rights, suffices } from './writers.ts';

test('whoever may send an entry in may write it, and whoever may write it may read it; nothing goes the other way', () => {
  const held = rights.map((has) => rights.filter((needed) => suffices(has, needed)));
  expect(held).toEqual([['view'], ['view', 'edit'], ['view', 'edit', 'submit']]);
});
