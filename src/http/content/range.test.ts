import { expect, test } from 'vitest';
import { hasTag, partAsked } from './range.ts';

const tag = '"abc"';
const asked = (headers: Record<string, string>) => partAsked(new Headers(headers), 1_000, tag);

test('one part is answered as it was asked for, cut at the end', () => {
  expect(asked({ range: 'bytes=0-9' })).toEqual({ from: 0, to: 9 });
  expect(asked({ range: 'bytes=990-' })).toEqual({ from: 990, to: 999 });
  expect(asked({ range: 'bytes=990-5000' })).toEqual({ from: 990, to: 999 });
  expect(asked({ range: 'bytes=-10' })).toEqual({ from: 990, to: 999 });
  expect(asked({ range: 'bytes=-5000' })).toEqual({ from: 0, to: 999 });
});

test('what lies behind the end is refused; what cannot be understood, and several at once, get the whole', () => {
  expect([asked({ range: 'bytes=1000-' }), asked({ range: 'bytes=-0' })]).toEqual(['none', 'none']);
  const whole = ['bytes=0-1,5-6', 'bytes=9-1', 'bytes=-', 'lines=1-2', 'bytes=a-b', ''];
  expect(whole.map((range) => asked({ range }))).toEqual(whole.map(() => 'whole'));
  expect(asked({})).toBe('whole');
});

test('a part goes on from what the reader has, or it is the whole again', () => {
  expect(asked({ range: 'bytes=5-6', 'if-range': tag })).toEqual({ from: 5, to: 6 });
  for (const other of ['"abd"', 'W/"abc"', 'Sun, 22 Nov 2026 07:00:00 GMT'])
    expect(asked({ range: 'bytes=5-6', 'if-range': other })).toBe('whole');
  const known = ['"x", "abc"', 'W/"abc"', '*', '"x"', ''];
  expect(known.map((text) => hasTag(new Headers({ 'if-none-match': text }), tag))).toEqual([true, true, true, false, false]);
});
