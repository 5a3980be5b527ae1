/** A database of its own for each test file: a copy of the migrated template, dropped when the file ends. */
import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '#platform/database/transaction.server.ts';
import { brokenInvariants } from './invariants.ts';
import { onDatabase, type Template, templateName, withClient } from './postgres/template.ts';
import { tablesOfOrganisations, unboundStatements } from './statements.ts';

export type TestDatabase = {
  readonly name: string;
  /** As the web process has it: the app role, row-level security on. */
  readonly app: Database;
  readonly jobs: Database;
  /** For arranging, and for looking at what the app role may not see. */
  readonly owner: Database;
  readonly urls: Readonly<Record<'owner' | 'app' | 'jobs', string>>;
  /** Every statement the app role's query builder has sent since this was last emptied. */
  readonly statements: string[];
  /** The same since the beginning, each once. */
  readonly everyStatement: ReadonlySet<string>;
  /** Stops the database's clock at an instant; `undefined` lets it run again. */
  readonly setClock: (at: Date | undefined) => Promise<void>;
  readonly drop: () => Promise<void>;
};

/** Settings made with ALTER DATABASE (the search path) are not copied with a template, so they are made again. */
const copiedSettings = `
  select format('alter database %I set %s to %s', $1::text, split_part(s, '=', 1), substr(s, strpos(s, '=') + 1)) as statement
    from pg_db_role_setting r join pg_database d on d.oid = r.setdatabase, unnest(r.setconfig) s
   where d.datname = $2 and r.setrole = 0`;

async function copyTemplate(template: Template, name: string, from: string): Promise<void> {
  const owner = new URL(template.ownerUrl).username;
  await withClient(template.superUrl, async (client) => {
    // Nobody may be in a database while it is copied; whoever was comes back by itself.
    if (from !== templateName)
      await client.query('select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()', [
        from,
      ]);
    await client.query(`create database ${name} owner ${owner} template ${from} strategy file_copy`);
    const { rows } = await client.query<{ statement: string }>(copiedSettings, [name, from]);
    for (const { statement } of rows) await client.query(statement);
  });
}

/** A copy of the template, or of a test's own database as it stands, that the caller drops; `testDatabase` is for the usual case of one a file. */
export async function createDatabase(from: string = templateName): Promise<TestDatabase> {
  const template = inject('template');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await copyTemplate(template, name, from);
  const on = (url: string) => onDatabase(url, name);
  const urls = { owner: on(template.ownerUrl), app: on(template.appUrl), jobs: on(template.jobsUrl) };
  const statements: string[] = [];
  const everyStatement = new Set<string>();
  const observe = (sql: string) => {
    statements.push(sql);
    everyStatement.add(sql);
  };
  const app = openDatabase(urls.app, { max: 8, name: 'test app', observe });
  const jobs = openDatabase(urls.jobs, { max: 4, name: 'test jobs' });
  const owner = openDatabase(urls.owner, { max: 2, name: 'test owner' });
  const setClock = async (at: Date | undefined) => {
    await owner.pool.query('delete from test_clock.now');
    if (at !== undefined) await owner.pool.query('insert into test_clock.now (at) values ($1)', [at]);
  };
  const drop = async () => {
    await Promise.all([app.close(), jobs.close(), owner.close()]);
    await withClient(template.superUrl, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { name, app, jobs, owner, urls, statements, everyStatement, setClock, drop };
}

async function faultsOf(database: TestDatabase): Promise<string[]> {
  const url = onDatabase(inject('template').superUrl, database.name);
  const broken = await brokenInvariants(url);
  const unbound = unboundStatements(database.everyStatement, await tablesOfOrganisations(url));
  return [...broken.map((one) => `invariant broken: ${one}`), ...unbound.map((one) => `statement without its organisation: ${one}`)];
}

/**
 * `const database = await testDatabase()` at the top of a test file. After the file's last test every invariant must hold in
 * what the tests have left and every statement must have named its organisation; then the database is dropped.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  afterAll(async () => {
    const faults = await faultsOf(database);
    await database.drop();
    if (faults.length > 0) throw new Error(`left by the tests of this file:\n${faults.join('\n')}`);
  });
  return database;
}
