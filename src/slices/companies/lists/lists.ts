/** Lists and counts of companies. Those merged away are found by what they brought to the one that was kept. */

import { type RawBuilder, sql } from 'kysely';
import type { SizeClass } from '#core/companies/sizes.ts';
import { normalName } from '#core/names/normal.ts';
import type { Ctx } from '#platform/context.ts';
import { escapeLike, readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { CompanyId } from '#platform/ids.ts';
import { requireReader } from '../access.ts';
import type { ListQuery, Sort } from './list-shape.ts';

const pageSize = 50;

/** `none`: no size was recorded yet. */
export type SizeFilter = SizeClass | 'none';
export type CompanyFilter = Omit<ListQuery, 'size'> & { readonly size?: SizeFilter | undefined };

export type CompanyLine = {
  readonly id: CompanyId;
  readonly name: string;
  readonly names: readonly string[];
  readonly domains: readonly string[];
  readonly country: string | null;
  readonly parent: string | null;
  readonly size: SizeClass | null;
  readonly sizeAsOf: string | null;
  /** Who works there today. */
  readonly people: number;
  readonly createdAt: Date;
  readonly search: string;
};

const keys: Readonly<
  Record<Sort, { by: RawBuilder<string | Date>; order: 'instant' | 'text'; down: boolean; of: (line: CompanyLine) => string }>
> = {
  name: { by: sql`c.search`, order: 'text', down: false, of: (line) => line.search },
  newest: { by: sql`c.created_at`, order: 'instant', down: true, of: (line) => line.createdAt.toISOString() },
};

/** Every word of the search, read as names are: whatever script, accents or legal form it is written in. */
function found(ctx: Ctx, search: string | undefined): RawBuilder<boolean>[] {
  if (!search?.trim()) return [];
  const words = normalName(search).words.map(({ text }) => `%${escapeLike(text)}%`);
  const domain = `%${escapeLike(search.trim().toLowerCase())}%`;
  const matches = words.map(
    (like) => sql<boolean>`(c.search like ${like} or exists (select from company_names n
      where n.organisation_id = ${ctx.organisation} and n.company_id = c.id and n.search like ${like}))`,
  );
  return [
    sql<boolean>`((${matches.length === 0 ? sql`false` : sql.join(matches, sql` and `)}) or c.name ilike ${domain} or exists (select from company_domains d
      where d.organisation_id = ${ctx.organisation} and d.company_id = c.id and d.domain like ${domain}))`,
  ];
}

const latest = (ctx: Ctx) =>
  sql`(select s.class, s.as_of from company_sizes s where s.organisation_id = ${ctx.organisation} and s.company_id = c.id
    order by s.as_of desc, s.recorded_at desc, s.id desc limit 1)`;

function conditions(ctx: Ctx, { search, country, size, sort, after }: CompanyFilter): RawBuilder<unknown> {
  const { by, down, order } = keys[sort ?? 'name'];
  const cursor = readCursor(after, order);
  const beyond = cursor && sql`(${by}, c.id) ${down ? sql`<` : sql`>`} (${cursor[0]}, ${cursor[1]}::uuid)`;
  const all = [
    ...found(ctx, search),
    ...(country ? [sql`c.country = ${country}`] : []),
    ...(size === undefined ? [] : [size === 'none' ? sql`s.class is null` : sql`s.class = ${size}`]),
    ...(beyond ? [beyond] : []),
  ];
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

type CompanyPage = { readonly companies: readonly CompanyLine[]; readonly next: string | undefined };

/** One page; the next begins after its last row, however many came in between. */
export async function companyList(ctx: Ctx, filter: CompanyFilter, size = pageSize): Promise<CompanyPage> {
  await requireReader(ctx);
  const { by, down, of } = keys[filter.sort ?? 'name'];
  const order = down ? sql`desc` : sql`asc`;
  const today = ctx.now.toISOString().slice(0, 10);
  const { rows } = await sql<CompanyLine>`
    select c.id, c.name, c.country, c.search, c.created_at as "createdAt", p.name as parent, s.class as size, s.as_of as "sizeAsOf",
           array(select n.name from company_names n where n.organisation_id = ${ctx.organisation} and n.company_id = c.id order by n.name) as names,
           array(select d.domain from company_domains d where d.organisation_id = ${ctx.organisation} and d.company_id = c.id
             order by d.domain) as domains,
           (select count(*)::int from employments e where e.organisation_id = ${ctx.organisation} and e.company_id = c.id
             and e.starts_on <= ${today}::date and (e.ends_on is null or e.ends_on > ${today}::date)) as people
      from companies c
      left join companies p on p.organisation_id = c.organisation_id and p.id = c.parent_id
      left join lateral ${latest(ctx)} s on true
     where c.organisation_id = ${ctx.organisation} and c.merged_into is null and ${conditions(ctx, filter)}
     order by ${by} ${order}, c.id ${order} limit ${size + 1}`.execute(ctx.db);
  const lines = rows.slice(0, size);
  const last = lines.at(-1);
  return { companies: lines, next: rows.length > size && last ? writeCursor(of(last), last.id) : undefined };
}

/** How many companies a filter finds on all pages, and how many of `held` are among them. */
export async function countFound(ctx: Ctx, filter: CompanyFilter, held: readonly string[]): Promise<{ found: number; among: number }> {
  await requireReader(ctx);
  const { rows } = await sql<{ found: number; among: number }>`
    select count(*)::int as found, count(*) filter (where c.id = any (${[...held]}::uuid[]))::int as among
      from companies c left join lateral ${latest(ctx)} s on true
     where c.organisation_id = ${ctx.organisation} and c.merged_into is null and ${conditions(ctx, { ...filter, after: undefined })}`.execute(
    ctx.db,
  );
  return rows[0] ?? { found: 0, among: 0 };
}

/** The companies a filter finds on all pages, as far as `most`. */
export async function idsFound(ctx: Ctx, filter: CompanyFilter, most: number): Promise<CompanyId[]> {
  await requireReader(ctx);
  const { rows } = await sql<{ id: CompanyId }>`
    select c.id from companies c left join lateral ${latest(ctx)} s on true
     where c.organisation_id = ${ctx.organisation} and c.merged_into is null and ${conditions(ctx, { ...filter, after: undefined })}
     order by c.search, c.id limit ${most}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

export type NamedCompany = { readonly id: CompanyId; readonly name: string; readonly country: string | null };

/** These companies, in the order they are named; those merged away are left out. */
export async function companiesNamed(ctx: Ctx, ids: readonly string[]): Promise<NamedCompany[]> {
  await requireReader(ctx);
  const { rows } = await sql<NamedCompany>`
    select id, name, country from companies where organisation_id = ${ctx.organisation} and merged_into is null
       and id = any (${[...ids]}::uuid[]) order by array_position(${[...ids]}::uuid[], id)`.execute(ctx.db);
  return rows;
}

export type CompanyCounts = {
  readonly companies: number;
  readonly pairs: number;
  readonly dismissed: number;
  /** Countries there are, for the filter. */
  readonly countries: readonly string[];
};

export async function companyCounts(ctx: Ctx): Promise<CompanyCounts> {
  await requireReader(ctx);
  const { rows } = await sql<CompanyCounts>`
    select (select count(*)::int from companies where organisation_id = ${ctx.organisation} and merged_into is null) as companies,
           (select count(*)::int from company_pairs where organisation_id = ${ctx.organisation} and dismissed_at is null) as pairs,
           (select count(*)::int from company_pairs where organisation_id = ${ctx.organisation} and dismissed_at is not null) as dismissed,
           array(select distinct country from companies where organisation_id = ${ctx.organisation} and merged_into is null and country is not null
             order by country) as countries`.execute(ctx.db);
  return rows[0] ?? { companies: 0, pairs: 0, dismissed: 0, countries: [] };
}
