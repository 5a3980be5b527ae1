/** Every statement that writes the outbox after a mail was put into it. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId, ProgrammeId } from '#platform/ids.ts';
import type { MailData } from '#platform/mails.ts';

/** Where a mail comes to rest; `held` until somebody decides. */
export type Settled = 'sent' | 'kept' | 'held' | 'refused' | 'failed' | 'withheld';

export type Settling = {
  readonly state: Settled;
  readonly reason?: string | undefined;
  readonly subject?: string | undefined;
  /** What it says, kept where it stays readable. */
  readonly data?: MailData | undefined;
};

/** A mail that left needs its data no longer: links in it were secrets. What is kept for the local mailbox stays readable. */
export async function markSettled(ctx: Ctx, id: string, { state, reason, subject, data }: Settling): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set({
      state,
      settled_at: state === 'held' ? null : ctx.now,
      held_for: state === 'held' ? 'address' : null,
      last_error: reason?.slice(0, 500) ?? null,
      next_at: null,
      ...(subject !== undefined && { subject }),
      ...(data !== undefined && { data: JSON.stringify(data) }),
      ...(state === 'sent' && { data: '{}' }),
    })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** After a try: what came of it, and when the next one is. What nobody knows the outcome of stays counted as a doubt. */
export async function markTried(ctx: Ctx, id: string, tried: { error: string; next: Date | null; known: boolean }): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set((eb) => ({
      last_error: tried.error.slice(0, 500),
      next_at: tried.next,
      ...(tried.known && { doubts: eb('doubts', '-', 1) }),
    }))
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** The outcome of the last try is known. */
export async function markKnown(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set((eb) => ({ doubts: eb('doubts', '-', 1) }))
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('doubts', '>', 0)
    .execute();
}

export type MailRow = {
  readonly id: string;
  readonly recipient: string;
  readonly person: PersonId | null;
  readonly programme: ProgrammeId | null;
  readonly edition: EditionId | null;
  readonly batch: string | null;
  readonly mail: string;
  readonly data: MailData;
  readonly messageId: string;
  readonly state: string;
  readonly attempts: number;
  readonly doubts: number;
};

const columns = [
  'id',
  'recipient',
  'person_id as person',
  'programme_id as programme',
  'edition_id as edition',
  'batch_id as batch',
  'mail',
  'data',
  'message_id as messageId',
  'state',
  'attempts',
  'doubts',
] as const;

export async function findMail(ctx: Ctx, id: string): Promise<MailRow | undefined> {
  const row = await ctx.db
    .selectFrom('outbox')
    .select(columns)
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, data: row.data as MailData };
}

/** Locked, so that one thing happens to it even when two workers or two people are at it. */
export async function lockMail(ctx: Ctx, id: string): Promise<MailRow | undefined> {
  const row = await ctx.db
    .selectFrom('outbox')
    .select(columns)
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, data: row.data as MailData };
}

/**
 * Taken to be sent: a try is counted before it is made, and counts as one nobody knows the outcome of until it is known, so that a
 * process that dies in it leaves the truth behind. Undefined when somebody held or settled it meanwhile.
 */
export async function takeToSend(ctx: Ctx, id: string): Promise<{ readonly attempts: number } | undefined> {
  return ctx.db
    .updateTable('outbox')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), doubts: eb('doubts', '+', 1), attempted_at: ctx.now, next_at: null }))
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returning('attempts')
    .executeTakeFirst();
}

/** When the hour has room for one more: undefined now, else the instant. */
export async function fullUntil(ctx: Ctx, hourly: number): Promise<Date | undefined> {
  if (hourly === 0) return undefined;
  const { rows } = await sql<{ at: Date }>`select attempted_at as at from outbox where organisation_id = ${ctx.organisation}
    and state in ('sent', 'bounced') and attempted_at > plaudit.plaudit_now() - interval '1 hour'
    order by attempted_at desc offset ${hourly - 1} limit 1`.execute(ctx.db);
  return rows[0] && new Date(rows[0].at.getTime() + 3_600_000);
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

/** Held mail goes on, or never does. */
export async function markDecided(ctx: Ctx, ids: readonly string[], state: 'queued' | 'kept' | 'withheld', reason?: string): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable('outbox')
    .set({ state, held_for: null, last_error: reason ?? null, ...(state !== 'queued' && { settled_at: ctx.now }) })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', 'in', [...ids])
    .execute();
}

/** Puts it back among those that wait, as if it had never been tried. */
export async function markQueuedAgain(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set({ state: 'queued', held_for: null, attempts: 0, attempted_at: null, last_error: null, next_at: null, settled_at: null })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** Jobs that send these, all added in one statement; a mail that has a waiting one keeps a single one. */
export async function enqueueMails(ctx: Ctx, ids: readonly string[], runAt: Date): Promise<void> {
  await sql`select plaudit.enqueue('messages.send-mail',
      json_build_object('organisation', ${ctx.organisation}::uuid, 'payload', json_build_object('outbox', mail)), 'mail ' || mail, ${runAt}, 25)
    from unnest(${[...ids]}::uuid[]) as mail`.execute(ctx.db);
}
