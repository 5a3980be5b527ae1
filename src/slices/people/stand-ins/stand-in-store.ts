/** Every statement that writes or locks stand-ins. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

/** Long enough to look into something; whoever needs longer says again why. */
const standInLife = 60 * 60_000;

export type NewStandIn = { readonly person: PersonId; readonly by: PersonId; readonly session: string; readonly reason: string };

export async function insertStandIn(ctx: Ctx, { person, by, session, reason }: NewStandIn): Promise<{ id: string; endsAt: Date }> {
  const id = ctx.ids.next();
  const endsAt = new Date(ctx.now.getTime() + standInLife);
  await ctx.db
    .insertInto('stand_ins')
    .values({
      organisation_id: ctx.organisation,
      id,
      person_id: person,
      by_id: by,
      session_id: session,
      reason,
      began_at: ctx.now,
      ends_at: endsAt,
    })
    .execute();
  return { id, endsAt };
}

export type OpenStandIn = { readonly id: string; readonly person: PersonId };

/** The one of this session, locked; it may be past its time. */
export function lockStandIn(ctx: Ctx, session: string): Promise<OpenStandIn | undefined> {
  return ctx.db
    .selectFrom('stand_ins')
    .select(['id', 'person_id as person'])
    .where('organisation_id', '=', ctx.organisation)
    .where('session_id', '=', session)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Within its time: a request that waited here counts from when it came, which may be before the one that began it. */
export async function markStandInEnded(ctx: Ctx, id: string): Promise<void> {
  await sql`update stand_ins set ended_at = greatest(began_at, least(ends_at, ${ctx.now}))
    where organisation_id = ${ctx.organisation} and id = ${id}`.execute(ctx.db);
}
