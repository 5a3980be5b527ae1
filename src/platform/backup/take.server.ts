/** Taking a backup: one snapshot, written beside its place, read back whole, then named. What is too old goes. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { problem } from '#core/problems/problem.ts';
import { freeSpace, makeFolder } from '../data-folder.server.ts';
import { listMigrations } from '../database/migrate.server.ts';
import type { ContentStore } from '../files/content-store.ts';
import { sync } from '../files/sync.server.ts';
import { filesLock } from '../files.server.ts';
import { takeLock } from '../processes/lock.server.ts';
import { sealed } from './age.server.ts';
import { archiveOf } from './archive.server.ts';
import type { Contents, Manifest } from './contents.ts';
import { dump, type Progress } from './dump.server.ts';
import { tablesOf } from './tables.server.ts';
import { type Verified, verifyBackup } from './verify.server.ts';

export type Taking = {
  readonly ownerUrl: string;
  readonly dataFolder: string;
  /** Where the content lies. */
  readonly store: ContentStore;
  readonly secret: string;
  readonly version: string;
  readonly to: string;
  readonly passphrase: string;
  /** What a guess of the passphrase costs, as its logarithm; only tests take less than the seal does by itself. */
  readonly work?: number;
  readonly keep: number;
  readonly progress: Progress;
};

export type Taken = Verified & { readonly file: string; readonly bytes: number; readonly removed: readonly string[] };

const pattern = /^plaudit-\d{8}T\d{6}Z\.age$/;

function nameAt(takenAt: string): string {
  return `plaudit-${takenAt.replaceAll(/[-:]|\.\d+/g, '')}.age`;
}

async function manifestOf(client: pg.ClientBase, version: string): Promise<Manifest> {
  const { rows } = await client.query<{ at: Date }>('select plaudit.plaudit_now() as at');
  const applied = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.plaudit_migrations order by name');
  const at = rows[0]?.at ?? new Date();
  const tables = (await tablesOf(client)).map(({ name, columns }) => ({ name, columns: [...columns] }));
  return { plaudit: 'backup', format: 1, id: randomUUID(), version, takenAt: at.toISOString(), migrations: applied.rows, tables };
}

/** A migration this code does not know may have made tables it would copy wrongly. */
function refuseNewer(manifest: Manifest): void {
  const known = new Map(listMigrations().map(({ name, sha256 }) => [name, sha256]));
  const unknown = manifest.migrations.filter(({ name, sha256 }) => known.get(name) !== sha256).map(({ name }) => name);
  if (unknown.length > 0) throw problem('backup.newer', { unknown: unknown.join(', '), version: manifest.version });
}

/** Rows pack to less than a third of what they take in the database, content not at all. */
async function needRoom(client: pg.ClientBase, folder: string, filesFolder: string): Promise<void> {
  const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  const needed = Number(rows[0]?.bytes ?? 0) / 3 + (await sizeOf(filesFolder));
  const free = freeSpace(folder);
  if (free < needed) throw problem('backup.no-room', { folder, needed: Math.ceil(needed / 2 ** 20), free: Math.floor(free / 2 ** 20) });
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? await sizeOf(path) : (await stat(path).catch(() => ({ size: 0 }))).size;
  }
  return bytes;
}

async function inSnapshot<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'plaudit backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(
      "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set timezone = 'UTC'; set datestyle = 'ISO'",
    );
    await client.query('begin isolation level repeatable read read only');
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function write(taking: Taking, part: string): Promise<Manifest> {
  const { ownerUrl, dataFolder, store, secret, version, passphrase, work, progress } = taking;
  const filesFolder = join(dataFolder, 'files');
  return inSnapshot(ownerUrl, async (client) => {
    const manifest = await manifestOf(client, version);
    refuseNewer(manifest);
    await needRoom(client, dirname(part), filesFolder);
    let contents: Contents | undefined;
    const dumped = dump({ client, manifest, secret, store, progress }, (told) => {
      contents = told;
    });
    const bytes = sealed(archiveOf(dumped), passphrase, work);
    await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(part, { mode: 0o600, flags: 'wx' }));
    if (contents === undefined) throw new Error('the backup ended before it had said what is in it');
    await sync(part);
    return manifest;
  });
}

/** The oldest beyond the number to keep; only files that carry the name of a whole backup are counted or removed. */
async function removeOld(folder: string, keep: number): Promise<string[]> {
  const whole = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  const old = whole.slice(0, Math.max(0, whole.length - keep));
  for (const name of old) await rm(join(folder, name), { force: true });
  return old;
}

function asProblem(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('backup.no-room', { folder, needed: 0, free: 0 });
  return error;
}

/** What earlier runs left that were killed. */
async function removeParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (/^\.plaudit-.*\.part$/.test(name)) await rm(join(folder, name), { force: true });
}

/** @throws Problem `backup.no-room`, `backup.newer`, `installation.folder-not-writable`, and what reading back finds */
export async function takeBackup(taking: Taking): Promise<Taken> {
  const folder = resolve(taking.to);
  makeFolder(folder);
  makeFolder(taking.dataFolder);
  const lock = await takeLock(filesLock(taking.dataFolder), () => taking.progress('waiting', 0));
  const part = join(folder, `.plaudit-${randomUUID()}.part`);
  try {
    await removeParts(folder);
    const { takenAt } = await write(taking, part);
    const verified = await verifyBackup(part, taking.passphrase, (bytes) => taking.progress('verifying', bytes));
    const file = join(folder, nameAt(takenAt));
    await rename(part, file);
    await sync(folder);
    const removed = await removeOld(folder, taking.keep);
    return { ...verified, file, bytes: (await stat(file)).size, removed: removed.map((name) => basename(name)) };
  } catch (error) {
    throw asProblem(error, folder);
  } finally {
    await rm(part, { force: true });
    lock.release();
  }
}
