import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDiff } from './text-diff.ts';

const told = (before: string, after: string) =>
  textDiff(before, after)
    .map(({ is, text }) => (is === 'same' ? text : is === 'added' ? `[+${text}+]` : `[-${text}-]`))
    .join('');
const without = (before: string, after: string, left: 'added' | 'removed') =>
  textDiff(before, after)
    .filter(({ is }) => is !== left)
    .map(({ text }) => text)
    .join('');

test('words that were added and taken away are told where they stand', () => {
  expect(told('The boat that waits', 'The boat that never waits')).toBe('The boat that[+ never+] waits');
  expect(told('The boat that waits', 'The boat')).toBe('The boat[- that waits-]');
  expect(told('', 'New')).toBe('[+New+]');
  expect(told('same', 'same')).toBe('same');
});

test('whatever was written, both texts can be read from what is told', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'été', ' ', '\n\n', '  ', '。', '🌊'), { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(without(before, after, 'added')).toBe(before);
      expect(without(before, after, 'removed')).toBe(after);
    }),
  );
});

test('two long texts without anything in common are told whole, and soon', () => {
  const many = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word}${i}`).join(' ');
  expect(textDiff(many('a'), many('b')).map(({ is }) => is)).toEqual(['removed', 'added']);
});
