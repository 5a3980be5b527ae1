/**
 * Files people send, kept by their content: the same bytes lie once in an organisation, and a name never changes its content.
 * They are in the store before any row speaks of them, so that a row without its file cannot be.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { problem } from '#core/problems/problem.ts';
import { freeSpace } from './data-folder.server.ts';
import type { ContentStore, KeptFile, Span } from './files/content-store.ts';
import { localStore } from './files/local-store.server.ts';
import { type S3Settings, s3Store } from './files/s3-store.server.ts';
import type { OrganisationId } from './ids.ts';
import { type Lock, tryLock } from './processes/lock.server.ts';

type Places = { readonly root: string; readonly staging: string; readonly store: ContentStore };

let places: Places | undefined;
let needed: { readonly folder: string; readonly bytes: number } | undefined;

/** Said once by each process that keeps or serves files. `leastFree` bytes are left for rows: below, new content is refused. */
export function configureFiles(dataFolder: string, leastFree = 0, s3?: S3Settings): void {
  const root = join(dataFolder, 'files');
  places = { root, staging: join(dataFolder, 'uploads'), store: s3 ? s3Store(s3) : localStore(root) };
  needed = leastFree > 0 ? { folder: dataFolder, bytes: leastFree } : undefined;
}

function configured(): Places {
  if (places === undefined) throw new Error('the folder of files was not configured');
  return places;
}

/** Where content is held still while a backup copies it. */
export const filesLock = (dataFolder: string): string => join(dataFolder, 'files.lock');

/** Taken by whoever deletes content; undefined while somebody copies it. */
export function lockFiles(): Lock | undefined {
  return places === undefined ? undefined : tryLock(filesLock(dirname(places.root)));
}

/** @throws Problem `files.no-room` */
export function needRoom(bytes: number): void {
  if (needed !== undefined && freeSpace(needed.folder) - bytes < needed.bytes) throw problem('files.no-room');
}

export const contentStore = (): ContentStore => configured().store;

/** Where files on their way here lie. */
export function stagingFolder(organisation: OrganisationId): string {
  return join(configured().staging, organisation);
}

/** A file of our own to write into; whoever asks for it removes it. */
export async function newStagingFile(organisation: OrganisationId): Promise<string> {
  await mkdir(stagingFolder(organisation), { recursive: true, mode: 0o750 });
  return join(stagingFolder(organisation), `.${randomUUID()}`);
}

/**
 * Keeps bytes that are at hand. Resolves once they would outlive a power cut.
 * @throws Problem `files.no-room`, `files.store-away`, `files.store-wrong`
 */
export async function keepFile(organisation: OrganisationId, content: Uint8Array): Promise<KeptFile> {
  const kept = { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.byteLength };
  needRoom(kept.bytes);
  const path = await newStagingFile(organisation);
  try {
    await writeFile(path, content, { mode: 0o640, flag: 'wx' });
    await contentStore().keep(organisation, path, kept);
  } finally {
    await rm(path, { force: true });
  }
  return kept;
}

/** The bytes of a hash, or a span of them; undefined when they are not there. */
export async function openContent(organisation: OrganisationId, sha256: string, span?: Span): Promise<Readable | undefined> {
  return /^[0-9a-f]{64}$/.test(sha256) ? contentStore().open(organisation, sha256, span) : undefined;
}

export async function openFile(organisation: OrganisationId, sha256: string): Promise<ReadableStream<Uint8Array> | undefined> {
  const content = await openContent(organisation, sha256);
  return content && (Readable.toWeb(content) as ReadableStream<Uint8Array>);
}
