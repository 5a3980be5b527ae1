/** What is known of past winners already, and what a list would add to it. */
import { sql } from 'kysely';
import { heldAgainst, type KnownWin, type WonHere } from '#core/honours/against.ts';
import type { ReadList } from '#core/honours/read-winners.ts';
import type { Reading } from '#core/honours/row.ts';
import { yearsOfEdition } from '#core/honours/years.ts';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { readList, type WrittenList } from './read-list.ts';

async function knownWins(ctx: Ctx, programme: ProgrammeId): Promise<KnownWin[]> {
  return ctx.db
    .selectFrom('past_wins')
    .select(['first_year as first', 'last_year as last', 'category', 'nominee', 'organisation', 'title'])
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .execute();
}

/** Announced ones only: to bring a list in tells nobody what is not announced. */
async function wonHere(ctx: Ctx, programme: ProgrammeId): Promise<WonHere[]> {
  const { rows } = await sql<{ edition: string; opened: number; category: string; code: string; nominee: string }>`
    select e.name as edition, extract(year from e.entries_open_at)::int as opened, c.name as category, c.code, h.nominee
      from honours h
      join editions e on e.organisation_id = h.organisation_id and e.id = h.edition_id
      join categories c on c.organisation_id = h.organisation_id and c.id = h.category_id
     where h.organisation_id = ${ctx.organisation} and h.programme_id = ${programme} and h.announced_at <= plaudit.plaudit_now()`.execute(
    ctx.db,
  );
  return rows.map(({ edition, opened, ...won }) => ({ ...won, ...yearsOfEdition(edition, opened) }));
}

export type Proposal = ReadList & ReturnType<typeof heldAgainst>;
export type ListToRead = WrittenList & Omit<Reading, 'thisYear'>;

/** What bringing the list in would do now. Nothing is written. */
export async function proposalOf(ctx: Ctx, programme: ProgrammeId, list: ListToRead): Promise<Proposal> {
  const read = readList(list, { several: list.several, separator: list.separator, thisYear: ctx.now.getUTCFullYear() });
  const found = { known: await knownWins(ctx, programme), here: await wonHere(ctx, programme) };
  return { ...read, ...heldAgainst(read.winners, found.known, found.here) };
}
