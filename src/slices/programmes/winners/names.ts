/** Who is named by the winners of a programme, for the slices that know who is meant. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { lockProgramme } from '../store.ts';

/** Held while names are matched, so that a list is not taken back under it. */
export async function lockProgrammeForWinners(ctx: Ctx, id: ProgrammeId): Promise<ProgrammeId | undefined> {
  return (await lockProgramme(ctx, id))?.id;
}

export type WinnerName = { readonly written: string; readonly wins: number; readonly years: string };

/** Organisations as lists write them, and nominees of editions that ran here; announced ones alone. */
async function winnerNames(ctx: Ctx, programme: ProgrammeId): Promise<WinnerName[]> {
  const { rows } = await sql<WinnerName>`
    select written, count(*)::int as wins, string_agg(distinct year, ', ' order by year) as years from (
      select case when w.organisation = '' then w.nominee else w.organisation end as written, w.year
        from past_wins w where w.organisation_id = ${ctx.organisation} and w.programme_id = ${programme}
      union all
      select h.nominee, e.name from honours h
        join editions e on e.organisation_id = h.organisation_id and e.id = h.edition_id
       where h.organisation_id = ${ctx.organisation} and h.programme_id = ${programme} and h.announced_at <= plaudit.plaudit_now()) named
     group by written order by written`.execute(ctx.db);
  return rows;
}

export async function isWinnerName(ctx: Ctx, programme: ProgrammeId, written: string): Promise<boolean> {
  return (await winnerNames(ctx, programme)).some((name) => name.written === written);
}
