/** Every statement that writes or locks sessions. */
import type { Ctx } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';
import type { Device } from './device.ts';

const minute = 60_000;
const sessionLife = 30 * 24 * 60 * minute;
/** Who gave a password has this long to show the second factor. */
const waitingLife = 15 * minute;
/** When a session was last used is kept to this much; more often would be a write for every page. */
const usedWithin = 10 * minute;

export type NewSession = Device & { readonly token: string; readonly strong: boolean; readonly waiting: boolean };

export async function insertSession(ctx: Ctx, person: PersonId, { token, waiting, ...facts }: NewSession): Promise<void> {
  const life = waiting ? waitingLife : sessionLife;
  await ctx.db
    .insertInto('directory.sessions')
    .values({
      token_hash: hashToken(token),
      id: ctx.ids.random(),
      person_id: person,
      created_at: ctx.now,
      seen_at: ctx.now,
      proved_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + life),
      waiting,
      ...facts,
    })
    .execute();
}

/** Notes that a session is in use, outside of any act: nothing hangs on it but what its owner reads. */
export async function noteUse(database: Database, id: string, { seenAt, now }: { seenAt: Date; now: Date }): Promise<void> {
  if (now.getTime() - seenAt.getTime() < usedWithin) return;
  await database.db.updateTable('directory.sessions').set({ seen_at: now }).where('id', '=', id).where('seen_at', '<', now).execute();
}

type Waiting = { readonly id: string; readonly person: PersonId };

/** The session that waits for its second factor, locked, so that it is gone on with once. */
export async function lockWaiting(ctx: Ctx, token: string): Promise<Waiting | undefined> {
  const row = await ctx.db
    .selectFrom('directory.sessions')
    .select(['id', 'person_id'])
    .where('token_hash', '=', hashToken(token))
    .where('waiting', '=', true)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst();
  return row && { id: row.id, person: row.person_id };
}

/** A session of this person, locked; nobody else's. */
export async function lockOwnSession(ctx: Ctx, person: PersonId, id: string): Promise<{ readonly id: string } | undefined> {
  return ctx.db
    .selectFrom('directory.sessions')
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst();
}

export async function deleteSession(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('directory.sessions').where('id', '=', id).execute();
}

/** All of the person's but this one; answers how many there were. */
export async function deleteOtherSessions(ctx: Ctx, person: PersonId, id: string): Promise<number> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('directory.sessions')
    .where('person_id', '=', person)
    .where('id', '<>', id)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function deleteSessions(ctx: Ctx, person: PersonId): Promise<void> {
  await ctx.db.deleteFrom('directory.sessions').where('person_id', '=', person).execute();
}

/** Whoever sits there has proved who they are, this once more. */
export async function markProved(ctx: Ctx, id: string, { strong }: { strong: boolean }): Promise<void> {
  await ctx.db
    .updateTable('directory.sessions')
    .set({ proved_at: ctx.now, ...(strong && { strong }) })
    .where('id', '=', id)
    .execute();
}
