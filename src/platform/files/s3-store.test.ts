import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { proxyBefore } from '#tests/support/faults/proxy.ts';
import { type S3Server, startS3 } from '#tests/support/files/s3-server.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import type { ContentStore } from './content-store.ts';
import { s3Store } from './s3-store.server.ts';

const folder = temporaryFolder('s3-store');
const organisation = ids.next<OrganisationId>();
let server: S3Server;
let store: ContentStore;

beforeAll(async () => {
  server = await startS3();
  store = s3Store(server.settings);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A file of so many bytes that are not all the same, and what it will be called. */
async function aFile(bytes: number, first: string) {
  const content = Buffer.alloc(bytes, first);
  for (let at = 0; at < bytes; at += 4096) content.writeUInt32LE(at, at > bytes - 4 ? 0 : at);
  const path = join(folder, ids.random());
  await writeFile(path, content);
  return { path, content, kept: { bytes, sha256: createHash('sha256').update(content).digest('hex') } };
}

async function read(sha256: string, span?: { from: number; to: number }): Promise<Buffer | undefined> {
  const body = await store.open(organisation, sha256, span);
  return body && buffer(body);
}

test('a small file and one in parts come back as they were, whole and in spans', async () => {
  for (const { path, content, kept } of [await aFile(1_000, 'a'), await aFile(17 * 1024 * 1024 + 5, 'b')]) {
    await store.keep(organisation, path, kept);
    expect(await store.size(organisation, kept.sha256)).toBe(kept.bytes);
    expect((await read(kept.sha256))?.equals(content)).toBe(true);
    expect((await read(kept.sha256, { from: 900, to: 903 }))?.equals(content.subarray(900, 904))).toBe(true);
  }
  expect(server.asked.filter((line) => line.startsWith('POST')).length).toBe(2);
});

test('what is not there is undefined, and what lies there young is not sent again', async () => {
  const { path, kept } = await aFile(2_000, 'c');
  expect([await store.size(organisation, kept.sha256), await read(kept.sha256)]).toEqual([undefined, undefined]);
  await store.keep(organisation, path, kept);
  const before = server.asked.length;
  await store.keep(organisation, path, kept);
  expect(server.asked.slice(before).map((line) => line.split(' ')[0])).toEqual(['HEAD']);
});

test('a store that loses what it took, or gives back something else, is not believed', async () => {
  const [lost, wrong] = [await aFile(3_000, 'd'), await aFile(3_000, 'e')];
  server.mood = 'loses';
  expect(await refusalCode(store.keep(organisation, lost.path, lost.kept))).toBe('files.store-wrong');
  server.mood = 'changes';
  expect(await refusalCode(store.keep(organisation, wrong.path, wrong.kept))).toBe('files.store-wrong');
  server.mood = 'honest';
  expect([await store.size(organisation, lost.kept.sha256), await store.size(organisation, wrong.kept.sha256)]).toEqual([
    undefined,
    undefined,
  ]);
  await store.keep(organisation, lost.path, lost.kept);
  expect((await read(lost.kept.sha256))?.equals(lost.content)).toBe(true);
});

test('a store that is away, or whose key is another one, refuses in words and leaves nothing half', async () => {
  const { path, kept } = await aFile(4_000, 'f');
  server.mood = 'away';
  expect(await refusalCode(store.keep(organisation, path, kept))).toBe('files.store-away');
  server.mood = 'honest';
  const stranger = s3Store({ ...server.settings, key: 'NOBODY' });
  expect(await refusalCode(stranger.keep(organisation, path, kept))).toBe('files.store-away');
  expect(await store.size(organisation, kept.sha256)).toBeUndefined();
});

test('old content is found and deleted, young content stays, and other organisations are not touched', async () => {
  const { path, kept } = await aFile(5_000, 'g');
  const other = ids.next<OrganisationId>();
  await store.keep(organisation, path, kept);
  await store.keep(other, path, kept);
  expect(await store.old(organisation, Date.now() - 60_000)).toEqual([]);
  const later = Date.now() + 60_000;
  expect(await store.old(other, later)).toEqual([kept.sha256]);
  expect([await store.drop(organisation, kept.sha256, Date.now() - 60_000), await store.drop(organisation, kept.sha256, later)]).toEqual([
    false,
    true,
  ]);
  expect([await store.size(organisation, kept.sha256), await store.size(other, kept.sha256)]).toEqual([undefined, 5_000]);
});

test('a line to the store that is slow gives what was stored; one that breaks or falls silent gives nothing that looks whole', async () => {
  const { path, content, kept } = await aFile(300_000, 'h');
  const line = await proxyBefore(server.settings.endpoint, 80);
  const endpoint = line.before(server.settings.endpoint).replace(/\/$/, '');
  const [far, brief] = [s3Store({ ...server.settings, endpoint }), s3Store({ ...server.settings, endpoint, patience: 400 })];
  const begun = async (from: ContentStore) => {
    const body = await from.open(organisation, kept.sha256);
    if (body === undefined) throw new Error('it is there');
    return body;
  };
  try {
    await line.set({ kind: 'slow', bytes: 60_000, every: 5 });
    await far.keep(organisation, path, kept);
    expect((await buffer(await begun(far))).equals(content)).toBe(true);
    await line.set({ kind: 'cut-after', bytes: 100_000, way: 'down' });
    await expect(begun(far).then(buffer)).rejects.toThrow('aborted');
    await line.set({ kind: 'pass' });
    const body = await begun(brief);
    await line.set({ kind: 'half-open' });
    await expect(buffer(body)).rejects.toThrow(/fell silent|timed out/);
    const { path: other, kept: unkept } = await aFile(3_000, 'i');
    expect(await refusalCode(brief.keep(organisation, other, unkept))).toBe('files.store-away');
    await line.set({ kind: 'pass' });
    line.cut();
    await brief.keep(organisation, other, unkept);
    expect(await store.size(organisation, unkept.sha256)).toBe(3_000);
  } finally {
    await line.stop();
  }
});
