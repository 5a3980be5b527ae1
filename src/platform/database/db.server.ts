/** One pool a process. How it is used for transactions is in `transaction.server.ts`. */
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.gen.ts';
import { endSilent } from './silence.server.ts';

export type Db = Kysely<Schema>;
export type { Schema };

export type PoolOptions = {
  readonly max: number;
  readonly name: string;
  /** Milliseconds without a word on a connection that owes an answer, after which it is given up: longer than any statement may run. */
  readonly silence?: number;
};

/** A day has no time and no zone, so it stays the text it is. */
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** Milliseconds; a pool that waits longer says so instead of letting requests pile up. */
const connectTimeout = 2_000;
const statementTimeout = 5_000;
const silence = 8_000;

export function openPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    application_name: `plaudit ${options.name}`,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
    idleTimeoutMillis: 60_000,
  });
  endSilent(pool, options.silence ?? silence);
  // Without these a database restart ends the process (57P01 on an idle client is an 'error' event).
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
