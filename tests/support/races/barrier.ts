/**
 * A race that is run rather than hoped for: the clients are let in up to what they would look at, held there all together by a lock of
 * the database, and let go at one time. Whoever looks first and acts afterwards, without holding what it looked at, has looked by then.
 */
import { type Client, escapeIdentifier } from 'pg';
import type { TestDatabase } from '../database.ts';
import { withClient } from '../postgres/template.ts';

export type Started<T> = {
  /** Answers in the order of the clients. */
  readonly settled: readonly PromiseSettledResult<T>[];
  /** How many stood at the barrier when it was opened. */
  readonly held: number;
};

async function countHeld(client: Client, database: TestDatabase): Promise<number> {
  const { rows } = await client.query<{ held: number }>(
    // Whoever waits for another transaction's end waits for no table, and its wait names no database.
    `select count(distinct l.pid)::integer as held from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where not l.granted and a.datname = $1`,
    [database.name],
  );
  return rows[0]?.held ?? 0;
}

/** The server ends a statement that has waited for five seconds. */
const patience = 4_500;

/**
 * Starts the clients while this table can be read and not written. Everybody's looks go through and everybody's acts wait, a locking
 * look among them; when all stand there, or those that are left have ended, they are let go at once. `meanwhile` is done just before.
 */
export async function startAtBarrier<T>(
  database: TestDatabase,
  table: string,
  clients: readonly (() => Promise<T>)[],
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<Started<T>> {
  // Everybody has a connection before the door is shut: making one takes a while.
  await Promise.all(clients.map(() => database.app.pool.query('select 1')));
  return withClient(database.urls.owner, async (barrier) => {
    await barrier.query('begin');
    await barrier.query(`lock table plaudit.${escapeIdentifier(table)} in exclusive mode`);
    let ended = 0;
    const running = clients.map((start) =>
      start().finally(() => {
        ended += 1;
      }),
    );
    const all = Promise.allSettled(running);
    let held = 0;
    for (const end = performance.now() + patience; performance.now() < end; ) {
      held = await countHeld(barrier, database);
      if (held + ended >= clients.length) break;
      await new Promise((next) => setTimeout(next, 5));
    }
    await meanwhile();
    await barrier.query('commit');
    return { settled: await all, held };
  });
}

export const wonOf = <T>({ settled }: Started<T>): T[] => settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));

/** Codes of refusals; anything that is none is shown whole. */
export const lostOf = ({ settled }: Started<unknown>): string[] =>
  settled
    .flatMap((one) => (one.status === 'rejected' ? [one.reason instanceof Error ? one.reason.message : String(one.reason)] : []))
    .sort();
