/** All that was won in a programme, in editions that ran here and in lists of older ones, page by page. */
import { type RawBuilder, sql } from 'kysely';
import type { Winner } from '#core/honours/row.ts';
import { folded } from '#core/honours/same.ts';
import { yearsOfEdition } from '#core/honours/years.ts';
import type { Ctx } from '#platform/context.ts';
import { escapeLike, readCursor, writeCursor } from '#platform/database/keyset.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { ProgrammeId } from '#platform/ids.ts';

/** `year` is as written, or the name of the edition; `title` is empty for editions that ran here. */
export type PastWin = Omit<Winner, 'row'> & {
  readonly id: string;
  /** What was entered, for editions that ran here. */
  readonly work: string;
  /** The slug of an edition that ran here. */
  readonly edition: string | null;
  /** The file of the list it came with. */
  readonly file: string | null;
};

export const pastSorts = ['newest', 'oldest'] as const;

export type PastFilter = {
  readonly search?: string | undefined;
  readonly year?: number | undefined;
  readonly category?: string | undefined;
  /** Editions that ran here, or lists brought in. */
  readonly from?: 'here' | 'list' | undefined;
  readonly sort?: (typeof pastSorts)[number] | undefined;
  readonly after?: string | undefined;
};

/** As `folded` makes what is searched for, near enough for the few rows that are not kept so. */
const bare = (text: RawBuilder<unknown>) => sql`regexp_replace(normalize(lower(${text}), NFKD), '[\\u0300-\\u036f]', '', 'g')`;

const wordsIn = (search: string | undefined) =>
  folded(search ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${escapeLike(word)}%`);

function conditions(
  { search, year, category, from }: PastFilter,
  origin: 'here' | 'list',
  found: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const all = [sql`${from === undefined || from === origin}`];
  const words = wordsIn(search);
  if (words.length > 0) all.push(sql`${found} like all (${words}::text[])`);
  else if (search !== undefined) all.push(sql`false`);
  if (year !== undefined) all.push(sql`${year}::int between won.first and won.last`);
  if (category !== undefined) all.push(sql`won.category = ${category}`);
  return sql.join(all, sql` and `);
}

/** Where a page ended, which is a place in the order of years, categories and rows. */
function beyond({ after, sort }: PastFilter): RawBuilder<unknown> {
  const [key, id] = readCursor(after, 'text') ?? [];
  const [, first, last, category] = /^(\d{1,4}) (\d{1,4}) (.*)$/su.exec(key ?? '') ?? [];
  if (id === undefined || category === undefined) return sql`true`;
  const years = sql`(${Number(first)}::int, ${Number(last)}::int)`;
  return sql`((won.first, won.last) ${sort === 'oldest' ? sql`>` : sql`<`} ${years}
    or ((won.first, won.last) = ${years} and (won.category, won.id) > (${category}, ${id}::uuid)))`;
}

async function yearsOfEditions(ctx: Ctx, programme: ProgrammeId) {
  const { rows } = await sql<{ id: string; name: string; opened: number }>`
    select id, name, extract(year from entries_open_at)::int as opened from editions
     where organisation_id = ${ctx.organisation} and programme_id = ${programme} and announced_at <= plaudit.plaudit_now()`.execute(ctx.db);
  return rows.map(({ id, name, opened }) => ({ id, ...yearsOfEdition(name, opened) }));
}

/** Every win of a programme as one table `won`; of editions that ran here those that are announced. */
async function allWins(ctx: Ctx, programme: ProgrammeId, filter: PastFilter): Promise<RawBuilder<unknown>> {
  const editions = await yearsOfEditions(ctx, programme);
  const ids = editions.map(({ id }) => id);
  const [first, last] = [editions.map((one) => one.first), editions.map((one) => one.last)];
  const here = bare(sql`won.nominee || ' ' || won.category || ' ' || won.work`);
  return sql`
    select * from (
      select w.id, w.year, w.first_year as first, w.last_year as last, w.category, w.category_code as code, w.nominee, w.organisation, w.title,
             '' as work, w.shared, null::text as edition, i.file, w.search
        from past_wins w join winner_imports i on i.organisation_id = w.organisation_id and i.id = w.import_id
       where w.organisation_id = ${ctx.organisation} and w.programme_id = ${programme}) won
     where ${conditions(filter, 'list', sql`won.search`)}
    union all
    select * from (
      select h.id, e.name as year, y.first, y.last, c.name as category, c.code, h.nominee, '', coalesce(h.division, ''),
             h.title as work, h.shared, e.slug, null::text, ''
        from honours h
        join unnest(${ids}::uuid[], ${first}::int[], ${last}::int[]) as y (id, first, last) on y.id = h.edition_id
        join editions e on e.organisation_id = h.organisation_id and e.id = h.edition_id
        join categories c on c.organisation_id = h.organisation_id and c.id = h.category_id
       where h.organisation_id = ${ctx.organisation} and h.programme_id = ${programme} and h.announced_at <= plaudit.plaudit_now()) won
     where ${conditions(filter, 'here', here)}`;
}

export type PastPage = { readonly wins: readonly PastWin[]; readonly next: string | undefined };

/** Newest years first unless told otherwise, within a year by category. No right is asked: what is announced is everybody's. */
export async function pastWins(ctx: Ctx, programme: ProgrammeId, filter: PastFilter, size: number): Promise<PastPage> {
  return snapshot(ctx, [], async (inside) => {
    const order = filter.sort === 'oldest' ? sql`won.first, won.last` : sql`won.first desc, won.last desc`;
    const { rows } = await sql<PastWin>`
      select won.id, won.year, won.first, won.last, won.category, won.code, won.nominee, won.organisation, won.title, won.work, won.shared,
             won.edition, won.file
        from (${await allWins(inside, programme, filter)}) won
       where ${beyond(filter)} order by ${order}, won.category, won.id limit ${size + 1}`.execute(inside.db);
    const wins = rows.slice(0, size);
    const last = wins.at(-1);
    const more = rows.length > size && last;
    return { wins, next: more ? writeCursor(`${last.first} ${last.last} ${last.category}`, last.id) : undefined };
  });
}

export type PastCounts = {
  readonly wins: number;
  /** What the filter finds on all pages. */
  readonly found: number;
  readonly years: readonly { readonly first: number; readonly wins: number }[];
  readonly categories: readonly string[];
};

const mostCategories = 300;

/** How much there is, and by which years and categories it may be narrowed down. */
export async function pastCounts(ctx: Ctx, programme: ProgrammeId, filter: PastFilter): Promise<PastCounts> {
  return snapshot(ctx, [], async (inside) => {
    const { rows } = await sql<PastCounts>`
      with everything as (${await allWins(inside, programme, {})})
      select (select count(*)::int from everything) as wins,
             (select count(*)::int from (${await allWins(inside, programme, filter)}) found) as found,
             coalesce((select json_agg(json_build_object('first', first, 'wins', wins) order by first desc)
               from (select first, count(*)::int as wins from everything group by first) y), '[]') as years,
             array(select distinct category from everything order by category limit ${mostCategories}) as categories`.execute(inside.db);
    return rows[0] ?? { wins: 0, found: 0, years: [], categories: [] };
  });
}
