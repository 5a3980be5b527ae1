import { expect, test } from 'vitest';
import { recoded } from './recoded.ts';

const tree = (...codes: string[]) => codes.map((code) => ({ code, name: code }));

test.each([
  ['one code for another', tree('A', 'B'), tree('A', 'C'), [['B', 'C']]],
  ['the same codes in another order', tree('A', 'B'), tree('B', 'A'), []],
  ['one more', tree('A'), tree('A', 'B'), []],
  ['one less and one more, at its place', tree('A', 'B', 'C'), tree('A', 'D', 'C'), [['B', 'D']]],
  ['a code that another node had', tree('A', 'B'), tree('B', 'C'), []],
])('%s', (_what, before, after, moved) => {
  expect([...recoded(before, after)]).toEqual(moved);
});
