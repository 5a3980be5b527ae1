/** How many entries there are in each state, added up from changes instead of counted; see `tally_entry` in the migrations. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';

/** Changes an edition may have before they are put together: so many rows are read to know its counts. */
const mostChanges = 200;

/** Puts the changes of editions that have many of them together, one row for each count. Whoever counts meanwhile sees either, never both. */
export async function putTogether(ctx: Ctx, most = mostChanges): Promise<void> {
  const { rows } = await sql<{ edition: string }>`
    select edition_id as edition from entry_tallies where organisation_id = ${ctx.organisation}
     group by edition_id having count(*) > ${most}`.execute(ctx.db);
  for (const { edition } of rows) {
    await sql`with gone as (
        delete from entry_tallies where organisation_id = ${ctx.organisation} and edition_id = ${edition}
        returning category_id, chapter, state, change)
      insert into entry_tallies (organisation_id, edition_id, category_id, chapter, state, change)
      select ${ctx.organisation}::uuid, ${edition}::uuid, category_id, chapter, state, sum(change)::int
        from gone group by category_id, chapter, state having sum(change) <> 0`.execute(ctx.db);
  }
}
