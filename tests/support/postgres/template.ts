/** The template every test database is copied from: migrated once, with the one change a test may make to the product: the clock. */
import { Client } from 'pg';
import { migrate } from '#platform/database/migrate.server.ts';
import { ensureRoles, roleUrl } from '#platform/database/roles.server.ts';
import type { TestServer } from './server.ts';

/** Migrated and left alone: what is shipped, to be read by tests of the schema. */
const shippedName = 'plaudit_shipped';
export const templateName = 'plaudit_template';
/** The installation secret of the tests: the passwords of the roles are derived from it. */
const testSecret = 'a secret that only tests use, 32 characters or more';

/** What a test file needs to make its own database and connect to it in each of the three roles. */
export type Template = {
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly jobsUrl: string;
  /** The owner's connection to a database as the product makes it, its clock included. */
  readonly shippedUrl: string;
};

export function onDatabase(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.href;
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * `plaudit_now()` answers the instant in `test_clock.now` once a test has set one, and the shipped clock before that.
 * The shipped body is moved aside word for word, so that an unset test clock is the product's own.
 */
async function makeClockSettable(client: Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; definition: string }>(
    `select n.nspname as schema, pg_get_functiondef(p.oid) as definition
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.proname = 'plaudit_now'`,
  );
  const shipped = rows[0];
  if (rows.length !== 1 || shipped === undefined) throw new Error(`expected one function plaudit_now(), found ${rows.length}`);
  const moved = shipped.definition.replace(`${shipped.schema}.plaudit_now(`, 'test_clock.shipped_now(');
  if (moved === shipped.definition) throw new Error(`cannot read the definition of plaudit_now(): ${shipped.definition}`);
  await client.query(`
    create schema test_clock;
    create table test_clock.now (at timestamptz not null);
    ${moved};
    create or replace function ${shipped.schema}.plaudit_now() returns timestamptz language sql stable parallel safe security definer
      set search_path = pg_catalog as $$ select coalesce((select at from test_clock.now), test_clock.shipped_now()) $$;`);
}

export async function makeTemplate(server: TestServer): Promise<Template> {
  const [shippedUrl, ownerUrl] = [onDatabase(server.ownerUrl, shippedName), onDatabase(server.ownerUrl, templateName)];
  const make = (name: string, from: string) =>
    withClient(server.superUrl, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name} owner ${new URL(ownerUrl).username} template ${from} strategy file_copy`);
    });
  await make(shippedName, 'template0');
  await ensureRoles(shippedUrl, testSecret);
  await migrate(shippedUrl);
  await make(templateName, shippedName);
  await ensureRoles(ownerUrl, testSecret);
  await withClient(ownerUrl, makeClockSettable);
  return {
    superUrl: server.superUrl,
    ownerUrl,
    appUrl: roleUrl(ownerUrl, testSecret, 'app'),
    jobsUrl: roleUrl(ownerUrl, testSecret, 'jobs'),
    shippedUrl,
  };
}
