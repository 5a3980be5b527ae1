/**
 * The transaction: claims and clock in its first round trip, retried when the server says that only timing was at fault,
 * and honest when nobody can know whether it was committed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { problem } from '#core/problems/problem.ts';
import { type Db, openPool, type PoolOptions, type Schema } from './db.server.ts';
import { lostConnection } from './lost-connection.ts';
import { isOutdatedPlan, preparingInTransaction, preparingPool } from './prepared.server.ts';

/** What a transaction may claim; row-level security reads it. Scopes name secret tables an operation opens. */
export type Claims = {
  readonly organisation: string;
  readonly person?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
};

export type Database = {
  readonly pool: pg.Pool;
  /** For single statements outside a transaction. */
  readonly db: Db;
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = PoolOptions & { readonly observe?: (sql: string) => void };

/** Not acknowledged by the standby: the server says so in a warning and commits all the same. */
const unreplicated = 'canceling wait for synchronous replication';
const serialization = new Set(['40001', '40P01']);
const attempts = 8;

type Marked = pg.PoolClient & { unreplicated?: boolean };

export function openDatabase(url: string, options: DatabaseOptions): Database {
  const pool = openPool(url, options);
  pool.on('connect', (client: Marked) => {
    client.on('notice', (notice) => {
      if (notice.message?.startsWith(unreplicated)) client.unreplicated = true;
    });
  });
  const { observe } = options;
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: preparingPool(pool) }),
    ...(observe && { log: (event) => observe(event.query.sql) }),
  });
  observers.set(pool, observe);
  return { pool, db, close: () => pool.end() };
}

const observers = new WeakMap<pg.Pool, ((sql: string) => void) | undefined>();
const boundTo = new WeakMap<pg.PoolClient, Db>();

/** The query builder on one connection; made once a connection. */
function bind(client: pg.PoolClient, observe: ((sql: string) => void) | undefined): Db {
  const known = boundTo.get(client);
  if (known) return known;
  // Kysely asks a pool; this one has a single member that is never given back.
  const member = preparingInTransaction(client);
  const single = { options: {}, connect: () => Promise.resolve(member), end: () => Promise.resolve() };
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: single }),
    ...(observe && { log: (event) => observe(event.query.sql) }),
  });
  boundTo.set(client, db);
  return db;
}

function claim(client: pg.PoolClient, name: string, value: string): string {
  return `set_config('plaudit.${name}', ${client.escapeLiteral(value)}, true)`;
}

async function begin(client: pg.PoolClient, claims: Claims, readOnly: boolean): Promise<Date> {
  const settings = [
    claim(client, 'organisation', claims.organisation),
    claim(client, 'person', claims.person ?? ''),
    claim(client, 'scopes', claims.scopes?.join(' ') ?? ''),
  ];
  const text = `begin${readOnly ? ' isolation level repeatable read read only' : ''}; select ${settings.join(', ')}, plaudit.plaudit_now() as now`;
  // Two statements in one round trip: pg answers with one result each.
  const results = (await client.query(text)) as unknown as [pg.QueryResult, pg.QueryResult<{ now: Date }>];
  const row = results[1].rows[0];
  if (row === undefined) throw new Error('the database gave no clock');
  return row.now;
}

async function commit(client: Marked): Promise<void> {
  client.unreplicated = false;
  let command: string;
  try {
    command = (await client.query('commit')).command;
  } catch (error) {
    // The server may have committed before the connection went: a retry under the same key finds out.
    if (lostConnection(error)) throw problem('general.unknown-outcome');
    throw error;
  }
  if (client.unreplicated) throw problem('general.unknown-outcome');
  if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back at its end');
}

/** `now` is the database's clock at the start, `asked` this process's when it asked for it. May run more than once. */
type Work<T> = (db: Db, now: Date, asked: number) => Promise<T>;

async function once<T>(client: Marked, database: Database, claims: Claims, readOnly: boolean, work: Work<T>): Promise<T> {
  const asked = performance.now();
  const now = await begin(client, claims, readOnly);
  let result: T;
  try {
    result = await work(bind(client, observers.get(database.pool)), now, asked);
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
  await commit(client);
  return result;
}

async function connect(database: Database): Promise<Marked> {
  try {
    return await database.pool.connect();
  } catch (error) {
    if (lostConnection(error)) throw problem('general.busy');
    throw error;
  }
}

export type TransactionOptions = { readonly readOnly?: boolean };

/**
 * Runs `work` in one transaction; `now` is the database's clock at its start. `work` may run more than once, so it must
 * have no effect outside the database.
 * @throws Problem `general.busy` (nothing was done) or `general.unknown-outcome` (nobody can know)
 */
export async function transaction<T>(database: Database, claims: Claims, work: Work<T>, options: TransactionOptions = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await connect(database);
    let broken = false;
    try {
      return await once(client, database, claims, options.readOnly ?? false, work);
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      broken = client.unreplicated === true || lostConnection(error) || isUnknown(error) || isOutdatedPlan(error);
      const passing = isOutdatedPlan(error) || (code !== undefined && serialization.has(code));
      if (!passing || attempt === attempts) {
        if (lostConnection(error)) throw problem('general.busy');
        throw error;
      }
    } finally {
      client.release(broken);
    }
    await sleep(Math.random() * 10 * 2 ** attempt);
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof Error && error.message === 'general.unknown-outcome';
}
