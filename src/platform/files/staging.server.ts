/**
 * Files on their way here, in a folder of ours beside the content: what has arrived is what lies on the disk, so no process has to
 * remember how far a sender had come. One process writes to a file at a time, and the newest sender is the one who does: the connection
 * before it may be dead without anybody having been told.
 */
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { needRoom, stagingFolder } from '../files.server.ts';
import type { OrganisationId } from '../ids.ts';
import { type Lock, tryLock } from '../processes/lock.server.ts';

export const stagedPath = (organisation: OrganisationId, id: string): string => join(stagingFolder(organisation), id);

/** Beside a file while a piece with a checksum is written: up to here it was good. */
const markOf = (path: string) => `${path}.good`;
const lockOf = (path: string) => `${path}.lock`;

/** @throws Problem `files.no-room` */
export async function beginStaged(organisation: OrganisationId, id: string, bytes: number): Promise<void> {
  needRoom(bytes);
  await mkdir(stagingFolder(organisation), { recursive: true, mode: 0o750 });
  await writeFile(stagedPath(organisation, id), '', { mode: 0o640, flag: 'a' });
}

const missing = () => undefined;

/** How much has arrived, or undefined where the file is gone. What a checksum was never compared for does not count. */
export async function stagedBytes(organisation: OrganisationId, id: string): Promise<number | undefined> {
  const path = stagedPath(organisation, id);
  const [size, mark] = [await stat(path).then(({ size: found }) => found, missing), await readFile(markOf(path), 'utf8').catch(missing)];
  return size === undefined || mark === undefined ? size : Math.min(size, Number(mark));
}

export async function removeStaged(organisation: OrganisationId, id: string): Promise<void> {
  const path = stagedPath(organisation, id);
  for (const file of [path, markOf(path), lockOf(path), `${lockOf(path)}.holder`]) await rm(file, { force: true });
}

/** What lies here since before an instant, by name: for whoever knows which of them are still awaited. */
export async function oldStaged(organisation: OrganisationId, before: number): Promise<string[]> {
  const folder = stagingFolder(organisation);
  const old: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const at = await stat(join(folder, name)).then(({ mtimeMs }) => mtimeMs, missing);
    if (at !== undefined && at < before) old.push(name.replace(/\.(good|lock|lock\.holder)$/, ''));
  }
  return [...new Set(old)];
}

const writing = new Map<string, AbortController>();
const turn = 3_000;

/** The lock of a file, after whoever of this process held it was told to stop. Undefined when another process keeps it. */
async function takeTurn(path: string): Promise<Lock | undefined> {
  writing.get(path)?.abort();
  for (const until = performance.now() + turn; performance.now() < until; await sleep(20)) {
    const lock = tryLock(lockOf(path));
    if (lock !== undefined) return lock;
    writing.get(path)?.abort();
  }
  return undefined;
}

export type Piece = {
  readonly offset: number;
  /** Of the whole file. */
  readonly length: number;
  readonly body: AsyncIterable<Uint8Array>;
  readonly checksum?: { readonly algorithm: 'sha1' | 'sha256'; readonly value: Buffer };
};

export type Appended =
  | { readonly kind: 'stored' | 'elsewhere' | 'damaged' | 'cut' | 'too-much'; readonly bytes: number }
  | { readonly kind: 'busy' | 'gone' };

type Taken = { readonly end: 'whole' | 'cut' | 'too-much'; readonly bytes: number };

async function take(handle: FileHandle, at: number, piece: Piece, hash: Hash | undefined, signal: AbortSignal): Promise<Taken> {
  let bytes = at;
  try {
    for await (const part of piece.body) {
      if (signal.aborted) return { end: 'cut', bytes };
      if (bytes + part.byteLength > piece.length) return { end: 'too-much', bytes };
      hash?.update(part);
      await handle.write(part, 0, part.byteLength, bytes);
      bytes += part.byteLength;
    }
    return { end: 'whole', bytes };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) throw error;
    return { end: 'cut', bytes };
  }
}

async function write(path: string, at: number, piece: Piece, signal: AbortSignal): Promise<Appended> {
  const { checksum } = piece;
  const hash = checksum && createHash(checksum.algorithm);
  if (checksum) await writeFile(markOf(path), String(at));
  const handle = await open(path, 'r+');
  try {
    await handle.truncate(at);
    const { end, bytes } = await take(handle, at, piece, hash, signal);
    const good = end === 'whole' && (!checksum || hash?.digest().equals(checksum.value));
    // A piece that is not whole cannot be compared, so nothing of it is believed; without a checksum all that came is good.
    const kept = good || !checksum ? bytes : at;
    await handle.truncate(kept);
    await handle.datasync();
    if (checksum) await rm(markOf(path), { force: true });
    if (end !== 'whole') return { kind: end, bytes: kept };
    return { kind: good ? 'stored' : 'damaged', bytes: kept };
  } finally {
    await handle.close();
  }
}

/** Adds a piece where the last one ended. What was told to have arrived lies on the disk. */
export async function appendStaged(organisation: OrganisationId, id: string, piece: Piece): Promise<Appended> {
  const path = stagedPath(organisation, id);
  if ((await stagedBytes(organisation, id)) === undefined) return { kind: 'gone' };
  const lock = await takeTurn(path);
  if (lock === undefined) return { kind: 'busy' };
  const mine = new AbortController();
  writing.set(path, mine);
  try {
    const at = await stagedBytes(organisation, id);
    if (at === undefined) return { kind: 'gone' };
    if (at !== piece.offset) return { kind: 'elsewhere', bytes: at };
    return await write(path, at, piece, mine.signal);
  } finally {
    if (writing.get(path) === mine) writing.delete(path);
    lock.release();
  }
}
