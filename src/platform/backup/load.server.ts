/**
 * Loading a backup into an empty database: the shape of its own migrations, all rows in one transaction, then what this version adds.
 * From the first row to the end of the restore a mark stands in the database, and while it stands no process serves from it.
 */

import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { problem } from '#core/problems/problem.ts';
import { listMigrations, migrate } from '../database/migrate.server.ts';
import { ensureRoles } from '../database/roles.server.ts';
import { type Manifest, queue } from './contents.ts';
import { mark } from './mark.server.ts';

/** The migrations of the backup, as this version has them. @throws Problem `backup.newer` */
function migrationsOf(manifest: Manifest) {
  const known = new Map(listMigrations().map((migration) => [migration.name, migration]));
  const unknown = manifest.migrations.filter(({ name, sha256 }) => known.get(name)?.sha256 !== sha256);
  if (unknown.length > 0) throw problem('backup.newer', { version: manifest.version, unknown: unknown.map(({ name }) => name).join(', ') });
  return manifest.migrations.flatMap(({ name }) => known.get(name) ?? []);
}

const schemas = ['plaudit', 'directory', 'graphile_worker'];

/** Whether anything of ours holds a row; a database that was only migrated is as good as an empty one. */
async function refuseUnlessEmpty(client: pg.ClientBase, database: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('plaudit', 'directory') and c.relkind = 'r'`,
  );
  for (const { name } of rows) {
    const found = await client.query(`select from ${name} limit 1`);
    if (found.rowCount !== 0) throw problem('backup.not-empty', { database, table: name });
  }
}

async function dropOurs(client: pg.ClientBase): Promise<void> {
  for (const schema of schemas) await client.query(`drop schema if exists ${schema} cascade`);
  await client.query('drop table if exists public.plaudit_migrations');
}

type ForeignKey = { readonly owner: string; readonly name: string; readonly definition: string };

const foreignKeys = `select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and conparentid = 0 and connamespace in ('plaudit'::regnamespace, 'directory'::regnamespace)`;
const walled = `select oid::regclass::text as name from pg_class where relrowsecurity and relforcerowsecurity and relnamespace = 'plaudit'::regnamespace`;
const withTriggers = `select distinct tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not tgisinternal and relnamespace in ('plaudit'::regnamespace, 'directory'::regnamespace)`;

/** Events keep their order under small numbers, because a new cluster counts its transactions from the start, and sealing goes by them. */
const renumber = `
  with ranks as (select organisation_id, id, dense_rank() over (order by transaction_id) as rank from plaudit.audit_events)
    update plaudit.audit_events e set transaction_id = r.rank::text::xid8 from ranks r
    where r.organisation_id = e.organisation_id and r.id = e.id;
  update plaudit.audit_chains c set sealed_to = '0' where c.sealed_to <> '0'`;

const makeQueue = `create temporary table restored_jobs (task text, queue text, payload json, priority integer, run_at timestamptz,
  attempts integer, max_attempts integer, last_error text, key text) on commit drop`;
/** Jobs that wait for somebody else's server are not made again: what they would do is decided by a person. */
const fillQueue = `with made as (
    select j.attempts, j.last_error, (graphile_worker.add_job(identifier => j.task, payload => j.payload, queue_name => j.queue, run_at => j.run_at,
      max_attempts => j.max_attempts, job_key => j.key, priority => j.priority)).id as id
    from restored_jobs j where j.task <> all ($1))
  select id, attempts, last_error from made`;

export type Loading = {
  readonly ownerUrl: string;
  readonly secret: string;
  readonly manifest: Manifest;
  /** Tasks whose jobs are not made again. */
  readonly heldTasks: readonly string[];
};

export type Load = {
  readonly rows: (table: string, columns: readonly string[], piece: Buffer) => Promise<void>;
  /** Makes what was loaded the database, all or nothing. */
  readonly commit: (file: string) => Promise<{ readonly jobs: number }>;
  /** Ends the connection; without a commit before, nothing was done. */
  readonly close: () => Promise<void>;
};

async function copyInto(client: pg.ClientBase, statement: string, piece: Buffer): Promise<void> {
  const stream = client.query(copyFrom(statement));
  stream.end(piece);
  await finished(stream);
}

async function restoreQueue(client: pg.ClientBase, held: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ id: string; attempts: number; last_error: string | null }>(fillQueue, [held]);
  await client.query(
    `update graphile_worker._private_jobs j set attempts = r.attempts, last_error = r.last_error
     from jsonb_to_recordset($1::jsonb) as r (id bigint, attempts integer, last_error text) where j.id = r.id`,
    [JSON.stringify(rows)],
  );
  return rows.length;
}

/** The cluster's counter is moved past the numbers of the events, so that every new one comes after them. */
export async function moveCounter(client: pg.ClientBase): Promise<void> {
  await client.query(`do $$ declare goal xid8 := (select coalesce(max(transaction_id), '0') from plaudit.audit_events); begin
    while pg_current_xact_id() <= goal loop commit; end loop; end $$`);
}

async function connected(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'plaudit restore' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set timezone = 'UTC'; set datestyle = 'ISO'");
  return client;
}

async function prepare(client: pg.Client, { ownerUrl, secret, manifest }: Loading): Promise<void> {
  const migrations = migrationsOf(manifest);
  await refuseUnlessEmpty(client, decodeURIComponent(new URL(ownerUrl).pathname.slice(1)));
  await dropOurs(client);
  await ensureRoles(ownerUrl, secret);
  await migrate(ownerUrl, { migrations });
}

export async function beginLoad(loading: Loading): Promise<Load> {
  const { ownerUrl, manifest, heldTasks } = loading;
  const client = await connected(ownerUrl);
  try {
    await prepare(client, loading);
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.query('begin');
  const keys = (await client.query<ForeignKey>(foreignKeys)).rows;
  const walls = (await client.query<{ name: string }>(walled)).rows;
  const watched = (await client.query<{ name: string }>(withTriggers)).rows;
  for (const { owner, name } of keys) await client.query(`alter table ${owner} drop constraint ${name}`);
  for (const { name } of walls) await client.query(`alter table ${name} no force row level security`);
  // What triggers wrote is among the rows of the backup: written once more it would be there twice.
  for (const { name } of watched) await client.query(`alter table ${name} disable trigger user`);
  await client.query(makeQueue);
  for (const { name } of manifest.tables) await client.query(`truncate ${name}`);
  return {
    rows: (table, columns, piece) => {
      const into = table === queue.name ? 'restored_jobs' : table;
      return copyInto(client, `copy ${into} (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`, piece);
    },
    commit: async (file) => {
      await client.query(renumber);
      for (const { owner, name, definition } of keys) await client.query(`alter table ${owner} add constraint ${name} ${definition}`);
      for (const { name } of walls) await client.query(`alter table ${name} force row level security`);
      for (const { name } of watched) await client.query(`alter table ${name} enable trigger user`);
      const jobs = await restoreQueue(client, heldTasks);
      await mark.set(client, { backup: manifest.id, takenAt: manifest.takenAt, file });
      await client.query('commit');
      await client.query('analyze');
      return { jobs };
    },
    close: () => client.end(),
  };
}
