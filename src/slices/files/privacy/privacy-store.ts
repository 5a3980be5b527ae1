/** Every statement that takes or moves what somebody is sending. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

/** What arrived of it is swept like everything that came to nothing. */
export async function forgetUploads(ctx: Ctx, ids: readonly PersonId[]): Promise<void> {
  await sql`delete from uploads where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
}

export async function moveUploads(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update uploads set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
}
