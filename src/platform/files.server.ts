/**
 * Files people send, kept by their content: the same bytes lie once in an organisation, and a name never changes its content.
 * They are on the disk before any row speaks of them, so that a row without its file cannot be.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { problem } from '#core/problems/problem.ts';
import { freeSpace } from './data-folder.server.ts';
import type { OrganisationId } from './ids.ts';
import { type Lock, tryLock } from './processes/lock.server.ts';

let root: string | undefined;
let needed: { readonly folder: string; readonly bytes: number } | undefined;

/** Said once by each process that keeps or serves files. `leastFree` bytes are left for rows: below, new content is refused. */
export function configureFiles(dataFolder: string, leastFree = 0): void {
  root = join(dataFolder, 'files');
  needed = leastFree > 0 ? { folder: dataFolder, bytes: leastFree } : undefined;
}

/** Where content is held still while a backup copies it. */
export const filesLock = (dataFolder: string): string => join(dataFolder, 'files.lock');

/** Taken by whoever deletes content; undefined while somebody copies it. */
export function lockFiles(): Lock | undefined {
  return root === undefined ? undefined : tryLock(filesLock(dirname(root)));
}

function needRoom(bytes: number): void {
  if (needed !== undefined && freeSpace(needed.folder) - bytes < needed.bytes) throw problem('files.no-room');
}

/** Where an organisation's content lies. */
export function contentFolder(organisation: OrganisationId): string {
  if (root === undefined) throw new Error('the folder of files was not configured');
  return join(root, organisation);
}

export type KeptFile = { readonly sha256: string; readonly bytes: number };

const succeeds = (act: Promise<unknown>) =>
  act.then(
    () => true,
    () => false,
  );

/** Content that lies here already is as young as its last sender: the sweep leaves it its whole time again. */
function renew(path: string): Promise<boolean> {
  const now = new Date();
  return succeeds(utimes(path, now, now));
}

/** Makes a rename outlive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Keeps the bytes: to a temporary file, to the disk, then under their hash. Resolves once they would outlive a power cut.
 * @throws Problem `files.no-room`
 */
export async function keepFile(organisation: OrganisationId, content: Uint8Array): Promise<KeptFile> {
  const kept = { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.byteLength };
  const folder = contentFolder(organisation);
  const path = join(folder, kept.sha256);
  if (await renew(path)) return kept;
  needRoom(kept.bytes);
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const temporary = join(folder, `.${randomUUID()}`);
  try {
    const file = await open(temporary, 'wx', 0o640);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return kept;
}

/** The bytes of a hash, or undefined when this machine does not have them. */
export async function openFile(organisation: OrganisationId, sha256: string): Promise<ReadableStream<Uint8Array> | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  const path = join(contentFolder(organisation), sha256);
  if (!(await succeeds(stat(path)))) return undefined;
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
}
