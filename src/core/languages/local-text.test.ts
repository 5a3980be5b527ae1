import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenLanguage, directionOf, inLanguage, languageSaid, languagesOf, localText, localTextUpTo } from './local-text.ts';
import { lengthOf, plainLine, plainText } from './plain-text.ts';

describe('a text in several languages', () => {
  const hello = localText.parse({ pt: 'Olá', en: ' Hello ', 'zh-Hant': '你好' });

  it.each([
    ['en', 'pt', 'Hello'],
    ['pt-BR', 'en', 'Olá'],
    ['zh-Hant', 'en', '你好'],
    ['zh-Hant-TW', 'en', 'Hello'],
    ['de', 'pt-BR', 'Olá'],
    ['de', 'fr', 'Hello'],
  ])('in %s, else %s, is %s', (language, fallback, said) => {
    expect(inLanguage(hello, language, fallback)).toBe(said);
  });

  it.each([
    [['en', 'de'], 'DE-at', 'de'],
    [['en', 'pt-BR'], 'pt', 'en'],
    [['zh-Hant', 'zh'], 'zh-hant', 'zh-Hant'],
    [['fr', 'en'], '../de', 'fr'],
    [['fr'], undefined, 'fr'],
  ])('of %j, %s is told in %s', (languages, asked, chosen) => {
    expect(chosenLanguage(languages, asked)).toBe(chosen);
  });

  it('is read from the side its script is', () => {
    expect(['en', 'ar', 'az-Arab', 'ar-Latn', 'he-IL', 'zh-Hant'].map(directionOf)).toEqual(['ltr', 'rtl', 'rtl', 'ltr', 'rtl', 'ltr']);
  });

  it('says in which language it was found', () => {
    expect([languageSaid(hello, 'zh-Hant-TW', 'en'), languageSaid(hello, 'pt-BR', 'en'), languageSaid('Name', 'de', 'fr')]).toEqual([
      'en',
      'pt',
      'fr',
    ]);
  });

  it('a text without languages is the same in all of them', () => {
    expect([inLanguage('Name', 'de', 'en'), languagesOf('Name'), languagesOf(hello)]).toEqual(['Name', [], ['en', 'pt', 'zh-Hant']]);
  });

  it.each([
    ['', 'nothing'],
    ['  \u0000\n', 'nothing but what is not shown'],
    [{}, 'no language'],
    [{ English: 'Hello' }, 'a word for a language'],
    [{ en: '' }, 'a language with nothing'],
    [{ en: 'Hello', de: { x: 'y' } }, 'a map in a map'],
    [JSON.parse('{"constructor": "Hello"}'), 'a name of every object'],
    [7, 'a number'],
  ])('%j is refused: %s', (text) => {
    expect(localText.safeParse(text).success).toBe(false);
  });

  it('a key that would reach the prototype never comes through', () => {
    const given = JSON.parse('{"en": "Hello", "__proto__": {"de": "Hallo"}}');
    const parsed = localText.safeParse(given);
    expect(parsed.success ? inLanguage(parsed.data, 'de', 'en') : 'Hello').toBe('Hello');
  });

  it('is at most as long as its place allows', () => {
    expect([localTextUpTo(5).safeParse('Hello').success, localTextUpTo(5).safeParse('Hello!').success]).toEqual([true, false]);
  });

  it('reads the same again, in whatever order its languages come', () => {
    const languages = fc.dictionary(fc.constantFrom('en', 'de', 'fr', 'pt-BR', 'zh-Hant'), fc.string({ minLength: 1 }), { minKeys: 1 });
    fc.assert(
      fc.property(languages, (map) => {
        const once = localText.safeParse(map);
        if (!once.success) return;
        const turned = typeof once.data === 'string' ? once.data : Object.fromEntries(Object.entries(once.data).reverse());
        expect(JSON.stringify(localText.parse(turned))).toBe(JSON.stringify(once.data));
      }),
      { numRuns: 200 },
    );
  });
});

describe('text as it is kept', () => {
  it.each([
    ['one\r\ntwo\rthree', 'one\ntwo\nthree', 'one two three'],
    ['  e\u0301 ', 'é', 'é'],
    ['a\u0000b\u0007', 'ab', 'ab'],
    ['half \ud83d end', 'half \ufffd end', 'half \ufffd end'],
    ['one\vtwo\fthree', 'one\ntwo\nthree', 'one two three'],
    ['line   \n  next\t', 'line\n  next', 'line next'],
  ])('%j becomes %j', (given, text, line) => {
    expect([plainText(given), plainLine(given)]).toEqual([text, line]);
  });

  it('is the same when it is made so again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), fc.string(), (units, b) => {
        const a = String.fromCharCode(...units);
        const once = plainText(`${a}\r${b}`);
        expect([plainText(once), plainLine(plainLine(b)), once.isWellFormed()]).toEqual([once, plainLine(b), true]);
      }),
      { numRuns: 300 },
    );
  });

  it('is as long as it has code points', () => {
    expect([lengthOf('abc'), lengthOf('👍'), lengthOf('')]).toEqual([3, 1, 0]);
  });
});
