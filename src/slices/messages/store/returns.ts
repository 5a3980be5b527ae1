/** Every statement that writes what came back, and what people want no mail about. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import type { Topic } from '../schemas.ts';

export type Returned = { readonly address: string; readonly hard: boolean; readonly reason: string; readonly outbox: string };

/** Each mail counts once, however often its report is handed in. */
export async function markReturned(ctx: Ctx, { address, hard, reason, outbox }: Returned): Promise<void> {
  await sql`insert into mail_returns (organisation_id, address, hard, returns, reason, outbox_id, first_at, last_at)
    values (${ctx.organisation}, lower(${address}), ${hard}, 1, ${reason.slice(0, 500)}, ${outbox}, ${ctx.now}, ${ctx.now})
    on conflict (organisation_id, address) do update set hard = mail_returns.hard or excluded.hard, reason = excluded.reason,
      returns = mail_returns.returns + case when mail_returns.outbox_id = excluded.outbox_id then 0 else 1 end,
      outbox_id = excluded.outbox_id, last_at = excluded.last_at`.execute(ctx.db);
}

export async function markBounced(ctx: Ctx, outbox: string, reason: string): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set({ state: 'bounced', last_error: reason.slice(0, 500), data: '{}' })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', outbox)
    .execute();
}

/** False when nothing was noted. */
export async function deleteReturned(ctx: Ctx, address: string): Promise<boolean> {
  const row = await ctx.db
    .deleteFrom('mail_returns')
    .where('organisation_id', '=', ctx.organisation)
    .where('address', '=', address.toLowerCase())
    .returning('address')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertRefusal(ctx: Ctx, person: PersonId, topic: Topic): Promise<void> {
  await ctx.db
    .insertInto('mail_refusals')
    .values({ organisation_id: ctx.organisation, person_id: person, topic, refused_at: ctx.now })
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function deleteRefusal(ctx: Ctx, person: PersonId, topic: Topic): Promise<void> {
  await ctx.db
    .deleteFrom('mail_refusals')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .where('topic', '=', topic)
    .execute();
}

/** Mail of a programme that waits because its address is dead; undefined where the programme never wrote there. */
export async function lockWaitingFor(
  ctx: Ctx,
  programme: ProgrammeId,
  address: string,
): Promise<{ programme: ProgrammeId; held: string[] } | undefined> {
  const rows = await ctx.db
    .selectFrom('outbox')
    .select(['id', 'held_for', 'programme_id'])
    .where('organisation_id', '=', ctx.organisation)
    .where((eb) => eb(eb.fn<string>('lower', ['recipient']), '=', address))
    .orderBy('id')
    .forUpdate()
    .execute();
  if (!rows.some((row) => row.programme_id === programme)) return undefined;
  return { programme, held: rows.filter((row) => row.held_for === 'address').map(({ id }) => id) };
}
