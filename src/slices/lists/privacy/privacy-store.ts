/** Every statement that takes or moves how somebody works with lists. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

/** Views that were shared go too: their name and their search are words of whoever kept them. */
export async function forgetLists(ctx: Ctx, ids: readonly PersonId[]): Promise<void> {
  await sql`delete from saved_views where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
  await sql`delete from list_columns where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
  await sql`delete from list_choices where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
}

/** Views move; columns and ticks of the account that goes are made anew in a minute. */
export async function moveViews(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update saved_views set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
  await sql`delete from list_columns where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
  await sql`delete from list_choices where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
}
