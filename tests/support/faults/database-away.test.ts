/** The web process with its database behind a line that breaks: what people are told, and that a second sending acts once. */
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import '#main/slices.ts';
import { ids } from '#platform/ids.ts';
import { serveHttp, type WebServer } from '#platform/processes/http-server.server.ts';
import { startEntry, submitEntry } from '#slices/entries/index.ts';
import { signedIn } from '#tests/house/pages/fair.ts';
import { testDatabase } from '../database.ts';
import { temporaryFolder } from '../folders.ts';
import { type Door, home, openDoor } from '../non-interference/doors.ts';
import { refusalCode } from '../refusal.ts';
import { aDraft, aPerson, aSeason, dates, foundedWorld } from '../season.ts';
import { type FaultProxy, proxyBefore } from './proxy.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const owner = await aPerson(season);
const session = await signedIn(season, owner);
const dataFolder = temporaryFolder('away');
let line: FaultProxy;
let door: Door;

beforeAll(async () => {
  await database.setClock(dates.whileOpen);
  line = await proxyBefore(database.urls.app, 5432);
}, 240_000);
beforeEach(async () => {
  // A process of its own for each: what a connection has prepared it does not say again.
  door = await openDoor({ ...database, urls: { ...database.urls, app: line.before(database.urls.app) } }, world.organisation, dataFolder);
  return () => door.close();
}, 240_000);
afterAll(() => line.stop());

/** The statement as it stands in its message to the server. */
const commit = 'commit\0';
const enter = `/p/${season.slug}/enter`;

async function post(key: string): Promise<Response> {
  const body = new URLSearchParams({ _act: 'start', _key: key, category: season.categories[0] });
  const headers = { host: new URL(home).host, origin: home, cookie: `plaudit=${session}` };
  return door.site.fetch(new Request(`${home}${enter}`, { method: 'POST', headers, body }), '198.51.100.7');
}

const drafts = async () => (await database.owner.pool.query('select from plaudit.entries where owner_id = $1', [owner])).rowCount ?? 0;

test('a line that breaks while the commit is answered is told as that, and the same form sent again acts once', async () => {
  const [key, before] = [ids.random(), await drafts()];
  await line.set({ kind: 'cut-answer', after: commit });
  const unknown = await post(key);
  await line.set({ kind: 'pass' });
  expect(unknown.status).toBe(503);
  const page = await unknown.text();
  expect(page).toContain('We do not know whether this was saved');
  // The form keeps its key, so that pressing again is the same.
  expect(page).toContain(key);
  expect((await drafts()) - before).toBe(1);
  const again = await post(key);
  expect([again.status, await drafts()]).toEqual([303, before + 1]);
});

test('a line that stays broken after the commit is not told as if nothing was saved', async () => {
  const [key, before] = [ids.random(), await drafts()];
  await line.set({ kind: 'cut-answer', after: commit, next: { kind: 'reset' } });
  const unknown = await post(key);
  await line.set({ kind: 'pass' });
  const page = await unknown.text();
  expect([unknown.status, (await drafts()) - before]).toEqual([503, 1]);
  expect(page).not.toContain('Nothing was saved');
  expect((await post(key)).status).toBe(303);
  expect((await drafts()) - before).toBe(1);
});

test('a database that refuses, resets or cuts is told as away: nothing was saved, and the next try goes through', async () => {
  const before = await drafts();
  for (const mood of [{ kind: 'reset' }, { kind: 'refuse' }, { kind: 'cut-after', bytes: 1, way: 'down' }] as const) {
    await line.set(mood);
    line.cut();
    const refused = await post(ids.random());
    await line.set({ kind: 'pass' });
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('The database could not be reached');
  }
  expect(await drafts()).toBe(before);
  expect((await post(ids.random())).status).toBe(303);
});

test('a database that takes connections and says nothing is told as away, to whoever reads and whoever writes', async () => {
  const before = await drafts();
  line.cut();
  await line.set({ kind: 'half-open' });
  const headers = { host: new URL(home).host, cookie: `plaudit=${session}` };
  const reading = door.site.fetch(new Request(`${home}${enter}`, { headers }), '198.51.100.7');
  const answers = await Promise.all([reading, post(ids.random())]);
  await line.set({ kind: 'pass' });
  line.cut();
  expect(answers.map(({ status }) => status)).toEqual([503, 503]);
  for (const answer of answers) expect(await answer.text()).toContain('The database could not be reached');
  expect([(await post(ids.random())).status, await drafts()]).toEqual([303, before + 1]);
});

test('a client that sends slowly is waited for, and nobody waits with it', async () => {
  const listener = getRequestListener((request) => door.site.fetch(request, '198.51.100.7'));
  const server: WebServer = await serveHttp((request, response) => void listener(request, response), {
    host: '127.0.0.1',
    port: 0,
    behindProxy: false,
  });
  const slow = await proxyBefore(`http://127.0.0.1:${server.port}`, 80);
  try {
    await slow.set({ kind: 'slow', bytes: 4_000, every: 5 });
    const { entry } = await startEntry(season.as(owner), { category: season.categories[0] });
    const fields = {
      _act: 'save',
      _key: ids.random(),
      version: '1',
      title: 'Rain',
      nominee: 'Wick',
      body: 'Word for word. '.repeat(4_000),
    };
    const headers = { host: new URL(home).host, origin: home, cookie: `plaudit=${session}`, accept: 'application/problem+json' };
    let sent = false;
    const sending = fetch(`http://127.0.0.1:${slow.port}/entries/${entry}/draft`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
    }).finally(() => {
      sent = true;
    });
    const page = await fetch(`http://127.0.0.1:${server.port}/`, { headers: { host: new URL(home).host } });
    expect([page.status, sent]).toEqual([200, false]);
    expect((await sending).status).toBeLessThan(500);
  } finally {
    await slow.stop();
    await server.drain({ idle: 'close', limit: 0 });
  }
});

test('a host whose own clock steps three hours either way lets nobody in late and shuts nobody out early', async () => {
  const hours = 3 * 3_600_000;
  const submit = async () => {
    const { entry } = await aDraft(season, { owner });
    return () => submitEntry(season.as(owner), { entry, version: 1, title: 'Rain', nominee: 'Wick', body: 'Word for word.' });
  };
  const [inTime, late] = [await submit(), await submit()];
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    await database.setClock(new Date(dates.entriesCloseAt.getTime() - 60_000));
    vi.setSystemTime(dates.entriesCloseAt.getTime() + hours);
    expect((await inTime()).number).toMatch(/\w/);
    await database.setClock(new Date(dates.entriesCloseAt.getTime() + 60_000));
    vi.setSystemTime(dates.entriesCloseAt.getTime() - hours);
    expect(await refusalCode(late())).toBe('entries.closed');
  } finally {
    vi.useRealTimers();
    await database.setClock(dates.whileOpen);
  }
});
