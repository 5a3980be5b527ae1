/** Every statement that writes what somebody said a name in a list of winners means. */
import { sql } from 'kysely';
import { type Ctx, personOf } from '#platform/context.ts';
import type { CompanyId, ProgrammeId } from '#platform/ids.ts';
import type { Marks } from '#slices/people/index.ts';

/** `company` null: it means none that is known, and nobody is asked again. */
export async function upsertMeaning(ctx: Ctx, programme: ProgrammeId, written: string, company: CompanyId | null): Promise<void> {
  const by = personOf(ctx);
  if (by === undefined) throw new Error('names are matched by a person only');
  const said = { company_id: company, said_by: by, said_at: ctx.now };
  await ctx.db
    .insertInto('written_companies')
    .values({ organisation_id: ctx.organisation, programme_id: programme, written, ...said })
    .onConflict((c) => c.columns(['organisation_id', 'programme_id', 'written']).doUpdateSet(said))
    .execute();
}

/** False where nothing was said. */
export async function deleteMeaning(ctx: Ctx, programme: ProgrammeId, written: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('written_companies')
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('written', '=', written)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A name that was a person's own goes, with what it was said to mean. */
export async function forgetWritten(ctx: Ctx, { name }: Marks): Promise<void> {
  if (name.length < 3) return;
  await sql`delete from written_companies where organisation_id = ${ctx.organisation}
    and position(lower(${name}) in lower(written)) > 0`.execute(ctx.db);
}
