/** Pages that were drawn before: never early, never late, whoever draws them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { aSeason, dates, foundedWorld } from '../../support/season.ts';
import { type Answer, ask, startWeb, type Web } from './web.ts';

const announcedAt = new Date('2026-06-01T18:00:00Z');
const aMillisecondBefore = new Date(announcedAt.getTime() - 1);

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const dataFolder = temporaryFolder('kept-pages');
const page = `/p/${season.slug}`;
const winners = `href="${page}/${season.editionSlug}/winners"`;
let webs: readonly Web[] = [];

beforeAll(async () => {
  await database.owner.pool.query('update plaudit.editions set announced_at = $2 where id = $1', [season.edition, announcedAt]);
  await database.setClock(dates.whileOpen);
  // Each start takes the host for itself; without one, the only organisation answers at both.
  const first = await startWeb(world, dataFolder);
  webs = [first, await startWeb(world, dataFolder)];
  await database.owner.pool.query('update directory.organisations set host = null where id = $1', [world.organisation]);
}, 180_000);
afterAll(() => Promise.all(webs.map((web) => web.stop())));

/** What every process says of the page, asked twice: of what is kept, the second answer tells. */
async function seen(at: Date): Promise<Answer[]> {
  await database.setClock(at);
  const answers: Answer[] = [];
  for (const web of [...webs, ...webs]) answers.push(await ask(web, page));
  return answers;
}

test('a kept page leads to the winners from the announced instant on and not a millisecond before, in every process', async () => {
  const leads = async (at: Date) => (await seen(at)).map(({ body }) => body.includes(winners));
  const [none, all] = [webs.concat(webs).map(() => false), webs.concat(webs).map(() => true)];
  expect(await leads(aMillisecondBefore)).toEqual(none);
  expect(await leads(announcedAt)).toEqual(all);
  expect(await leads(aMillisecondBefore)).toEqual(none);
});

test('a kept page shows a new name and a closed call at once', async () => {
  const shows = async (at: Date, text: string) => (await seen(at)).map(({ body }) => body.includes(text));
  const last = new Date(dates.entriesCloseAt.getTime() - 1);
  const enter = `href="${page}/enter"`;
  expect(await shows(last, enter)).toEqual([true, true, true, true]);
  expect(await shows(dates.entriesCloseAt, enter)).toEqual([false, false, false, false]);
  await database.owner.pool.query('update plaudit.programmes set strapline = $2 where id = $1', [season.programme, 'For whoever listens']);
  expect(await shows(dates.entriesCloseAt, 'For whoever listens')).toEqual([true, true, true, true]);
});

test('what is kept for nobody in particular is not shown to somebody, nor somebody’s theme to others', async () => {
  await database.setClock(dates.whileOpen);
  const [web] = webs;
  if (!web) throw new Error('nothing is served');
  const plain = (await ask(web, page)).body;
  const dark = (await ask(web, page, { headers: { cookie: 'plaudit_theme=dark' } })).body;
  expect([plain.includes('data-theme'), dark.includes('data-theme="dark"'), (await ask(web, page)).body]).toEqual([false, true, plain]);
});
