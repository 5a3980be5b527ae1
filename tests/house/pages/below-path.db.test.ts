/** A product that shares its host with others, below a path of its own: nothing it sends on leads out of there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeProgrammeAddress, programmeTexts } from '#slices/programmes/index.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { aWrittenSeason } from '../../support/judging/judged-season.ts';
import { dates, foundedWorld } from '../../support/season.ts';
import { ask, startWeb, type Web } from './web.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aWrittenSeason(world, [['texts', { languages: ['en', 'ar'], strapline: { en: 'For service', ar: 'للخدمة' } }]]);
let web: Web | undefined;

beforeAll(async () => {
  await database.setClock(dates.whileOpen);
  web = await startWeb(world, temporaryFolder('below-path'), { PLAUDIT_URL: 'http://localhost/awards' });
  await database.owner.pool.query('update directory.organisations set host = null where id = $1', [world.organisation]);
}, 180_000);
afterAll(() => web?.stop());

async function sentOn(path: string): Promise<readonly [number, string | undefined]> {
  if (!web) throw new Error('nothing is served');
  const { status, headers } = await ask(web, path);
  return [status, headers.find(([name]) => name === 'location')?.[1]];
}

test('whoever is asked to sign in stays below the path', async () => {
  expect(await sentOn('/awards/home?page=2')).toEqual([302, '/awards/sign-in?to=%2Fhome%3Fpage%3D2']);
});

test('a page in several languages names its whole address in each, as it is set up and whatever host was asked for', async () => {
  if (!web) throw new Error('nothing is served');
  const { body } = await ask(web, `/awards/p/${season.slug}?lang=ar`, { headers: { 'x-forwarded-host': 'evil.example' } });
  const home = `http://localhost/awards/p/${season.slug}`;
  const named = [...body.matchAll(/<link rel="(canonical|alternate)"[^>]*? href="([^"]+)"/g)].map(([, rel, href]) => `${rel} ${href}`);
  expect(named.filter((line) => !/\.(?:ics|atom)/.test(line))).toEqual([
    `canonical ${home}?lang=ar`,
    `alternate ${home}?lang=en`,
    `alternate ${home}?lang=ar`,
    `alternate ${home}`,
  ]);
  expect(body).toContain('<span lang="ar" dir="rtl">للخدمة</span>');
});

test('an address something had before leads to what it has now, below the path', async () => {
  const manager = season.as(season.manager);
  const { id, version } = await programmeTexts(manager, season.slug);
  await changeProgrammeAddress(manager, { programme: id, version, slug: 'called-anew' });
  expect(await sentOn(`/awards/p/${season.slug}?lang=en`)).toEqual([308, '/awards/p/called-anew?lang=en']);
});
