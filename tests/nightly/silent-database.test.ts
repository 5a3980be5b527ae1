/** a database that falls silent under people at work, as when a cable is pulled: everybody is told within seconds, and nothing was saved */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import '#main/slices.ts';
import { ids } from '#platform/ids.ts';
import { tellFigures } from '#tests/support/figures.ts';
import { signedIn } from '../house/pages/fair.ts';
import { testDatabase } from '../support/database.ts';
import { type FaultProxy, proxyBefore } from '../support/faults/proxy.ts';
import { temporaryFolder } from '../support/folders.ts';
import { type Door, home, openDoor } from '../support/non-interference/doors.ts';
import { aPerson, aSeason, dates, foundedWorld } from '../support/season.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const owner = await aPerson(season);
const session = await signedIn(season, owner);
const folder = temporaryFolder('silent-database');
const enter = `/p/${season.slug}/enter`;
let line: FaultProxy;
let door: Door;

beforeAll(async () => {
  await database.setClock(dates.whileOpen);
  line = await proxyBefore(database.urls.app, 5432);
  door = await openDoor({ ...database, urls: { ...database.urls, app: line.before(database.urls.app) } }, season.organisation, folder);
});
afterAll(async () => {
  await door.close();
  await line.stop();
  await rm(folder, { recursive: true, force: true });
});

const headers = { host: new URL(home).host, origin: home, cookie: `plaudit=${session}` };
const send = (init: RequestInit = {}) => door.site.fetch(new Request(`${home}${enter}`, { ...init, headers }), '198.51.100.7');
const write = (key: string) =>
  send({ method: 'POST', body: new URLSearchParams({ _act: 'start', _key: key, category: season.categories[0] }) });
const drafts = async () => (await database.owner.pool.query('select from plaudit.entries where owner_id = $1', [owner])).rowCount ?? 0;

/** A statement may run for five seconds, silence is given up after eight, and a new connection after two: reading asks once, a form twice. */
const longest = 25_000;

test('connections at work that fall silent are given up, everybody is told that nothing was saved, and work goes on afterwards', async () => {
  const at = { read: await send(), written: await write(ids.random()) };
  expect([at.read.status, at.written.status]).toEqual([200, 303]);
  const before = await drafts();
  await line.set({ kind: 'half-open' });
  const began = performance.now();
  const answers = await Promise.all([send(), write(ids.random()), write(ids.random()), send()]);
  const took = performance.now() - began;
  await line.set({ kind: 'pass' });
  line.cut();
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
  for (const answer of answers)
    expect(await answer.text()).toMatch(/The database could not be reached|We do not know whether this was saved/);
  expect(took).toBeLessThan(longest);
  expect(await drafts()).toBe(before);
  expect([(await send()).status, (await write(ids.random())).status, await drafts()]).toEqual([200, 303, before + 1]);
  tellFigures('a silent database', { seconds: Math.round(took / 100) / 10 });
});
