/** What answers at the web addresses of an entry: asked by a job, behind the guard, and only when somebody has them looked at. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryId } from '#platform/ids.ts';
import { networksFrom } from '#platform/outward/networks.server.ts';
import { publishEdition } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { entryForManager, submitEntry } from '../index.ts';
import { checkLinks, configureLinks, lookAtLinks } from './links.ts';
import { shownLinks } from './views.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { published: false });
const asked: string[] = [];
let server: Server;
let base = '';
beforeAll(async () => {
  server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === '/silent') return;
    if (request.url === '/no-heads' && request.method === 'HEAD') answer.writeHead(405).end();
    else if (request.url === '/gone') answer.writeHead(404).end('x'.repeat(100_000));
    else if (request.url === '/moved') answer.writeHead(302, { location: 'http://127.0.0.1:1/inside' }).end();
    else answer.writeHead(200).end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
  configureLinks(networksFrom('127.0.0.0/8, ::1/128') ?? { allows: () => false });
  await enterByForm(season, formOf(asks('web-addresses', 'links', { count: { max: 9 } })));
  await publishEdition(season.as(season.manager, { clock: dates.before }), { edition: season.edition });
});
afterAll(() => {
  configureLinks({ allows: () => false });
  server.closeAllConnections();
  server.close();
});

const office = (clock = dates.whileOpen) => season.as(season.manager, { clock });
const jobs = () => ({ ...season.asSystem(), db: database.jobs.db, database: database.jobs, now: dates.whileOpen });
const head = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual' };

async function naming(...links: readonly string[]): Promise<EntryId> {
  const { entry, owner } = await aDraft(season);
  await submitEntry(season.as(owner, { clock: dates.whileOpen }), { entry, version: 1, ...head, answers: { links: ['example.org'] } });
  // As if a server somebody runs here were out in the internet.
  await database.owner.pool.query('update plaudit.entry_answers set answer = $2 where entry_id = $1', [entry, JSON.stringify(links)]);
  return entry;
}

const seen = async (entry: EntryId) => {
  const view = await entryForManager(office(), entry);
  const shown = await shownLinks(office(), view, 'UTC');
  return shown?.links.map(({ address, status, fault }) => [new URL(address).pathname, status ?? fault]);
};

test('each address is asked for its head by the job, once, and where it leads on is not followed', async () => {
  const entry = await naming(`${base}/here`, `${base}/gone`, `${base}/no-heads`, `${base}/moved`);
  expect(await seen(entry)).toEqual([
    ['/here', null],
    ['/gone', null],
    ['/no-heads', null],
    ['/moved', null],
  ]);
  expect(asked).toEqual([]);
  expect(await checkLinks(office(), { entry })).toEqual({ entry, addresses: 4 });
  const { rows } = await database.owner.pool.query('select from graphile_worker._private_jobs where key = $1', [`links ${entry}`]);
  expect([rows.length, asked]).toEqual([1, []]);
  await lookAtLinks(jobs(), entry);
  expect(asked.sort()).toEqual(['GET /no-heads', 'HEAD /gone', 'HEAD /here', 'HEAD /moved', 'HEAD /no-heads']);
  expect(await seen(entry)).toEqual([
    ['/here', 200],
    ['/gone', 404],
    ['/no-heads', 200],
    ['/moved', 302],
  ]);
  await lookAtLinks(jobs(), entry);
  expect(asked).toHaveLength(5);
});

test('a private network, a name nobody has, and a server that never answers are told as that, and never reached', async () => {
  configureLinks({ allows: () => false });
  const closed = await naming(`${base}/here`, 'http://10.0.0.7/router', 'https://[fd00::1]/x', 'https://nobody.invalid/');
  await checkLinks(office(), { entry: closed });
  const before = asked.length;
  await lookAtLinks(jobs(), closed);
  expect((await seen(closed))?.map(([, found]) => found)).toEqual(['not-public', 'not-public', 'not-public', 'not-found']);
  expect(asked).toHaveLength(before);
  configureLinks(networksFrom('127.0.0.0/8, ::1/128') ?? { allows: () => false });
  const slow = await naming(`${base}/silent`);
  await checkLinks(office(), { entry: slow });
  await lookAtLinks(jobs(), slow, 200);
  expect((await seen(slow))?.map(([, found]) => found)).toEqual(['slow']);
});

test('they are looked at every ten minutes at most, of what was sent in, and only for who screens it', async () => {
  const entry = await naming(`${base}/here`);
  await checkLinks(office(), { entry });
  expect(await refusalCode(checkLinks(office(), { entry }))).toBe('entries.links-asked-lately');
  const later = new Date(dates.whileOpen.getTime() + 10 * 60_000);
  expect(await checkLinks(office(later), { entry })).toMatchObject({ addresses: 1 });
  const none = await naming();
  expect(await checkLinks(office(), { entry: none })).toEqual({ entry: none, addresses: 0 });
  const draft = await aDraft(season);
  expect(await refusalCode(checkLinks(office(), { entry: draft.entry }))).toBe('general.not-found');
  expect(await refusalCode(checkLinks(season.as(draft.owner, { clock: dates.whileOpen }), { entry }))).toBe('general.not-found');
});
