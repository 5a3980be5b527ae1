import { expect, test } from 'vitest';
import { doneKeys, forget, keep, unanswered } from './kept-keys.ts';

function shelf() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const none = new Set<string>();
const minute = 60_000;

test('a form whose answer was lost carries the same key when it is opened again', () => {
  const s = shelf();
  keep(s, '/entries/7', 'submit', 'first-key', 0);
  expect(unanswered(s, '/entries/7', 'submit', none, minute)).toBe('first-key');
});

test('the key of another form or another page is not taken', () => {
  const s = shelf();
  keep(s, '/entries/7', 'submit', 'first-key', 0);
  expect([unanswered(s, '/entries/7', 'withdraw', none, minute), unanswered(s, '/entries/8', 'submit', none, minute)]).toEqual([
    undefined,
    undefined,
  ]);
});

test('once the server lists a key as done, the form gets a new one for good', () => {
  const s = shelf();
  keep(s, '/entries/7', 'submit', 'first-key', 0);
  expect(unanswered(s, '/entries/7', 'submit', doneKeys('a=b; plaudit_done=older~first-key; c=d'), minute)).toBe(undefined);
  expect(unanswered(s, '/entries/7', 'submit', none, minute)).toBe(undefined);
});

test('a key is let go when the page is the answer to its form, and after a day', () => {
  const s = shelf();
  keep(s, '/a', 'submit', 'first-key', 0);
  forget(s, '/a', 'submit');
  keep(s, '/b', 'submit', 'second-key', 0);
  expect([unanswered(s, '/a', 'submit', none, minute), unanswered(s, '/b', 'submit', none, 25 * 60 * minute)]).toEqual([
    undefined,
    undefined,
  ]);
});
