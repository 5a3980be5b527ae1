/** What a text is found by. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchQuery, searchWords } from './search-words.ts';

test('words are found without case, accents or forms of one letter', () => {
  expect(searchWords('The Hour after the Flood — A-007', 'Crédit  CREDIT', 'Straße', 'Ὀδυσσεύς', 'ＦＵＬＬ', 'Łódź')).toEqual([
    'the',
    'hour',
    'after',
    'flood',
    'a',
    '007',
    'a007',
    'credit',
    'strasse',
    'οδυσσευσ',
    'full',
    'łodz',
  ]);
});

test('letters of a script without spaces are words of their own, beside those of others', () => {
  expect(searchWords('東京Quay東')).toEqual(['東', '京', 'quay']);
});

test('what was typed finds beginnings of words, all of them, and nothing but words is asked for', () => {
  expect(searchQuery('  Quay "A-007" ')).toBe("'quay':* & 'a007':*");
  expect([searchQuery('well-known'), searchQuery('2026-11')]).toEqual(["'well':* & 'known':*", "'202611':*"]);
  expect([searchQuery(''), searchQuery(" & | ! :* () ' "), searchQuery('\u0000')]).toEqual([undefined, undefined, undefined]);
});

test('a text has its own words among those it is found by, and no more bytes of them than are kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), (one, other) => {
      const words = searchWords(one, other);
      expect(new Set(words).size).toBe(words.length);
      for (const word of searchWords(one)) expect(words).toContain(word);
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
  const many = Array.from({ length: 200_000 }, (_, i) => `w${i}`).join(' ');
  expect(Buffer.byteLength(searchWords(many).join(''))).toBeLessThanOrEqual(400_000);
});
