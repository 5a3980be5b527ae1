/** Statements that need nothing of each other's results, in one turn to the server and back. */
import type { CompiledQuery } from 'kysely';
import type { Result, Statement } from './batch.server.ts';
import type { Db } from './db.server.ts';

type Send = (statements: readonly Statement[]) => Promise<readonly Result[]>;

const senders = new WeakMap<Db, Send>();

/** Called by the transaction for the query builder it binds to its connection. */
export function letSendTogether(db: Db, send: Send): void {
  senders.set(db, send);
}

type Rows<Queries> = { readonly [I in keyof Queries]: Queries[I] extends CompiledQuery<infer Row> ? readonly Row[] : never };

/**
 * The rows of each, inside a transaction. They run in the order given, each in a snapshot of its own: what stands after one that
 * waited for a lock sees what was committed while it waited.
 */
export async function together<const Queries extends readonly CompiledQuery<unknown>[]>(
  db: Db,
  ...queries: Queries
): Promise<Rows<Queries>> {
  const send = senders.get(db);
  if (send === undefined) throw new Error('statements go together in a transaction only');
  const results = await send(queries.map(({ sql, parameters }) => ({ text: sql, values: parameters })));
  return results.map(({ rows }) => rows as unknown[]) as unknown as Rows<Queries>;
}
