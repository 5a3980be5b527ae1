/** Which tables there are, and how rows are asked of each: all at once, or an organisation at a time where only its claims open them. */
import type pg from 'pg';

export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Row-level security holds the owner too: its rows are seen under the organisation's claims. */
  readonly walled: boolean;
};

/** What lives for minutes, or must not live again: who was signed in then and which links were good is not brought back. */
const passing = new Set([
  'directory.sessions',
  'directory.links',
  'directory.answered_challenges',
  'directory.fresh_recovery_codes',
  'directory.sign_in_failures',
  'directory.pulses',
  'directory.worker_pools',
]);

export function isPassing(name: string): boolean {
  return passing.has(name);
}

const query = `select n.nspname || '.' || c.relname as name, c.relrowsecurity as walled,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('plaudit', 'directory') and c.relkind in ('r', 'p') and not c.relispartition
  order by n.nspname = 'plaudit', c.relname`;

export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(query);
  return rows.filter(({ name }) => !passing.has(name));
}

/** Every scope a policy asks for: a secret table without its scope would look empty to a backup. */
export async function scopesOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ scope: string }>(
    `select distinct m[1] as scope from pg_policy p join pg_class c on c.oid = p.polrelid,
       regexp_matches(coalesce(pg_get_expr(p.polqual, p.polrelid), ''), 'scope_open\\(''([^'']+)''', 'g') m
     where c.relnamespace = 'plaudit'::regnamespace`,
  );
  return rows.map(({ scope }) => scope);
}

/** The columns by which rows refer to content: a house test holds every such table to the name. */
export async function tablesWithContent(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_attribute a
       join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'plaudit' and c.relkind in ('r', 'p') and a.attname = 'sha256' and not a.attisdropped order by 1`,
  );
  return rows.map(({ name }) => name);
}
