import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlOf } from './html.ts';
import { inert, oneLine, steers } from './inert.ts';
import { fill, fillLine, placesIn, plainOf, unknownPlaces } from './template.ts';

const known = ['greeting', 'title', 'address'];

describe('a text with places', () => {
  it('names every place with the line and the character at which it stands', () => {
    expect(placesIn('Hello {greeting},\n\n“{title}” – ganz 🚒 {address}')).toEqual([
      { name: 'greeting', line: 1, column: 7 },
      { name: 'title', line: 3, column: 2 },
      { name: 'address', line: 3, column: 20 },
    ]);
  });

  it.each([
    ['{Title}', 'Title'],
    ['{titel}', 'titel'],
    ['{title.constructor}', 'title.constructor'],
    ['{ title }', ' title '],
    ['{}', ''],
    ['{{title}}{constructor}', 'constructor'],
    ['{__proto__}', '__proto__'],
  ])('%s is not filled, and refused by its name', (text, name) => {
    expect(unknownPlaces(text, known).map((place) => place.name)).toEqual([name]);
  });

  it.each(['{', '}', '{\ntitle}', 'a { b', `$1 $& $\{title`, '%s {{', '<%= title %>'])('%j has no place and stays as it is', (text) => {
    expect(unknownPlaces(text, known)).toEqual([]);
    expect(plainOf(fill(text, { title: 'x' }))).toBe(text);
  });

  it('never reads again what a value holds', () => {
    const values = { title: '{address}', greeting: '$& {title} #{7*7} {{7*7}}', address: 'https://awards.example/entries/7' };
    const pieces = fill('{greeting} / {title}', values, ['address']);
    expect(plainOf(pieces)).toBe('$& {title} #{7*7} {{7*7}} / {address}');
  });

  it('fills a place without a value with nothing, whatever objects have of their own', () => {
    expect(plainOf(fill('[{title}{constructor}{__proto__}]', {}))).toBe('[]');
  });

  it('keeps what values hold apart from the words around them, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, greeting) => {
        const pieces = fill('a{title}b{greeting}c', { title, greeting });
        expect(pieces.map(({ kind }) => kind)).toEqual(['words', 'value', 'words', 'value', 'words']);
        expect(plainOf(pieces)).toBe(`a${inert(title)}b${inert(greeting)}c`);
        expect(htmlOf(pieces)).not.toMatch(/<(?!\/?(?:p|br|div|html|head|body|meta)\b|!doctype)/i);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what people wrote', () => {
  it.each([
    'see https://evil.example/x',
    'www.evil.example',
    'evil.example',
    'EVIL.EXAMPLE/reset',
    'a@evil.example',
    'pay at xn--80ak6aa92e.com',
    'аррӏе.com',
    'http://127.0.0.1:80',
    '//evil.example',
  ])('%s is no address to a mail program, and reads as before', (value) => {
    const text = inert(value);
    expect(text).not.toMatch(/:\/\/|[\p{L}\p{N}-][.@][\p{L}\p{N}]/u);
    expect(text.replaceAll('\u200B', '')).toBe(value);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onclick='x",
    '&lt;b&gt;',
    '<a href=https://evil.example>Sign in</a>',
  ])('%s stands escaped in the HTML half', (value) => {
    const html = htmlOf(fill('Dear {title}', { title: value }));
    expect(html.match(/<[^>]*>/g)).toEqual(htmlOf(fill('Dear', {})).match(/<[^>]*>/g));
  });

  it('is followed nowhere; an address of ours is', () => {
    const html = htmlOf(
      fill('{title} {address}', { title: 'https://evil.example', address: 'https://awards.example/e?a=1&b=2' }, ['address']),
    );
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://awards.example/e?a=1&amp;b=2']);
    expect(htmlOf(fill('{address}', { address: 'javascript:alert(1)' }, ['address']))).not.toContain('href');
  });

  it.each([
    ['Orla\r\nBcc: all@example.org', 'Orla Bcc: all@example.org'],
    ['Orla\nTennant', 'Orla Tennant'],
    ['Orla\u2028Tennant\u0085Reyl', 'Orla Tennant Reyl'],
    ['gpj.\u202Etxt', 'gpj.txt'],
    ['a\0b', 'a b'],
    ['  a \t b  ', 'a b'],
  ])('%j is one line in a header', (value, line) => {
    expect(oneLine(value, 100)).toBe(line);
    expect(steers(value)).toBe(true);
  });

  it('is cut to two hundred characters in a subject, by whole characters', () => {
    const subject = fillLine('{title}', { title: '👩🏽‍🚒'.repeat(10_000) });
    expect([...subject]).toHaveLength(200);
    expect(subject.endsWith('…')).toBe(true);
    expect(subject.isWellFormed()).toBe(true);
  });
});
