/** Who has begun something in an edition, and whom of them an outage kept back. */
import { sql } from 'kysely';
import { keptBack, type Outage } from '#core/entries/more-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';

/** By the address of their account; somebody who has begun nothing here is nobody. */
export async function entrantByEmail(ctx: Ctx, edition: EditionId, email: string): Promise<PersonId | undefined> {
  const { rows } = await sql<{ id: PersonId }>`select p.id from directory.people p
    where lower(p.email) = lower(${email}) and exists (
      select from entries e where e.organisation_id = ${ctx.organisation} and e.edition_id = ${edition} and e.owner_id = p.id)`.execute(
    ctx.db,
  );
  return rows[0]?.id;
}

/** Writers of what waits for the close of entries: drafts, and what was sent back without an instant of its own. */
export async function keptBackBy(ctx: Ctx, edition: EditionId, outage: Outage): Promise<PersonId[]> {
  const rows = await ctx.db
    .selectFrom('entries')
    .select(['owner_id as owner', 'created_at as begunAt', 'saved_at as savedAt'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('state', 'in', ['draft', 'returned'])
    .where('next_of', 'is', null)
    .where('mend_by', 'is', null)
    .orderBy('owner_id')
    .execute();
  const kept = rows.filter(({ begunAt, savedAt }) => keptBack(outage, { begunAt: begunAt.getTime(), savedAt: savedAt.getTime() }));
  return [...new Set(kept.map(({ owner }) => owner))];
}
