import { expect, it } from 'vitest';
import { withoutRule, withRule } from './naming-rules.ts';
import { categoriesShape } from './shape.ts';
import { placed } from './tree.ts';

const tree = categoriesShape.parse([
  { code: 'J', name: 'Family', rules: ['window'] },
  { code: 'J01', in: 'J', name: 'One' },
  { code: 'J02', in: 'J', name: 'Two', rules: ['size'] },
  { code: 'K', name: 'Alone' },
]);
const rulesIn = (categories: typeof tree) =>
  Object.fromEntries(placed(categories).map(({ node, inherited }) => [node.code, inherited.rules ?? []]));

it('a rule named for a family counts in all below it, also where those name others', () => {
  expect(rulesIn(withRule(tree, 'J', 'proof'))).toEqual({
    J: ['window', 'proof'],
    J01: ['window', 'proof'],
    J02: ['size', 'proof'],
    K: [],
  });
});

it('a rule named for one category counts there beside what it has from above', () => {
  expect(rulesIn(withRule(tree, 'J01', 'proof'))).toEqual({ J: ['window'], J01: ['window', 'proof'], J02: ['size'], K: [] });
  expect(rulesIn(withRule(withRule(tree, 'K', 'proof'), 'K', 'proof'))).toMatchObject({ K: ['proof'] });
});

it('a rule taken from one category counts there no more, and above as before', () => {
  expect(rulesIn(withoutRule(tree, 'J01', 'window'))).toEqual({ J: ['window'], J01: [], J02: ['size'], K: [] });
  expect(rulesIn(withoutRule(withRule(tree, 'J', 'size'), 'J', 'size'))).toEqual({ J: ['window'], J01: ['window'], J02: [], K: [] });
});
