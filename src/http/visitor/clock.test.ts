import { expect, test } from 'vitest';
import { clockOf } from './clock.ts';

test('the zone of a browser is read from its cookie, and what names no zone is not known', () => {
  const cookies = [
    'a=b; plaudit_clock=America/Argentina/Ushuaia',
    'plaudit_clock=UTC; a=b',
    'plaudit_clock=Mars/Phobos',
    'not_plaudit_clock=UTC',
  ];
  expect([...cookies, 'plaudit_clock=<script>', `plaudit_clock=${'A'.repeat(5_000)}`, null].map(clockOf)).toEqual([
    'America/Argentina/Ushuaia',
    'UTC',
    ...Array(5).fill(undefined),
  ]);
});
