/**
 * Three database roles: the owner migrates, the application and the jobs process own nothing. Rights belong to two
 * group roles; the login roles are made per database, so that two installations in one cluster stay apart.
 */
import { createHmac } from 'node:crypto';
import pg from 'pg';

export type LoginRole = 'app' | 'jobs';

const groups: Record<LoginRole, string> = { app: 'plaudit_app_rights', jobs: 'plaudit_jobs_rights' };

function databaseOf(ownerUrl: string): string {
  return decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
}

/** The password of a login role is derived, so that a process on another machine needs only the secret. */
function passwordOf(secret: string, database: string, role: LoginRole): string {
  return createHmac('sha256', secret).update(`plaudit role ${database} ${role}`).digest('base64url');
}

/** Connection string of a login role, from the owner's and the installation secret. */
export function roleUrl(ownerUrl: string, secret: string, role: LoginRole): string {
  const url = new URL(ownerUrl);
  const database = databaseOf(ownerUrl);
  url.username = encodeURIComponent(`${database}_${role}`);
  url.password = passwordOf(secret, database, role);
  return url.href;
}

async function ensureGroup(client: pg.ClientBase, name: string): Promise<void> {
  // Another installation may create the same group at the same moment: that is as good as ours.
  await client.query(`do $$ begin create role ${name} nologin; exception when duplicate_object or unique_violation then null; end $$`);
}

async function ensureLogin(client: pg.ClientBase, ownerUrl: string, secret: string, role: LoginRole): Promise<void> {
  const database = databaseOf(ownerUrl);
  const name = client.escapeIdentifier(`${database}_${role}`);
  const password = client.escapeLiteral(passwordOf(secret, database, role));
  await client.query(
    `do $$ begin create role ${name} login noinherit; exception when duplicate_object or unique_violation then null; end $$`,
  );
  await client.query(`alter role ${name} login inherit password ${password}`);
  await client.query(`grant ${groups[role]} to ${name}`);
  await client.query(`grant connect, temporary on database ${client.escapeIdentifier(database)} to ${name}`);
}

/** Makes or mends the roles and the database's search path. Idempotent; needs CREATEROLE or roles made beforehand. */
export async function ensureRoles(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'plaudit roles' });
  await client.connect();
  try {
    const database = client.escapeIdentifier(databaseOf(ownerUrl));
    for (const role of ['app', 'jobs'] as const) {
      await ensureGroup(client, groups[role]);
      await ensureLogin(client, ownerUrl, secret, role);
    }
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`alter database ${database} set search_path = plaudit, directory`);
  } finally {
    await client.end();
  }
}

/** What is wrong with the role a process connected as; empty when it may serve. */
export async function faultsOfRole(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(`
    select 'is a superuser' as fault from pg_roles where rolname = current_user and rolsuper
    union all select 'bypasses row-level security' from pg_roles where rolname = current_user and rolbypassrls
    union all select 'owns ' || n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('plaudit', 'directory') and pg_get_userbyid(c.relowner) = current_user
    union all select 'may ' || lower(p) || ' ' || t from unnest(array['UPDATE','DELETE','TRUNCATE']) p,
      unnest(array['plaudit.audit_events','plaudit.audit_bodies','plaudit.audit_seals']) t
      where to_regclass(t) is not null and has_table_privilege(current_user, t, p)`);
  return rows.map((r) => r.fault);
}
