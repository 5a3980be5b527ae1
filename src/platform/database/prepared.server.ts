/**
 * Statements that are sent often are prepared once a connection: planning one anew costs the server more than running it.
 * The first few times a statement goes as it is, so that one that is seen once leaves nothing behind.
 */
import type { PostgresPool } from 'kysely';
import type pg from 'pg';
import { type Result, type Statement, sendBatch } from './batch.server.ts';

/** Times a statement is seen before it gets a name. */
const often = 3;
/** Statements that may have names; lists of changing length could make more of them than a server should keep. */
const most = 500;

const seen = new Map<string, number>();
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < often) {
    if (seen.size >= 10 * most) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const name = `p${names.size}`;
  names.set(text, name);
  return name;
}

/** A migration has changed what a prepared statement answers; the connection has to prepare it afresh. */
export function isOutdatedPlan(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000' && error.message.startsWith('cached plan');
}

/** Connections whose prepared statements a migration has outdated: they go on without. */
const outdated = new WeakSet<pg.ClientBase>();

/** Several statements in one turn; an outdated plan fails the transaction, to be tried again. */
export async function preparingBatch(client: pg.PoolClient, statements: readonly Statement[]): Promise<readonly Result[]> {
  const prepares = !outdated.has(client);
  try {
    return await sendBatch(
      client,
      statements.map(({ text, values }) => ({ text, values, name: prepares ? nameOf(text) : undefined })),
    );
  } catch (error) {
    if (isOutdatedPlan(error)) outdated.add(client);
    throw error;
  }
}

type Query = (text: string, values?: readonly unknown[]) => Promise<Result>;

function queryOn(client: pg.PoolClient): Query {
  return async (text, values = []) => {
    const [result] = await preparingBatch(client, [{ text, values }]);
    if (result === undefined) throw new Error('the server gave no result');
    return result;
  };
}

function standIn(client: pg.PoolClient, changes: Readonly<Record<string, unknown>>): pg.PoolClient {
  return new Proxy(client, {
    get: (target, name) => (typeof name === 'string' && name in changes ? changes[name] : Reflect.get(target, name)),
  });
}

/** A client in a transaction, which the query builder cannot give back. An outdated plan fails the transaction, to be tried again. */
export function preparingInTransaction(client: pg.PoolClient): pg.PoolClient {
  return standIn(client, { query: queryOn(client), release: () => undefined });
}

const alone = new WeakMap<pg.PoolClient, pg.PoolClient>();

/** A client for single statements: one whose plan is outdated is sent again as it is. */
function preparingAlone(client: pg.PoolClient): pg.PoolClient {
  const known = alone.get(client);
  if (known !== undefined) return known;
  const first = queryOn(client);
  const query: Query = async (text, values) => {
    try {
      return await first(text, values);
    } catch (error) {
      if (!isOutdatedPlan(error)) throw error;
      return first(text, values);
    }
  };
  const made = standIn(client, { query });
  alone.set(client, made);
  return made;
}

/** The pool as the query builder is to have it. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  return { options: pool.options, connect: async () => preparingAlone(await pool.connect()), end: () => pool.end() };
}
