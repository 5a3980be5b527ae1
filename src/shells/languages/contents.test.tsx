import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Link } from '#ui/actions/link.tsx';
import { type Frame, FrameProvider } from '#ui/base/frame.tsx';
import { carriedIn } from './carried.ts';
import { type ContentLanguages, ContentsProvider, LanguageChoice, Said } from './contents.tsx';

const frame: Frame = {
  base: '/awards',
  site: 'https://example.org/awards',
  theme: 'auto',
  language: 'en',
  path: '/p/x/2027/find?lang=de&family=F',
  carried: { below: ['/p/'], name: 'lang', value: 'de' },
  scripts: false,
  posted: false,
  nonce: undefined,
  reference: undefined,
  seed: 'seed',
};
const languages: ContentLanguages = { shown: 'de', offered: ['en', 'de', 'ar'], foreign: { Mannschaft: 'de', للخدمة: 'ar' } };
const drawn = (of: ContentLanguages) =>
  renderToStaticMarkup(
    <FrameProvider frame={frame}>
      <LanguageChoice of={of} />
      <ContentsProvider of={of}>
        <Said>Mannschaft</Said>
        <Said>للخدمة</Said>
        <Said>constructor</Said>
        <Link to="/p/x/2027#dates">a</Link>
        <Link to="/p/x?lang=en">b</Link>
        <Link to="/home">c</Link>
      </ContentsProvider>
    </FrameProvider>,
  );

test('texts in another language than the page say which, and from which side they are read', () => {
  expect(drawn(languages)).toContain('<span lang="de" dir="ltr">Mannschaft</span><span lang="ar" dir="rtl">للخدمة</span>constructor');
});

test('links within programmes keep the language, and no other link gets one', () => {
  const html = drawn(languages);
  expect([...html.matchAll(/<a href="([^"]*)">[abc]</g)].map(([, href]) => href)).toEqual([
    '/awards/p/x/2027?lang=de#dates',
    '/awards/p/x?lang=en',
    '/awards/home',
  ]);
});

test.each([
  ['?lang=de-AT&x=1', 'de-AT'],
  ['?lang=', undefined],
  ['?lang=de"><script>', undefined],
  ['?lang=javascript:alert(1)', undefined],
  ['?language=de', undefined],
])('of %s, links carry %s along', (search, value) => {
  expect(carriedIn(search)?.value).toBe(value);
});

test('a page tells its address in each language without what was answered on it, and leads to each with it', () => {
  const html = drawn(languages);
  expect([...html.matchAll(/<link rel="(\w+)"(?: hrefLang="([\w-]+)")? href="([^"]*)"/g)].map(([, ...rest]) => rest)).toEqual([
    ['canonical', undefined, 'https://example.org/awards/p/x/2027/find?lang=de'],
    ['alternate', 'en', 'https://example.org/awards/p/x/2027/find?lang=en'],
    ['alternate', 'de', 'https://example.org/awards/p/x/2027/find?lang=de'],
    ['alternate', 'ar', 'https://example.org/awards/p/x/2027/find?lang=ar'],
    ['alternate', 'x-default', 'https://example.org/awards/p/x/2027/find'],
  ]);
  expect(html).toContain('<a href="/awards/p/x/2027/find?lang=ar&amp;family=F" hrefLang="ar" lang="ar" dir="rtl">العربية</a>');
  expect(drawn({ ...languages, offered: ['de'] })).not.toContain('<nav');
});
