/**
 * Migrations are plain SQL files, forward only, one transaction each. Safe when several processes start at once: the
 * table of applied migrations is locked, the losers wait and find nothing to do. A file that changed after it was applied is refused.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';

const folder = new URL('../../../db/migrations/', import.meta.url);
/** A statement that cannot get its lock gives up after this and is tried again, so that a migration never blocks the queue of readers. */
const lockTimeout = '2s';
const attempts = 30;

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };
export type Say = (line: string) => void;

class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
  }
}

export function listMigrations(from: URL = folder): Migration[] {
  return readdirSync(from)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, from), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

async function prepare(client: pg.Client): Promise<void> {
  try {
    await client.query(`create table if not exists public.plaudit_migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  } catch (error) {
    // Two processes may both find it absent; the loser's error means that it is there now.
    if (!(error instanceof pg.DatabaseError && (error.code === '23505' || error.code === '42P07'))) throw error;
  }
}

async function appliedOf(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.plaudit_migrations');
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

/** Applies one migration unless another process has; true when it was us. */
async function apply(client: pg.Client, migration: Migration): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '${lockTimeout}'`);
    await client.query('lock table public.plaudit_migrations in exclusive mode');
    const before = (await appliedOf(client)).get(migration.name);
    if (before !== undefined) {
      await client.query('rollback');
      return false;
    }
    await client.query(migration.sql);
    await client.query('insert into public.plaudit_migrations (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function applyPatiently(client: pg.Client, migration: Migration): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await apply(client, migration);
    } catch (error) {
      const waiting = error instanceof pg.DatabaseError && error.code === '55P03';
      if (!waiting || attempt === attempts)
        throw new MigrationError(`Migration ${migration.name} failed: ${String(error)}`, { cause: error });
      await sleep(250);
    }
  }
}

/** The queue's own tables, then the right of the jobs role to work on them (its tables have row-level security on). */
async function migrateQueue(ownerUrl: string, client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query('lock table public.plaudit_migrations in exclusive mode');
  await runMigrations({ connectionString: ownerUrl });
  await client.query('grant usage on schema graphile_worker to plaudit_jobs_rights');
  await client.query('grant select, insert, update, delete on all tables in schema graphile_worker to plaudit_jobs_rights');
  await client.query('grant usage, select on all sequences in schema graphile_worker to plaudit_jobs_rights');
  await client.query('grant execute on all functions in schema graphile_worker to plaudit_jobs_rights');
  await client.query(`do $$ declare t record; begin
    for t in select c.relname from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid) loop
      execute format('create policy jobs_work on graphile_worker.%I to plaudit_jobs_rights using (true) with check (true)', t.relname);
    end loop; end $$`);
  await client.query('commit');
}

export type MigrateOptions = { readonly say?: Say; readonly migrations?: readonly Migration[] };

/** Brings a database to the newest shape. Roles must exist (`ensureRoles`). */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<{ applied: string[] }> {
  const migrations = options.migrations ?? listMigrations();
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'plaudit migrate' });
  await client.connect();
  try {
    await prepare(client);
    const before = await appliedOf(client);
    const known = new Set(migrations.map((m) => m.name));
    const unknown = [...before.keys()].filter((name) => !known.has(name));
    if (unknown.length > 0)
      throw new MigrationError(
        `The database has migrations this version does not know (${unknown.join(', ')}): it was made by a newer Plaudit. Start that version, or restore a backup.`,
      );
    const applied: string[] = [];
    for (const migration of migrations) {
      const was = before.get(migration.name);
      if (was !== undefined && was !== migration.sha256)
        throw new MigrationError(
          `Migration ${migration.name} was changed after it was applied. Migrations are forward only: undo the change and add a new file.`,
        );
      if (was === undefined && (await applyPatiently(client, migration))) {
        applied.push(migration.name);
        options.say?.(`migrated ${migration.name}`);
      }
    }
    await migrateQueue(ownerUrl, client);
    return { applied };
  } finally {
    await client.end();
  }
}
