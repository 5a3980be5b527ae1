/** Every statement that takes or moves what somebody keeps of lists. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

/** Views they shared go too: their names and searches are what that person wrote. */
export async function forgetLists(ctx: Ctx, ids: readonly PersonId[]): Promise<void> {
  const theirs = sql`organisation_id = ${ctx.organisation} and person_id = any (${[...ids]}::uuid[])`;
  await sql`delete from list_columns where ${theirs}`.execute(ctx.db);
  await sql`delete from list_choices where ${theirs}`.execute(ctx.db);
  await sql`delete from saved_views where ${theirs}`.execute(ctx.db);
}

/** Columns and choices of the account that goes are let go of; its views are the other's. */
export async function moveLists(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update saved_views set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
  await forgetLists(ctx, [from]);
}
