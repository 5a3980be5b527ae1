/** Every statement that takes what was written to entrants. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';

/** That and when something was decided stays, and by whom. Needs the scope `decisions`. */
export async function blankReasons(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`update screening_decisions set reason = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${[...entries]}::uuid[]) and reason <> ''`.execute(ctx.db);
  await sql`update screening_verdicts set words = '', remark = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${[...entries]}::uuid[]) and (words <> '' or remark <> '')`.execute(
    ctx.db,
  );
}
