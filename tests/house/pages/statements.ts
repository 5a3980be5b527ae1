/** How many statements reach the server: the query builder's, the pool's own and those around transactions alike. */
import type { Pool, PoolClient } from 'pg';

const textOf = (statement: unknown): string => (typeof statement === 'string' ? statement : (statement as { text: string }).text);

/** Every statement that `work` sends on the pool, in order. One at a time for each pool. */
export async function statementsOf(pool: Pool, work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const watched = new Set<PoolClient>();
  const watch = (client: PoolClient) => {
    if (watched.has(client)) return;
    watched.add(client);
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      sent.push(textOf(args[0]));
      return send(...args);
    }) as PoolClient['query'];
  };
  pool.on('acquire', watch);
  try {
    await work();
  } finally {
    pool.off('acquire', watch);
    // What was laid over the client's own method goes; the method itself is on its prototype.
    for (const client of watched) Reflect.deleteProperty(client, 'query');
  }
  return sent;
}
