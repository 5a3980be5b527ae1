import { expect, test } from 'vitest';
import { ruleShape } from '../../rules/shape.ts';
import { divisionOf } from './division.ts';

const below = (millions: number) => ruleShape.parse({ needs: { fact: 'answer.revenue', below: `${millions}000000 USD` } });
const divisions = [
  { key: 'small', rule: below(100) },
  { key: 'middle', rule: below(500) },
  { key: 'open', rule: undefined },
];

test.each([
  ['99999999.99 USD', 'small'],
  ['100000000 USD', 'middle'],
  ['499999999.99 USD', 'middle'],
  ['500000000 USD', 'open'],
])('a revenue of %s is judged among the %s ones', (revenue, key) => {
  expect(divisionOf(divisions, { 'answer.revenue': revenue })).toEqual({ division: divisions.find((each) => each.key === key) });
});

test('while an earlier division is open nobody is put into a later one', () => {
  expect(divisionOf(divisions, {})).toEqual({ missing: ['answer.revenue'] });
});

test('there is no division where none was made, and where none takes the entry', () => {
  expect(divisionOf([], {})).toBeUndefined();
  expect(divisionOf(divisions.slice(0, 1), { 'answer.revenue': '100000000 USD' })).toBeUndefined();
});
