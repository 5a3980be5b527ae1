/**
 * Statements that are sent often are prepared once a connection: planning one anew costs the server more than running it.
 * The first few times a statement goes as it is, so that one that is seen once leaves nothing behind.
 */
import type pg from 'pg';

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

async function run(client: pg.ClientBase, text: string, values: unknown[]): Promise<pg.QueryResult> {
  const name = outdated.has(client) ? undefined : nameOf(text);
  try {
    return await client.query(name === undefined ? { text, values } : { name, text, values });
  } catch (error) {
    if (isOutdatedPlan(error)) outdated.add(client);
    throw error;
  }
}

/** The client as the query builder is to have it; `changes` stands in for members of its own. */
export function preparing(client: pg.PoolClient, changes: Partial<pg.PoolClient> = {}): pg.PoolClient {
  const query = (text: string, values: readonly unknown[] = []) => run(client, text, [...values]);
  const own = new Map<string | symbol, unknown>([['query', query], ...Object.entries(changes)]);
  return new Proxy(client, { get: (target, name) => (own.has(name) ? own.get(name) : Reflect.get(target, name)) });
}
