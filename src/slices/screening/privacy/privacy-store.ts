/** Every statement that takes what was written to entrants. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

/** That and when something was decided stays, and by whom. Needs the scope `decisions`. */
export async function blankReasons(ctx: Ctx, owners: readonly PersonId[]): Promise<void> {
  await sql`update screening_decisions s set reason = '' from entries e
    where s.organisation_id = ${ctx.organisation} and e.organisation_id = s.organisation_id and e.id = s.entry_id
      and e.owner_id = any (${owners}::uuid[]) and s.reason <> ''`.execute(ctx.db);
  await sql`update screening_verdicts v set words = '', remark = '' from entries e
    where v.organisation_id = ${ctx.organisation} and e.organisation_id = v.organisation_id and e.id = v.entry_id
      and e.owner_id = any (${owners}::uuid[]) and (v.words <> '' or v.remark <> '')`.execute(ctx.db);
}
