/** Reading secret tables: inside one snapshot, with the reader's claims, and with the scopes the view opens after it has asked who reads. */
import { type Ctx, personOf } from '../context.ts';
import { transaction } from './transaction.server.ts';

/** `work` gets a context bound to the snapshot, whose `now` is the database's clock. Nothing can be written. */
export function snapshot<T>(ctx: Ctx, scopes: readonly string[], work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const claims = { organisation: ctx.organisation, person: personOf(ctx), scopes };
  return transaction(ctx.database, claims, (db, now) => work({ ...ctx, db, now: ctx.clock ?? now }), { readOnly: true });
}
