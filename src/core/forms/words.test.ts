/** The counting of words: cases by hand, and generated texts whose number of words is known because they were put together from words. */
import { describe, expect, it } from 'vitest';
import { generatedTexts } from '#tests/support/forms/texts.ts';
import { countWords } from './words.ts';

const people = '👩‍👩‍👧‍👦';

describe('counting words', () => {
  it.each([
    ['', 0],
    [' \n\t ', 0],
    ['One two  three\nfour\tfive', 5],
    ['a state-of-the-art desk', 3],
    ['non‑breaking and re‐used', 3],
    ['It’s the agents\' and "the team\'s" work', 7],
    ['1,000 calls, 1.5 % and 3/4 of 10:30', 7],
    ['1\u00a0000\u202f000 calls', 2],
    ['on 2021-07-01, 24/7', 3],
    ['R&D at AT&T, e.g. in the U.S.A.', 7],
    ['see https://example.com/a/b?c=d&e=f#g,(h) or www.example.org/path', 4],
    ['mail help@example.com now', 3],
    ['before—after – and / or', 4],
    ['and/or', 2],
    ['smith--jones', 2],
    ['– — … ! ? * # §', 0],
    ['snake_case_name __init__', 2],
    ['<b>bold</b> **strong**', 4],
    ['Straße naïve Ελλάδα Привет שלום مرحبا', 6],
    ['مرحبا، كيف حالك؟', 3],
    ['नमस्ते दुनिया', 2],
    ['می\u200cخواهم', 1],
    ['한국어 띄어쓰기', 2],
  ])('%j has %d', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it.each([
    ['客户服务', 4],
    ['2024年の顧客満足度', 8],
    ['コンピューター', 7],
    ['ｶﾞｲﾄﾞ', 3],
    ['お客様、ありがとう。', 8],
    ['我们用AI帮助客户', 8],
    ['𠮷野家', 3],
    ['々〇〆', 3],
    ['https://example.com客户', 3],
    ['สวัสดี', 1],
    ['สวัสดีครับ', 2],
  ])('in scripts without spaces, %j has %d', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it.each([
    ['👍', 0],
    [people, 0],
    ['🇬🇧 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 0],
    ['1️⃣ #️⃣ ℹ️ ™ ©️', 0],
    ['great👍work', 2],
    ['❤️ love ❤', 1],
  ])('emoji are none: %j has %d', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it.each([
    ['cus\u00adtomer', 1],
    ['\u200fשלום\u200f \u202bעולם\u202c', 2],
    ['one\u200btwo', 2],
    ['\ufeffone', 1],
    ['half \ud83d of an emoji', 4],
    ['e\u0301te\u0301', 1],
    ['noth\u0000ing', 1],
  ])('what is not shown is not counted: %j has %d', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('finds in 1,000 generated texts as many as were put in, also taken apart into base letters and marks', () => {
    const wrong = generatedTexts(1000, 'words').filter(({ text, words }) => {
      return countWords(text) !== words || countWords(text.normalize('NFD')) !== words;
    });
    expect(wrong).toEqual([]);
  });

  it('finds in two texts on two lines as many as in both', () => {
    const texts = generatedTexts(200, 'joined').map(({ text }) => text);
    const sum = texts.reduce((all, text) => all + countWords(text), 0);
    expect(countWords(texts.join('\n'))).toBe(sum);
    expect(sum).toBeGreaterThan(2000);
  });

  it('counts 10,000 words, and a long run of anything, without going back and forth', () => {
    expect(countWords('word '.repeat(10_000))).toBe(10_000);
    const long = 200_000;
    expect(
      ['a', 'a-', '-', '字', '1,', 'https://', '\u0301', '👍', '"', 'www.'].map((piece) => countWords(piece.repeat(long)) <= long),
    ).not.toContain(false);
  });
});
