import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { changePart, editionById, unlockConfiguration } from '../index.ts';
import { callOf } from './call.ts';
import { categoryPageOf } from './category.ts';
import { finderOf } from './finding.ts';
import { guideOf } from './guide.ts';
import { calendarOf, feedOf } from './outlines.ts';
import { selfCheckOf } from './self-check.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const manager = () => season.as(season.manager, { clock: dates.before });
const version = async () => (await editionById(manager(), season.edition))?.version ?? 0;

const texts = {
  languages: ['en', 'de', 'ar'],
  strapline: { en: 'For service', de: 'Für Dienst', ar: 'للخدمة' },
  about: 'Written in one language alone.',
  questions: [{ key: 'who', question: { en: 'Who may enter?', de: 'Wer darf?' }, answer: { en: 'Everybody.' } }],
};
const categories = [
  { code: 'F', name: { en: 'Teams', de: 'Mannschaften' } },
  { code: 'A', in: 'F', name: { en: 'Team of the year', de: 'Mannschaft des Jahres' }, description: { en: 'People.' } },
  { code: 'B', in: 'F', name: { en: 'Idea' } },
];
await unlockConfiguration(manager(), { edition: season.edition, version: await version(), because: 'Written in other languages too.' });
for (const [part, body] of Object.entries({ texts, categories }))
  await changePart(manager(), {
    edition: season.edition,
    version: await version(),
    part: part as 'texts',
    body: JSON.parse(JSON.stringify(body)),
  });

const visitor = (contents?: string) => ({
  ...season.asVisitor({ clock: dates.whileOpen }),
  ...(contents !== undefined && { contents }),
});
const call = (contents?: string) => callOf(visitor(contents), season.slug);

test('a page is told in the language asked for and falls back text by text to the first, each marked where it is not the page’s own', async () => {
  const { programme, rulebook, languages } = await call('de');
  const [who] = rulebook?.questions ?? [];
  expect([programme.strapline, rulebook?.about, who?.question, who?.answer]).toEqual([
    'Für Dienst',
    'Written in one language alone.',
    'Wer darf?',
    'Everybody.',
  ]);
  expect([languages.shown, languages.offered]).toEqual(['de', ['en', 'de', 'ar']]);
  expect(Object.keys(languages.foreign).sort()).toEqual(['Für Dienst', 'Mannschaft des Jahres', 'Mannschaften', 'Wer darf?']);
  expect((await call()).languages).toEqual({ shown: 'en', offered: ['en', 'de', 'ar'], foreign: {} });
});

const asked: readonly [string, string][] = [
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['ar', 'ar'],
  ['fr', 'en'],
  ['', 'en'],
  ['<script>alert(1)</script>', 'en'],
  ['__proto__', 'en'],
  ['constructor', 'en'],
  ['de\u0000', 'en'],
  ['-', 'en'],
  ['x'.repeat(100_000), 'en'],
];
test('whatever is asked for, a page is told in a language it is there in', async () => {
  const shown = await Promise.all(asked.map(async ([contents]) => (await call(contents)).languages.shown));
  expect(shown).toEqual(asked.map(([, language]) => language));
});

test('every page of an edition, its feed and its calendar are there in each language, and lead on in it', async () => {
  const ctx = visitor('de');
  const [slug, edition] = [season.slug, season.editionSlug];
  const pages = [
    await categoryPageOf(ctx, slug, edition, 'A'),
    await guideOf(ctx, slug, edition, 'A'),
    await finderOf(ctx, slug, edition, () => null),
    await selfCheckOf(ctx, slug, edition, () => []),
  ];
  expect(pages.map(({ languages }) => languages.shown)).toEqual(['de', 'de', 'de', 'de']);
  const home = 'http://localhost/p/x';
  expect(await feedOf(ctx, slug, home)).toContain(`href="${home}/${edition}?lang=de"`);
  expect(await calendarOf(ctx, slug, home)).toContain(`${home}?lang=de`);
  for (const text of [await feedOf(visitor(), slug, home), await calendarOf(visitor('fr'), slug, home)])
    expect(text).not.toContain('?lang=');
});
