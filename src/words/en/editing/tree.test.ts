import { expect, test } from 'vitest';
import { tree } from './tree.ts';

test('the reason an edition is unlocked for has one full stop', () => {
  expect(tree.locked.open('Two categories were missing from the form.')).toBe(
    'Unlocked: “Two categories were missing from the form.” Changes are told publicly.',
  );
  expect(tree.locked.open('two categories were missing')).toBe('Unlocked: “two categories were missing”. Changes are told publicly.');
});
