/**
 * The transaction: begin, claims, clock and a first read in one turn, a last write and the commit in another, retried when the
 * server says that only timing was at fault, and honest when nobody can know whether it was committed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { problem } from '#core/problems/problem.ts';
import type { Statement } from './batch.server.ts';
import { type Db, openPool, type PoolOptions, type Schema } from './db.server.ts';
import { lostConnection } from './lost-connection.ts';
import { isOutdatedPlan, preparingBatch, preparingInTransaction, preparingPool } from './prepared.server.ts';
import { letSendTogether } from './together.server.ts';

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
  letSendTogether(db, (statements) => {
    for (const { text } of statements) observe?.(text);
    return preparingBatch(client, statements);
  });
  boundTo.set(client, db);
  return db;
}

const claiming = `select set_config('plaudit.organisation', $1, true), set_config('plaudit.person', $2, true),
  set_config('plaudit.scopes', $3, true), plaudit.plaudit_now() as now`;

type Opening = { readonly now: Date; readonly rows: readonly unknown[] };

async function begin(client: pg.PoolClient, claims: Claims, readOnly: boolean, first: Statement | undefined): Promise<Opening> {
  const results = await preparingBatch(client, [
    { text: readOnly ? 'begin isolation level repeatable read read only' : 'begin', values: [] },
    { text: claiming, values: [claims.organisation, claims.person ?? '', claims.scopes?.join(' ') ?? ''] },
    ...(first ? [first] : []),
  ]);
  const row = results[1]?.rows[0] as { now: Date } | undefined;
  if (row === undefined) throw new Error('the database gave no clock');
  return { now: row.now, rows: results[2]?.rows ?? [] };
}

/** An error proper says that the transaction failed; a connection that ends says nothing about the commit that was under way. */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}

async function commit(client: Marked, last: Statement | undefined, readOnly: boolean): Promise<void> {
  client.unreplicated = false;
  let command: string | undefined;
  try {
    const results = await preparingBatch(client, [...(last ? [last] : []), { text: 'commit', values: [] }]);
    command = results.at(-1)?.command;
  } catch (error) {
    // The server may have committed before the connection went: a retry under the same key finds out.
    if (!readOnly && lostConnection(error) && !isRefusal(error)) throw problem('general.unknown-outcome');
    throw error;
  }
  if (client.unreplicated) throw problem('general.unknown-outcome');
  if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back at its end');
}

/** `asked` is this process's clock when it asked for the database's, `rows` what `first` found. */
export type Begun = { readonly asked: number; readonly rows: readonly unknown[] };
/** `now` is the database's clock at the start. May run more than once. */
type Work<T> = (db: Db, now: Date, begun: Begun) => Promise<T>;

async function once<T>(client: Marked, database: Database, claims: Claims, work: Work<T>, options: TransactionOptions<T>): Promise<T> {
  const { readOnly = false, first, last } = options;
  const observe = observers.get(database.pool);
  const asked = performance.now();
  try {
    const { now, rows } = await begin(client, claims, readOnly, first);
    const result = await work(bind(client, observe), now, { asked, rows });
    const closing = last?.(result);
    for (const statement of [first, closing]) if (statement) observe?.(statement.text);
    await commit(client, closing, readOnly);
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function connect(database: Database): Promise<Marked> {
  try {
    return await database.pool.connect();
  } catch (error) {
    if (lostConnection(error)) throw problem('general.busy');
    throw error;
  }
}

export type TransactionOptions<T> = {
  readonly readOnly?: boolean;
  /** A read that needs nothing but its claims: it goes with the beginning. */
  readonly first?: Statement | undefined;
  /** A write of which nothing needs to be known: it goes with the commit. */
  readonly last?: (result: T) => Statement | undefined;
};

/**
 * Runs `work` in one transaction; `now` is the database's clock at its start. `work` may run more than once, so it must
 * have no effect outside the database.
 * @throws Problem `general.busy` (nothing was done) or `general.unknown-outcome` (nobody can know)
 */
export async function transaction<T>(database: Database, claims: Claims, work: Work<T>, options: TransactionOptions<T> = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await connect(database);
    let broken = false;
    try {
      return await once(client, database, claims, work, options);
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
