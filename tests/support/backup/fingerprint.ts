/** What a database holds, row by row, as nobody's policy hides it: for comparing what was backed up with what was restored. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { isPassing } from '#platform/backup/tables.server.ts';
import { withClient } from '../postgres/template.ts';

export type Rows = ReadonlyMap<string, readonly string[]>;

/** Numbers of transactions are made anew by a restore. */
const renumbered: Readonly<Record<string, string>> = {
  'plaudit.audit_events': ` - 'transaction_id'`,
  'plaudit.audit_chains': ` - 'sealed_to'`,
};

async function namesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('plaudit', 'directory') and c.relkind = 'r' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every table as text, in one order; tables that a backup leaves out are left out. */
export function rowsOf(superUrl: string): Promise<Rows> {
  return withClient(superUrl, async (client) => {
    await client.query("set timezone = 'UTC'");
    const all = new Map<string, readonly string[]>();
    for (const name of await namesOf(client)) {
      if (isPassing(name)) continue;
      const { rows } = await client.query<{ row: string }>(
        `select (to_jsonb(t)${renumbered[name] ?? ''})::text as row from ${name} t order by 1`,
      );
      all.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return all;
  });
}

/** Tables whose rows are secret: a backup must have seen some of each, or nothing was shown about them. */
export async function secretTables(superUrl: string): Promise<string[]> {
  return withClient(superUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select 'plaudit.' || relname as name from pg_class where relnamespace = 'plaudit'::regnamespace and relrowsecurity order by 1`,
    );
    return rows.map(({ name }) => name);
  });
}

/** Every file below a folder with the hash of what is in it. */
export function filesBelow(folder: string): string[] {
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => `${entry.name} ${hash(join(entry.parentPath, entry.name))}`)
    .sort();
}

/** Where a text stands: every table that has it in a row, every log and file of ours below a folder. */
export async function placesOf(text: string, superUrl: string): Promise<string[]> {
  return withClient(superUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('plaudit', 'directory', 'graphile_worker') and c.relkind = 'r' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hit = await client.query(`select from ${name} t where t::text ilike '%' || $1 || '%' limit 1`, [text]);
      if (hit.rowCount !== 0) found.push(name);
    }
    return found;
  });
}
