/** Every statement that takes or moves what judging knows of a judge. All need the scope `ballots`. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';
import { struckOut } from '#slices/people/index.ts';
import { lockEdition } from '#slices/programmes/index.ts';
import { lockSeats } from '../store.ts';

/** Words go, marks that count stay; seats on which nothing was submitted are free again. */
export async function forgetJudge(ctx: Ctx, ids: readonly PersonId[]): Promise<void> {
  await sql`update interests set reason = ${struckOut} where organisation_id = ${ctx.organisation} and judge_id = any (${ids}::uuid[])`.execute(
    ctx.db,
  );
  await sql`update ballots set comment = '' where organisation_id = ${ctx.organisation} and judge_id = any (${ids}::uuid[]) and comment <> ''`.execute(
    ctx.db,
  );
  await sql`delete from ballot_comments where organisation_id = ${ctx.organisation} and ballot_id in (select id from ballots
    where organisation_id = ${ctx.organisation} and judge_id = any (${ids}::uuid[]))`.execute(ctx.db);
  await sql`delete from ballot_marks where organisation_id = ${ctx.organisation} and ballot_id in (select id from ballots
    where organisation_id = ${ctx.organisation} and judge_id = any (${ids}::uuid[]) and state = 'open')`.execute(ctx.db);
  await sql`delete from ballots where organisation_id = ${ctx.organisation} and judge_id = any (${ids}::uuid[]) and state = 'open'`.execute(
    ctx.db,
  );
  await sql`delete from assignments a where a.organisation_id = ${ctx.organisation} and a.judge_id = any (${ids}::uuid[])
    and not exists (select from ballots b where b.organisation_id = a.organisation_id and b.entry_id = a.entry_id and b.judge_id = a.judge_id)`.execute(
    ctx.db,
  );
}

/**
 * Whoever saves a ballot holds its seat and whoever deals seats holds the edition, so both are held first: what is on its way arrives before
 * anything moves, and what comes after finds the seat gone.
 */
export async function holdSeats(ctx: Ctx, editions: readonly EditionId[]): Promise<void> {
  for (const edition of editions) await lockEdition(ctx, edition);
  for (const edition of editions) await lockSeats(ctx, edition);
}

export async function moveSeats(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`insert into assignments (organisation_id, entry_id, judge_id, edition_id, assigned_at)
    select organisation_id, entry_id, ${into}::uuid, edition_id, assigned_at from assignments
     where organisation_id = ${ctx.organisation} and judge_id = ${from}`.execute(ctx.db);
  await sql`update ballots set judge_id = ${into} where organisation_id = ${ctx.organisation} and judge_id = ${from}`.execute(ctx.db);
  await sql`delete from assignments where organisation_id = ${ctx.organisation} and judge_id = ${from}`.execute(ctx.db);
  await sql`delete from interests i where i.organisation_id = ${ctx.organisation} and i.judge_id = ${from} and exists (select from interests k
    where k.organisation_id = i.organisation_id and k.entry_id = i.entry_id and k.judge_id = ${into})`.execute(ctx.db);
  await sql`update interests set judge_id = ${into} where organisation_id = ${ctx.organisation} and judge_id = ${from}`.execute(ctx.db);
}

/** Comments of editions that were announced long ago. The marks stay. */
export async function blankComments(ctx: Ctx, ballots: readonly string[]): Promise<void> {
  await sql`delete from ballot_comments where organisation_id = ${ctx.organisation} and ballot_id = any (${ballots}::uuid[])`.execute(
    ctx.db,
  );
  await sql`update ballots set comment = '' where organisation_id = ${ctx.organisation} and id = any (${ballots}::uuid[])`.execute(ctx.db);
}
