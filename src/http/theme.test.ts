import { expect, test } from 'vitest';
import { ownPath, parseTheme, readTheme, themeCookie } from './theme.ts';

test('the chosen theme is read from its cookie, and anything else is as the system says', () => {
  expect(
    ['a=b; plaudit_theme=dark', 'plaudit_theme=light; a=b', 'plaudit_theme=neon', 'not_plaudit_theme=dark', null].map(readTheme),
  ).toEqual(['dark', 'light', 'auto', 'auto', 'auto']);
  expect([parseTheme('dark'), parseTheme(undefined), parseTheme('<')]).toEqual(['dark', 'auto', 'auto']);
});

test('the cookie holds below the sub-path; choosing the system again forgets it', () => {
  expect(themeCookie('dark', '/awards', true)).toBe('plaudit_theme=dark; Path=/awards; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure');
  expect(themeCookie('auto', '', false)).toBe('plaudit_theme=auto; Path=/; Max-Age=0; SameSite=Lax; HttpOnly');
});

test('the way back is a path of this site and nothing else', () => {
  expect(['/entries?q=a', '//evil.example', '/\\evil.example', 'https://evil.example', 'entries', undefined].map(ownPath)).toEqual([
    '/entries?q=a',
    '/',
    '/',
    '/',
    '/',
    '/',
  ]);
});
