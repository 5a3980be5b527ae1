/** Files through the web process as it is run: in pieces through cuts and a kill, out again by links that are somebody's for minutes. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import '#main/slices.ts';
import { ids } from '#platform/ids.ts';
import { writeVideo } from '#tests/support/files/makers.ts';
import { arrived, attach, begin, sendThroughTrouble, sha256Of } from '#tests/support/files/resuming.ts';
import { aKey, configureForTests } from '../../support/api/api.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { aDraft, aPerson, aSeason, dates, foundedWorld } from '../../support/season.ts';
import { signedIn } from '../pages/fair.ts';
import { ask, startWeb, type Web } from '../pages/web.ts';

const bytes = 12 * 1024 * 1024;
const data = temporaryFolder('files');
const video = join(data, 'talk.mp4');
const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const { entry, owner } = await aDraft(season);
let web: Web;
let session = '';
let file = '';

beforeAll(async () => {
  await database.setClock(dates.whileOpen);
  await writeVideo(video, bytes);
  session = await signedIn(season, owner);
  web = await startWeb(season, data);
}, 180_000);
afterAll(async () => {
  await web.stop();
  await rm(data, { recursive: true, force: true });
});

const header = ({ headers }: { headers: readonly (readonly [string, string])[] }, name: string) =>
  headers.find(([one]) => one === name)?.[1];

async function linkTo(id: string, as = session): Promise<string> {
  const answer = await ask(web, `/files/${id}`, { session: as });
  expect(answer.status).toBe(303);
  return header(answer, 'location') ?? '';
}

test('a video cut twice, through the death of its server, lies beside its entry as it was sent', async () => {
  const to = { web, session };
  const location = await begin(to, video, 'Our talk.mp4', `entry:${entry}`);
  const restart = async () => {
    await web.stop();
    web = await startWeb(season, data);
    return web;
  };
  const sent = await sendThroughTrouble(to, video, location, [0.3, 0.6, 0.8], restart);
  expect(sent.offsets.every((at, i) => at < bytes && at > (sent.offsets[i - 1] ?? 0))).toBe(true);
  expect([sent.arrived, await arrived(sent.to, location)]).toEqual([bytes, bytes]);
  const added = await attach(sent.to, entry, location);
  // The answer got lost: asked again, it is the same file.
  expect([added.status, await attach(sent.to, entry, location)]).toEqual([200, added]);
  file = added.file;
  const content = await fetch(`${web.url}${await linkTo(file)}`, { headers: { cookie: `plaudit=${session}` } });
  const [given, original] = [await sha256Of(Readable.from(content.body ?? [])), await sha256Of(createReadStream(video))];
  expect([content.headers.get('etag'), given]).toEqual([`"${original}"`, original]);
}, 120_000);

test('parts of it are given as they are asked for, and nothing in it is shown as a page', async () => {
  const link = await linkTo(file);
  const part = (headers: Record<string, string>, method = 'GET') => ask(web, link, { session, headers, method });
  const whole = await part({}, 'HEAD');
  expect([whole.status, header(whole, 'content-length'), header(whole, 'accept-ranges'), whole.body]).toEqual([
    200,
    `${bytes}`,
    'bytes',
    '',
  ]);
  expect([
    header(whole, 'content-type'),
    header(whole, 'content-disposition'),
    header(whole, 'content-security-policy'),
    header(whole, 'x-content-type-options'),
    header(whole, 'cross-origin-resource-policy'),
    header(whole, 'cache-control'),
  ]).toEqual([
    'video/mp4',
    'attachment; filename="Our talk.mp4"; filename*=UTF-8\'\'Our%20talk.mp4',
    "default-src 'none'; frame-ancestors 'none'; sandbox",
    'nosniff',
    'same-origin',
    'private, no-store, no-transform',
  ]);
  const some = await part({ range: 'bytes=4-7' });
  expect([some.status, header(some, 'content-range'), some.body]).toEqual([206, `bytes 4-7/${bytes}`, 'ftyp']);
  const none = await part({ range: `bytes=${bytes}-` });
  expect([none.status, header(none, 'content-range'), none.body]).toEqual([416, `bytes */${bytes}`, '']);
  expect((await part({ range: 'bytes=4-7', 'if-range': '"another"' }, 'HEAD')).status).toBe(200);
  expect((await part({ range: 'bytes=0-1,4-7' }, 'HEAD')).status).toBe(200);
  expect((await part({ 'if-none-match': header(whole, 'etag') ?? '' })).status).toBe(304);
});

test('a link is one session’s for minutes: to everybody else and afterwards it is as if there were none', async () => {
  const link = await linkTo(file);
  const nothing = await ask(web, `/content/${'A'.repeat(link.length - '/content/'.length)}`, { session });
  expect(nothing.status).toBe(404);
  const other = await signedIn(season, owner);
  const stranger = await signedIn(season, await aPerson(season));
  const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
  const same = ['status', 'body'] as const;
  for (const [address, who] of [
    [link, other],
    [link, stranger],
    [link, undefined],
    [forged, session],
  ] as const) {
    const answer = await ask(web, address, { session: who });
    expect(same.map((name) => answer[name])).toEqual(same.map((name) => nothing[name]));
  }
  expect((await ask(web, link, { session, method: 'HEAD' })).status).toBe(200);
  await database.setClock(new Date(dates.whileOpen.getTime() + 5 * 60_000));
  const late = await ask(web, link, { session });
  expect(same.map((name) => late[name])).toEqual(same.map((name) => nothing[name]));
  await database.setClock(dates.whileOpen);
});

test('a program asks for a link by its key and follows it with that key alone', async () => {
  configureForTests();
  const provedAt = dates.whileOpen;
  const key = async (...scopes: ['read:entries' | 'read:companies']) => (await aKey(season, owner, { scopes, provedAt })).secret;
  const [mine, another, narrow] = [await key('read:entries'), await key('read:entries'), await key('read:companies')];
  const by = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });
  const listed = JSON.parse((await ask(web, `/api/v1/entries/${entry}/files`, by(mine))).body) as { items: { id: string }[] };
  expect(listed.items.map(({ id }) => id)).toContain(file);
  const { link } = JSON.parse((await ask(web, `/api/v1/files/${file}`, by(mine))).body) as { link: string };
  const statuses: number[] = [];
  for (const asking of [by(mine), by(another), by(narrow), by('plaudit_none'), { session }, {}])
    statuses.push((await ask(web, link, { ...asking, method: 'HEAD' })).status);
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
  // Nor does a key follow a link that a session was given.
  expect((await ask(web, await linkTo(file), { ...by(mine), method: 'HEAD' })).status).toBe(404);
});

test('whoever is not signed in, or writes from another site, sends nothing', async () => {
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': 'filename eA==' };
  expect((await ask(web, '/uploads', { method: 'POST', headers })).status).toBe(401);
  const foreign = { ...headers, 'sec-fetch-site': 'cross-site' };
  expect((await ask(web, '/uploads', { session, method: 'POST', headers: foreign })).status).toBe(403);
  const missing = await ask(web, `/uploads/${ids.random()}`, { session, method: 'HEAD', headers });
  expect(missing.status).toBe(404);
});
