/** Files on a host of their own (PLAUDIT_FILES_URL): nothing else is there, and they are nowhere else. Two names of one machine. */
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import '#main/slices.ts';
import { listenerFor } from '#platform/processes/child-processes.server.ts';
import { serveHttp, type WebServer } from '#platform/processes/http-server.server.ts';
import { addFile, takeUpload } from '#slices/entries/index.ts';
import { pdf } from '#tests/support/files/makers.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { type Door, home, openDoor } from '../../support/non-interference/doors.ts';
import { aDraft, aSeason, dates, foundedWorld } from '../../support/season.ts';
import { signedIn } from '../pages/fair.ts';

const filesHome = 'http://127.0.0.1:3000';
const folder = temporaryFolder('files-host');
const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const { entry, owner } = await aDraft(season);
let door: Door;
let server: WebServer;
let session = '';
let file = '';

beforeAll(async () => {
  await database.setClock(dates.whileOpen);
  session = await signedIn(season, owner);
  door = await openDoor(database, season.organisation, folder, { PLAUDIT_FILES_URL: filesHome });
  const listener = listenerFor(door.site.fetch);
  server = await serveHttp((request, response) => void listener(request, response), { host: '127.0.0.1', port: 0, behindProxy: false });
  const as = season.as(owner, { clock: dates.whileOpen });
  ({ file } = await addFile(as, { entry, ...(await takeUpload(as, entry, new File([new Uint8Array(pdf())], 'paper.pdf'))) }));
}, 180_000);
afterAll(async () => {
  await server.drain({ idle: 'close', limit: 0 });
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

/** By its whole address, with a cookie or without; whatever the name, it leads to this machine, as browsers are led by DNS. */
async function asked(address: string, cookie?: string, { method = 'GET', form }: { method?: string; form?: URLSearchParams } = {}) {
  const { host, pathname } = new URL(address);
  const headers = {
    host,
    ...(cookie !== undefined && { cookie: `plaudit=${cookie}` }),
    ...(form && { origin: home, 'content-type': 'application/x-www-form-urlencoded' }),
  };
  const asking = request({ host: '127.0.0.1', port: server.port, path: pathname, method, headers });
  asking.end(form?.toString());
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const body = await buffer(answer);
  const told = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2) told.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
  return new Response(body.length > 0 ? body : null, { status: answer.statusCode ?? 0, headers: told });
}
async function linkFor(as: string): Promise<string> {
  const answer = await asked(`${home}/files/${file}`, as);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}
const told = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers].filter(([name]) => name !== 'date').map((header) => header.join(': ')),
  body: await answer.text(),
});

test('a file leads to the files’ own host, which gives it without a cookie, in a sandbox, and sets none', async () => {
  const link = await linkFor(session);
  expect(new URL(link).origin).toBe(filesHome);
  const given = await asked(link);
  expect([given.status, given.headers.getSetCookie(), await given.text()]).toEqual([200, [], pdf().toString()]);
  const names = [
    'content-security-policy',
    'x-content-type-options',
    'cross-origin-resource-policy',
    'content-disposition',
    'cache-control',
  ];
  expect(names.map((name) => given.headers.get(name))).toEqual([
    "default-src 'none'; frame-ancestors 'none'; sandbox",
    'nosniff',
    'same-site',
    'attachment; filename="paper.pdf"; filename*=UTF-8\'\'paper.pdf',
    'private, no-store, no-transform',
  ]);
  expect([(await asked(link, undefined, { method: 'HEAD' })).status, (await asked(link, undefined, { method: 'POST' })).status]).toEqual([
    200, 404,
  ]);
});

test('the same link on the host of the pages, or on a third one, is as if there were none', async () => {
  const { pathname } = new URL(await linkFor(session));
  const nothing = await told(await asked(`${filesHome}/content/${'A'.repeat(pathname.length - '/content/'.length)}`));
  expect([nothing.status, JSON.parse(nothing.body).code]).toEqual([404, 'general.not-found']);
  for (const [origin, cookie] of [[home], [home, session], ['http://elsewhere.example'], ['http://127.0.0.1:3001', session]] as const)
    expect(await told(await asked(`${origin}${pathname}`, cookie))).toEqual(nothing);
});

test('no page, no form, no upload, no data of the API and nothing of the design is on the files’ host, signed in or not', async () => {
  const page = await (await asked(`${home}/`)).text();
  const sheet = /\/assets\/[\w.-]+\.css/.exec(page)?.[0] ?? '';
  expect((await asked(`${home}${sheet}`)).status).toBe(200);
  for (const path of [
    '/',
    '/sign-in',
    '/home',
    `/p/${season.slug}`,
    `/files/${file}`,
    '/uploads',
    '/api/v1/programmes',
    '/metrics',
    sheet,
  ]) {
    for (const method of ['GET', 'POST']) {
      const answer = await asked(`${filesHome}${path}`, session, { method });
      expect({ path, method, status: answer.status, cookies: answer.headers.getSetCookie() }).toEqual({
        path,
        method,
        status: 404,
        cookies: [],
      });
    }
  }
});

test('a link dies with the session it was made for, though no cookie goes to the files’ host', async () => {
  const other = await signedIn(season, owner);
  const [mine, theirs] = [await linkFor(session), await linkFor(other)];
  expect([(await asked(mine)).status, (await asked(theirs)).status]).toEqual([200, 200]);
  const form = new URLSearchParams({ _act: 'sign-out', _key: 'leaving-the-files-host' });
  const left = await asked(`${home}/account`, other, { method: 'POST', form });
  expect(left.status).toBe(303);
  expect([(await asked(theirs)).status, (await asked(theirs, session)).status, (await asked(mine)).status]).toEqual([404, 404, 200]);
});
