/**
 * A connection that has fallen silent: the other end is gone and nobody said so, as when a cable is pulled or a firewall forgets.
 * The server ends every statement of its own accord, but from there no word of it arrives; without this a request would wait for
 * a quarter of an hour, and the pool would fill with such connections.
 */
import type { Socket } from 'node:net';
import type pg from 'pg';

type Wired = pg.PoolClient & { readonly connection: { readonly stream: Socket }; readonly _activeQuery: unknown };

/**
 * Ends a connection that owes an answer and has said nothing for `patience` milliseconds, and with it those that lie idle: they were
 * made by the same way and are as likely dead. Whoever waited is told that the database is away.
 */
export function endSilent(pool: pg.Pool, patience: number): void {
  const idle = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => idle.delete(client));
  pool.on('remove', (client) => idle.delete(client));
  pool.on('release', (_error, client) => idle.add(client));
  const end = (client: pg.PoolClient) => (client as Wired).connection.stream.destroy();
  pool.on('connect', (client) => {
    (client as Wired).connection.stream.setTimeout(patience, () => {
      if (!(client as Wired)._activeQuery) return;
      end(client);
      for (const other of idle) end(other);
    });
  });
}
