/** Who is named by the winners of a programme, for the slices that know who is meant. */
import { sql } from 'kysely';
import { folded } from '#core/honours/same.ts';
import type { Ctx } from '#platform/context.ts';
import { escapeLike } from '#platform/database/keyset.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { lockProgramme } from '../store.ts';

/** Held while names are matched, so that a list is not taken back under it. */
export async function lockProgrammeForWinners(ctx: Ctx, id: ProgrammeId): Promise<ProgrammeId | undefined> {
  return (await lockProgramme(ctx, id))?.id;
}

/** A row for each win that everybody may know: the organisation as it was written, or the nominee where none was; the nominee; the year. */
export const namedWins = (ctx: Ctx, programme: ProgrammeId) => sql`
  select case when w.organisation = '' then w.nominee else w.organisation end as written, w.nominee, w.year
    from past_wins w where w.organisation_id = ${ctx.organisation} and w.programme_id = ${programme}
  union all
  select h.nominee, h.nominee, e.name from honours h
    join editions e on e.organisation_id = h.organisation_id and e.id = h.edition_id
   where h.organisation_id = ${ctx.organisation} and h.programme_id = ${programme} and h.announced_at <= plaudit.plaudit_now()`;

export async function isWinnerName(ctx: Ctx, programme: ProgrammeId, written: string): Promise<boolean> {
  const { rows } = await sql`select 1 from (${namedWins(ctx, programme)}) n where n.written = ${written} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** One win, by whatever name. `edition` and `code` are null where a list does not tell. */
export type NamedWin = {
  readonly written: string;
  readonly nominee: string;
  readonly first: number;
  readonly last: number;
  readonly year: string;
  readonly category: string;
  readonly code: string | null;
  /** The slug of an edition that ran here, and the year it opened in. */
  readonly edition: string | null;
  readonly opened: number | null;
};

/** An edition that ran here, by its name and the year it opened in. */
type Ran = { readonly name: string; readonly opened: number };

export type WhoseName = { readonly written: readonly string[]; readonly nominee: string | undefined };

/**
 * Wins of a programme that everybody may know, under one of these names or of a nominee whose name, folded, holds this one; whoever asks
 * looks at the nominee once more.
 */
export async function winsNamed(ctx: Ctx, programme: ProgrammeId, { written, nominee }: WhoseName): Promise<NamedWin[]> {
  // A name of marks alone is in no list as it is searched for.
  const like = nominee === undefined ? null : /[\p{L}\p{N}]/u.test(nominee) ? `%${escapeLike(nominee)}%` : '%';
  const { rows } = await sql<NamedWin>`
    select case when w.organisation = '' then w.nominee else w.organisation end as written, w.nominee, w.first_year as first,
           w.last_year as last, w.year, w.category, w.category_code as code, null::text as edition, null::int as opened
      from past_wins w where w.organisation_id = ${ctx.organisation} and w.programme_id = ${programme}
       and (case when w.organisation = '' then w.nominee else w.organisation end = any(${written}::text[]) or w.search like ${like})
    union all
    select h.nominee, h.nominee, 0, 0, e.name, c.name, c.code, e.slug, extract(year from e.entries_open_at)::int
      from honours h
      join editions e on e.organisation_id = h.organisation_id and e.id = h.edition_id
      join categories c on c.organisation_id = h.organisation_id and c.id = h.category_id
     where h.organisation_id = ${ctx.organisation} and h.programme_id = ${programme} and h.announced_at <= plaudit.plaudit_now()
     order by 2, 3, 6`.execute(ctx.db);
  return rows;
}

/** The years in which something was won, in editions that ran here and in lists. */
export async function yearsWon(ctx: Ctx, programme: ProgrammeId): Promise<{ ran: readonly Ran[]; listed: readonly number[] }> {
  const { rows: ran } = await sql<Ran>`
    select distinct e.name, extract(year from e.entries_open_at)::int as opened from honours h
      join editions e on e.organisation_id = h.organisation_id and e.id = h.edition_id
     where h.organisation_id = ${ctx.organisation} and h.programme_id = ${programme} and h.announced_at <= plaudit.plaudit_now()`.execute(
    ctx.db,
  );
  const { rows: listed } = await sql<{ first: number }>`select distinct first_year as first from past_wins
    where organisation_id = ${ctx.organisation} and programme_id = ${programme}`.execute(ctx.db);
  return { ran, listed: listed.map(({ first }) => first) };
}

/** The code of each category by its name, letters alone; a name that two categories have, or had, tells neither. */
export async function categoryCodesByName(ctx: Ctx, programme: ProgrammeId): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; code: string }>`select distinct c.name, c.code from categories c
    join editions e on e.organisation_id = c.organisation_id and e.id = c.edition_id
    where c.organisation_id = ${ctx.organisation} and e.programme_id = ${programme}`.execute(ctx.db);
  const named = Map.groupBy(rows, ({ name }) => folded(name));
  return new Map(
    [...named].flatMap(([name, found]) =>
      new Set(found.map(({ code }) => code)).size === 1 ? [[name, found[0]?.code ?? ''] as const] : [],
    ),
  );
}
