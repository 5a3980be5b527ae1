/** The owner of everything of ours in the embedded cluster: it may make roles and databases, and is no superuser. */
import { existsSync } from 'node:fs';
import pg from 'pg';
import { problem } from '#core/problems/problem.ts';
import { keptSecret } from '../data-folder.server.ts';
import { type Paths, superuser } from './cluster.server.ts';

const owner = 'plaudit_owner';
const database = 'plaudit';

function url(user: string, password: string, port: number, name: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
}

/** The connection strings of a cluster on a port. The superuser's password was set by initdb and cannot be made again. */
export function urlsOf(paths: Paths, port: number): { ownerUrl: string; superUrl: string } {
  if (!existsSync(paths.superPassword)) throw problem('installation.password-file-missing', { file: paths.superPassword });
  return {
    ownerUrl: url(owner, keptSecret(paths.ownerPassword), port, database),
    superUrl: url(superuser, keptSecret(paths.superPassword), port, 'postgres'),
  };
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'plaudit set-up' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Wrong password, no such role, no such database: what the set-up below mends. */
const mendable = new Set(['28P01', '28000', '3D000']);

async function ownerConnects(ownerUrl: string): Promise<boolean> {
  try {
    await withClient(ownerUrl, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && mendable.has(error.code ?? '')) return false;
    throw error;
  }
}

/** Makes or mends the owner and its database; one connection and one query when all is well. */
export async function ensureOwner({ ownerUrl, superUrl }: { ownerUrl: string; superUrl: string }): Promise<void> {
  if (await ownerConnects(ownerUrl)) return;
  await withClient(superUrl, async (client) => {
    const password = client.escapeLiteral(decodeURIComponent(new URL(ownerUrl).password));
    const has = async (sql: string, name: string) => (await client.query(sql, [name])).rowCount === 1;
    const verb = (await has('select from pg_roles where rolname = $1', owner)) ? 'alter' : 'create';
    await client.query(`${verb} role ${owner} login createrole createdb nosuperuser nobypassrls noreplication password ${password}`);
    if (!(await has('select from pg_database where datname = $1', database)))
      await client.query(`create database ${database} owner ${owner}`);
  });
}
