import { expect, test } from 'vitest';
import { ledOn } from './carried.ts';

test.each([
  ['/judge/7', '?lang=de', '/judge/7?lang=de'],
  ['/entries/7?saved', '?lang=pt-BR&x=1', '/entries/7?saved=&lang=pt-BR'],
  ['/entries/7?lang=fr#evidence', '?lang=de', '/entries/7?lang=fr#evidence'],
  ['/manage/x/2027', '?lang=de', '/manage/x/2027'],
  ['/judge', '?lang=//evil.example', '/judge'],
  ['//evil.example/judge', '?lang=de', '//evil.example/judge'],
  ['/judge', '', '/judge'],
])('an act leads to %s in the language of %s: %s', (to, search, led) => {
  expect(ledOn(to, search)).toBe(led);
});
