/** Every statement that writes the outbox after a mail was put into it. */
import type { Ctx } from '#platform/context.ts';

/** A mail that left needs its data no longer: links in it were secrets. What is kept for the local mailbox stays readable. */
export async function markSettled(ctx: Ctx, id: string, state: 'sent' | 'kept'): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set((eb) => ({
      state,
      settled_at: ctx.now,
      attempts: eb('attempts', '+', 1),
      last_error: null,
      ...(state === 'sent' && { data: '{}' }),
    }))
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export async function markRefused(ctx: Ctx, id: string, error: string): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), last_error: error.slice(0, 500) }))
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export type QueuedMail = {
  readonly id: string;
  readonly recipient: string;
  readonly mail: string;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly message_id: string;
  readonly state: string;
};

export async function findMail(ctx: Ctx, id: string): Promise<QueuedMail | undefined> {
  const row = await ctx.db
    .selectFrom('outbox')
    .select(['id', 'recipient', 'mail', 'data', 'message_id', 'state'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, data: row.data as QueuedMail['data'] };
}

/** A mail that is not settled, locked, so that it is settled once even when two workers have sent it. */
export async function lockQueuedMail(
  ctx: Ctx,
  id: string,
): Promise<{ readonly id: string; readonly mail: string; readonly recipient: string } | undefined> {
  return ctx.db
    .selectFrom('outbox')
    .select(['id', 'mail', 'recipient'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .forUpdate()
    .executeTakeFirst();
}

/** Every mail that is held after a restore, locked, so that one decision is made about each. */
export async function lockHeldMail(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('outbox')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('held_for', '=', 'restore')
    .orderBy('created_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

export async function markHeld(ctx: Ctx, ids: readonly string[], state: 'queued' | 'kept'): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set({ state, held_for: null })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', 'in', [...ids])
    .where('held_for', '=', 'restore')
    .execute();
}
