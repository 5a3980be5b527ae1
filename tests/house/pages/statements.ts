/** How many statements reach the server: the query builder's, the pool's own and those around transactions alike. */
import type { Pool, PoolClient } from 'pg';

/** Every statement that `work` sends on the pool, in order. One at a time for each pool. */
export async function statementsOf(pool: Pool, work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const watched = new Map<PoolClient, PoolClient['query']>();
  const watch = (client: PoolClient) => {
    if (watched.has(client)) return;
    const { query } = client;
    watched.set(client, query);
    client.query = new Proxy(query, {
      apply: (target, self, args: unknown[]) => {
        const [first] = args;
        sent.push(typeof first === 'string' ? first : (first as { text: string }).text);
        return Reflect.apply(target, self, args) as unknown;
      },
    });
  };
  pool.on('acquire', watch);
  try {
    await work();
  } finally {
    pool.off('acquire', watch);
    for (const [client, query] of watched) client.query = query;
  }
  return sent;
}
