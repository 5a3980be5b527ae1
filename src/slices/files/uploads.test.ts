import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '#platform/context.ts';
import { stagedBytes } from '#platform/files/staging.server.ts';
import { configureFiles, openFile } from '#platform/files.server.ts';
import { ids } from '#platform/ids.ts';
import type { Log } from '#platform/log.server.ts';
import { addUpload, entryForOwner, submitEntry } from '#slices/entries/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pdf, writeVideo } from '#tests/support/files/makers.ts';
import { startTus, type TusServer } from '#tests/support/files/tus-server.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { configureQuota, startUpload, stopUpload } from './index.ts';
import { forgetUnused } from './tidy.ts';

const folder = temporaryFolder('uploads');
configureFiles(folder);
const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const { organisation } = season;
const { entry, owner } = await aDraft(season);
const during = (person = owner): Ctx => ({ ...season.as(person, { clock: dates.whileOpen }), now: dates.whileOpen });

let who = during();
let server: TusServer;
beforeAll(async () => {
  server = await startTus(() => who);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const tus = { 'tus-resumable': '1.0.0' };
const metadata = (name: string, subject = `entry:${entry}`) =>
  `filename ${Buffer.from(name).toString('base64')},subject ${Buffer.from(subject).toString('base64')}`;

type Asked = { readonly method: string; readonly headers?: Record<string, string>; readonly body?: Buffer };

/** The status, the code of a refusal, and the headers. */
async function ask(path: string, { method, headers = {}, body }: Asked) {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...tus, ...headers },
    ...(body && { body: new Uint8Array(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, code: text === '' ? '' : (JSON.parse(text) as { code: string }).code, headers: answer.headers };
}

async function begin(bytes: number, name = 'letter.pdf'): Promise<string> {
  const { status, headers } = await ask('/uploads', {
    method: 'POST',
    headers: { 'upload-length': String(bytes), 'upload-metadata': metadata(name) },
  });
  expect(status).toBe(201);
  return headers.get('location') ?? '';
}

function piece(path: string, offset: number, body: Buffer, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
  return ask(path, { method: 'PATCH', headers: { ...type, ...headers }, body });
}

const idIn = (location: string) => location.slice('/uploads/'.length);

test('the reference client sends a video through two cuts, and what lies beside the entry is what was sent', async () => {
  const path = join(folder, 'talk.mp4');
  await writeVideo(path, 3_000_000);
  const cuts = [900_000, 1_500_000];
  server.cutAt = cuts.shift();
  const location = await new Promise<string>((done, fail) => {
    const upload = new Upload(createReadStream(path), {
      endpoint: `${server.url}/uploads`,
      uploadSize: 3_000_000,
      chunkSize: 2_000_000,
      retryDelays: [0, 10, 20],
      metadata: { filename: 'Our talk.mp4', subject: `entry:${entry}` },
      onShouldRetry: () => {
        server.cutAt = cuts.shift();
        return true;
      },
      onError: fail,
      onSuccess: () => done(new URL(upload.url ?? '').pathname),
    });
    upload.start();
  });
  expect([cuts, server.methods.filter((method) => method === 'HEAD').length]).toEqual([[], 2]);
  await addUpload({ ...during(), key: 'press-of-a-button' }, entry, idIn(location));
  // The answer got lost and the browser asks again: it is the same file.
  await addUpload({ ...during(), key: 'press-of-a-button' }, entry, idIn(location));
  const { files } = await entryForOwner(during(), entry);
  expect(files.map(({ name, bytes, mediaType, facts }) => [name, bytes, mediaType, facts.seconds])).toEqual([
    ['Our talk.mp4', 3_000_000, 'video/mp4', 12],
  ]);
  const stored = Buffer.from(await new Response(await openFile(organisation, files[0]?.sha256 ?? '')).arrayBuffer());
  expect(stored.equals(await readFile(path))).toBe(true);
  expect(await stagedBytes(organisation, idIn(location))).toBeUndefined();
  expect(await refusalCode(addUpload({ ...during(), key: 'another-button' }, entry, idIn(location)))).toBe('files.upload-over');
});

test('pieces go where they belong: an offset that is wrong is refused and says the right one, and nobody sends more than was said', async () => {
  const content = pdf('in three pieces');
  const path = await begin(content.length);
  expect(await piece(path, 0, content.subarray(0, 10))).toMatchObject({ status: 204 });
  expect(await piece(path, 0, content.subarray(0, 10))).toMatchObject({ status: 409, code: 'files.tus-offset' });
  expect((await ask(path, { method: 'HEAD' })).headers.get('upload-offset')).toBe('10');
  expect(await piece(path, 10, Buffer.alloc(content.length))).toMatchObject({ status: 413 });
  const arrived = (await ask(path, { method: 'HEAD' })).headers;
  expect([arrived.get('upload-offset'), arrived.get('upload-length'), arrived.get('cache-control')]).toEqual([
    '10',
    `${content.length}`,
    'no-store',
  ]);
  expect(await refusal(addUpload(during(), entry, idIn(path)))).toMatchObject({ code: 'files.upload-unfinished', facts: { arrived: 10 } });
  expect((await piece(path, 10, content.subarray(10))).headers.get('upload-offset')).toBe(`${content.length}`);
});

test('a piece whose checksum is another is not kept, nor one that broke off before it could be compared', async () => {
  const content = pdf('with a checksum');
  const path = await begin(content.length);
  const sum = (algorithm: 'sha1' | 'sha256', of: Buffer) => ({
    'upload-checksum': `${algorithm} ${createHash(algorithm).update(of).digest('base64')}`,
  });
  expect(await piece(path, 0, content.subarray(0, 9), sum('sha1', content.subarray(0, 9)))).toMatchObject({ status: 204 });
  expect(await piece(path, 9, content.subarray(9), sum('sha256', content))).toMatchObject({ status: 460, code: 'files.tus-checksum' });
  expect(await piece(path, 9, content.subarray(9), { 'upload-checksum': 'md5 AAAA' })).toMatchObject({
    status: 400,
    code: 'files.tus-header',
  });
  server.cutAt = 3;
  await piece(path, 9, content.subarray(9), sum('sha256', content.subarray(9))).catch(() => undefined);
  expect((await ask(path, { method: 'HEAD' })).headers.get('upload-offset')).toBe('9');
  expect(await piece(path, 9, content.subarray(9), sum('sha256', content.subarray(9)))).toMatchObject({ status: 204 });
});

test('what the server can do, and what it does not understand', async () => {
  const { status, headers } = await ask('/uploads', { method: 'OPTIONS' });
  expect([status, headers.get('tus-version'), headers.get('tus-extension'), headers.get('tus-checksum-algorithm')]).toEqual([
    204,
    '1.0.0',
    'creation,termination,expiration,checksum',
    'sha256,sha1',
  ]);
  const path = await begin(10);
  expect(await ask(path, { method: 'HEAD', headers: { 'tus-resumable': '0.2.2' } })).toMatchObject({ status: 412 });
  expect(await ask('/uploads', { method: 'POST', headers: { 'upload-metadata': metadata('x') } })).toMatchObject({ status: 400 });
  expect(await ask(path, { method: 'PATCH', headers: { 'content-type': 'text/plain', 'upload-offset': '0' } })).toMatchObject({
    status: 415,
  });
  expect(await ask(path, { method: 'PUT' })).toMatchObject({ status: 405 });
});

test('an upload is refused before its first byte: too large, empty, beyond the quota, or for somebody else’s entry', async () => {
  const start = (bytes: number, person = owner) => startUpload(during(person), { kind: 'entry', subject: entry, name: 'talk.mp4', bytes });
  expect(await refusalCode(start(2_000_000_001))).toBe('entries.file-too-large');
  expect(await refusalCode(start(0))).toBe('entries.file-empty');
  expect(await refusalCode(start(10, await aPerson(season)))).toBe('general.not-found');
  expect(await refusalCode(startUpload(during(), { kind: 'nothing', subject: entry, name: 'x', bytes: 1 }))).toBe('general.not-found');
  configureQuota(3_000_500);
  expect(await refusal(start(10_000))).toMatchObject({ code: 'files.quota-reached', facts: { limit: 3_000_500 } });
  configureQuota(undefined);
  const done = await aDraft(season);
  await submitEntry(during(done.owner), { entry: done.entry, version: 1, title: 'A', nominee: 'B', body: 'C' });
  const late = startUpload(during(done.owner), { kind: 'entry', subject: done.entry, name: 'x', bytes: 1 });
  expect(await refusalCode(late)).toBe('entries.not-editable');
});

test('nobody else finds an upload, goes on with it or stops it; its sender stops it, and it is gone', async () => {
  const content = pdf('mine');
  const path = await begin(content.length);
  await piece(path, 0, content.subarray(0, 5));
  who = during(await aPerson(season));
  const tried = [await ask(path, { method: 'HEAD' }), await piece(path, 5, content.subarray(5)), await ask(path, { method: 'DELETE' })];
  const missing = `/uploads/${ids.random()}`;
  const nothing = [
    await ask(missing, { method: 'HEAD' }),
    await piece(missing, 5, content.subarray(5)),
    await ask(missing, { method: 'DELETE' }),
  ];
  who = during();
  expect(tried.map(({ status, code }) => [status, code])).toEqual(nothing.map(({ status, code }) => [status, code]));
  expect(await stagedBytes(organisation, idIn(path))).toBe(5);
  expect((await ask(path, { method: 'DELETE' })).status).toBe(204);
  expect([(await ask(path, { method: 'HEAD' })).status, await stagedBytes(organisation, idIn(path))]).toEqual([404, undefined]);
});

test('an upload nobody goes on with is over after three days, and its bytes go', async () => {
  const { upload } = await startUpload(during(), { kind: 'entry', subject: entry, name: 'slow.pdf', bytes: 100 });
  const later = new Date(dates.whileOpen.getTime() + 3 * 86_400_000);
  const late = { ...season.as(owner, { clock: later }), now: later };
  expect(await refusalCode(addUpload(late, entry, upload))).toBe('files.upload-over');
  expect(await refusalCode(stopUpload(late, { upload }))).toBe('general.not-found');
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  await database.setClock(later);
  await forgetUnused(database.jobs, log);
  expect(await stagedBytes(organisation, upload)).toBeUndefined();
});
