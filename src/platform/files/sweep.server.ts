/**
 * Content nobody refers to: its row was refused, or its sender went away before there was one. It is deleted once it has lain for the
 * time of grace; what a row refers to never is. Content is on the disk before its row, so the grace is what keeps the two apart.
 */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../database/db.server.ts';
import { contentFolder } from '../files.server.ts';
import type { OrganisationId } from '../ids.ts';

/** Which of these hashes a table's rows refer to, asked by the slice whose table it is. */
type InUse = (db: Db, organisation: OrganisationId, hashes: readonly Buffer[]) => Promise<readonly Buffer[]>;

const referring = new Map<string, InUse>();

/** Every table with a column `sha256` says so here, or its content would be swept: a test compares. */
export function refersToFiles(table: string, inUse: InUse): void {
  referring.set(table, inUse);
}

export function tablesReferringToFiles(): readonly string[] {
  return [...referring.keys()];
}

const batch = 500;
const content = /^[0-9a-f]{64}$/;
/** Taken out of its place to be deleted; put back if it turns out that somebody sent it at that moment. */
const aside = /^\.swept-([0-9a-f]{64})$/;
/** Half a file, of a process that was killed while it wrote. */
const unfinished = /^\.[0-9a-f]{8}-[0-9a-f-]{27}$/;

async function modifiedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}

async function unreferred(db: Db, organisation: OrganisationId, names: readonly string[]): Promise<string[]> {
  const left = new Set(names);
  for (const inUse of referring.values()) {
    const hashes = await inUse(
      db,
      organisation,
      [...left].map((name) => Buffer.from(name, 'hex')),
    );
    for (const hash of hashes) left.delete(hash.toString('hex'));
    if (left.size === 0) break;
  }
  return [...left];
}

/** Deletes one, unless it was sent again since it was looked at: then it stands in its place again. */
async function drop(folder: string, name: string, before: number): Promise<boolean> {
  const out = join(folder, `.swept-${name}`);
  const taken = await rename(join(folder, name), out).then(
    () => true,
    () => false,
  );
  if (!taken) return false;
  const young = (await modifiedAt(out)) > before;
  if (young) await rename(out, join(folder, name)).catch(() => undefined);
  else await rm(out, { force: true });
  return !young;
}

/** What a sweep that was killed had in its hand goes back to its place, to be judged like everything else. */
async function tidyUp(folder: string, names: readonly string[], before: number): Promise<void> {
  for (const name of names) {
    const hash = aside.exec(name)?.[1];
    if (hash !== undefined) await rename(join(folder, name), join(folder, hash)).catch(() => undefined);
    else if (unfinished.test(name) && (await modifiedAt(join(folder, name))) < before) await rm(join(folder, name), { force: true });
  }
}

/** Deletes an organisation's content that is older than `before` (epoch milliseconds) and that no row refers to; says how many. */
export async function sweepFiles(db: Db, organisation: OrganisationId, before: number): Promise<number> {
  if (referring.size === 0) throw new Error('no table said that its rows refer to content, so all of it would be swept');
  const folder = contentFolder(organisation);
  const list = () => readdir(folder).catch(() => []);
  await tidyUp(folder, await list(), before);
  const old: string[] = [];
  for (const name of await list()) if (content.test(name) && (await modifiedAt(join(folder, name))) < before) old.push(name);
  let dropped = 0;
  for (let i = 0; i < old.length; i += batch) {
    for (const name of await unreferred(db, organisation, old.slice(i, i + batch))) if (await drop(folder, name, before)) dropped += 1;
  }
  return dropped;
}
