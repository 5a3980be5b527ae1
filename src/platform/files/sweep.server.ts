/**
 * Content nobody refers to: its row was refused, or its sender went away before there was one. It is deleted once it has lain for the
 * time of grace; what a row refers to never is. Content is in the store before its row, so the grace is what keeps the two apart.
 */
import type { Db } from '../database/db.server.ts';
import { contentStore } from '../files.server.ts';
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

/** Deletes an organisation's content that is older than `before` (epoch milliseconds) and that no row refers to; says how many. */
export async function sweepFiles(db: Db, organisation: OrganisationId, before: number): Promise<number> {
  if (referring.size === 0) throw new Error('no table said that its rows refer to content, so all of it would be swept');
  const store = contentStore();
  const old = await store.old(organisation, before);
  let dropped = 0;
  for (let i = 0; i < old.length; i += batch) {
    for (const name of await unreferred(db, organisation, old.slice(i, i + batch)))
      if (await store.drop(organisation, name, before)) dropped += 1;
  }
  return dropped;
}
