/** One company, or one person, with everything the organisation knows. */

import { sql } from 'kysely';
import type { SizeClass } from '#core/companies/sizes.ts';
import { normalName } from '#core/names/normal.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId, ContactId } from '#platform/ids.ts';
import { requireReader } from './access.ts';
import { companyId, contactId, type NameKind } from './schemas.ts';

type Named = { readonly id: CompanyId; readonly name: string };

export type EmploymentView = {
  readonly id: string;
  readonly contact: ContactId;
  readonly name: string;
  readonly email: string | null;
  readonly account: boolean;
  readonly company: Named;
  readonly title: string;
  readonly from: string;
  readonly until: string | null;
  readonly version: number;
};

type Head = Named & {
  readonly country: string | null;
  readonly note: string;
  readonly version: number;
  readonly parent: Named | null;
  readonly into: Named | null;
  readonly children: readonly Named[];
};

function read<T extends string>(schema: { safeParse: (text: unknown) => { success: boolean; data?: T } }, text: string | undefined): T {
  const parsed = schema.safeParse(text);
  if (!parsed.success || parsed.data === undefined) throw problem('general.not-found');
  return parsed.data;
}

async function headOf(ctx: Ctx, id: CompanyId): Promise<Head> {
  const { rows } = await sql<Head>`
    select c.id, c.name, c.country, c.note, c.version,
           (select json_build_object('id', p.id, 'name', p.name) from companies p
             where p.organisation_id = ${ctx.organisation} and p.id = c.parent_id) as parent,
           (select json_build_object('id', m.id, 'name', m.name) from companies m
             where m.organisation_id = ${ctx.organisation} and m.id = c.merged_into) as into,
           coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.search, k.id) from companies k
             where k.organisation_id = ${ctx.organisation} and k.parent_id = c.id and k.merged_into is null), '[]') as children
      from companies c where c.organisation_id = ${ctx.organisation} and c.id = ${id}`.execute(ctx.db);
  if (rows[0] === undefined) throw problem('general.not-found');
  return rows[0];
}

export async function employments(ctx: Ctx, of: { readonly company?: CompanyId; readonly contact?: ContactId }): Promise<EmploymentView[]> {
  let query = ctx.db
    .selectFrom('employments as e')
    .innerJoin('contacts as k', (join) => join.onRef('k.organisation_id', '=', 'e.organisation_id').onRef('k.id', '=', 'e.contact_id'))
    .innerJoin('companies as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.company_id'))
    .where('e.organisation_id', '=', ctx.organisation);
  if (of.company) query = query.where('e.company_id', '=', of.company);
  if (of.contact) query = query.where('e.contact_id', '=', of.contact);
  const rows = await query
    .select(['e.id', 'e.contact_id as contact', 'k.name', 'k.email', sql<boolean>`k.person_id is not null`.as('account')])
    .select(['c.id as companyId', 'c.name as companyName', 'e.title', 'e.starts_on as from', 'e.ends_on as until', 'e.version'])
    .orderBy(sql`e.ends_on is not null`)
    .orderBy('e.starts_on', 'desc')
    .orderBy('e.id')
    .execute();
  return rows.map(({ companyId: id, companyName, ...row }) => ({ ...row, company: { id, name: companyName } }));
}

export type HistoryLine = { readonly id: string; readonly kind: string; readonly at: Date; readonly by: string | undefined };

/** What happened to a company or a person here, newest first: who did what, never what was written. */
async function history(ctx: Ctx, subject: string): Promise<HistoryLine[]> {
  const { rows } = await sql<{ id: string; kind: string; at: Date; name: string | null }>`
    select e.id, e.kind, e.at, p.name
      from audit_events e
      join audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
      left join directory.people p on p.id::text = b.body::json ->> 'actor'
     where e.organisation_id = ${ctx.organisation} and e.subject_id = ${subject}
     order by e.at desc, e.id desc limit 50`.execute(ctx.db);
  return rows.map(({ name, ...line }) => ({ ...line, by: name ?? undefined }));
}

export type NameView = { readonly id: string; readonly name: string; readonly kind: NameKind };
export type SizeView = {
  readonly id: string;
  readonly class: SizeClass;
  readonly asOf: string;
  readonly source: string;
  readonly recordedAt: Date;
};
export type MergeView = { readonly id: string; readonly kept: Named; readonly merged: Named; readonly at: Date; readonly by: string };

/** Merges that stand, into this company or of it into another, newest first. */
async function mergesOf(ctx: Ctx, company: CompanyId): Promise<MergeView[]> {
  const { rows } = await sql<MergeView>`
    select m.id, json_build_object('id', k.id, 'name', k.name) as kept, json_build_object('id', g.id, 'name', g.name) as merged,
           m.merged_at as at, p.name as by
      from company_merges m
      join companies k on k.organisation_id = m.organisation_id and k.id = m.kept_id
      join companies g on g.organisation_id = m.organisation_id and g.id = m.merged_id
      join directory.people p on p.id = m.merged_by
     where m.organisation_id = ${ctx.organisation} and m.undone_at is null and ${company} in (m.kept_id, m.merged_id)
     order by m.merged_at desc, m.id desc`.execute(ctx.db);
  return rows;
}

export async function companyForReader(ctx: Ctx, text: string | undefined) {
  const { mayChange } = await requireReader(ctx);
  const id = read(companyId, text);
  const company = await headOf(ctx, id);
  const names = await ctx.db
    .selectFrom('company_names')
    .select(['id', 'name', 'kind'])
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', id)
    .orderBy('search')
    .orderBy('id')
    .execute();
  const domains = await ctx.db
    .selectFrom('company_domains')
    .select('domain')
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', id)
    .orderBy('domain')
    .execute();
  const sizes = await ctx.db
    .selectFrom('company_sizes')
    .select(['id', 'class', 'as_of as asOf', 'source', 'recorded_at as recordedAt'])
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', id)
    .orderBy('as_of', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return {
    company,
    // One that was merged away stands still until the merge is undone.
    mayChange: mayChange && company.into === null,
    mayUndo: mayChange,
    names: names as NameView[],
    domains: domains.map(({ domain }) => domain),
    sizes: sizes as SizeView[],
    people: await employments(ctx, { company: id }),
    merges: await mergesOf(ctx, id),
    history: await history(ctx, id),
  };
}

/**
 * The one company that is officially called so, as it is written or in its normal form; undefined for none and for several, among whom
 * nobody should choose by chance.
 */
export async function companyNamed(ctx: Ctx, name: string): Promise<CompanyId | undefined> {
  await requireReader(ctx);
  const rows = await ctx.db
    .selectFrom('companies')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.organisation)
    .where('merged_into', 'is', null)
    .where('search', '=', normalName(name).text)
    .limit(50)
    .execute();
  const exact = rows.filter((row) => row.name === name.trim());
  const [only, ...others] = exact.length > 0 ? exact : rows;
  return others.length === 0 ? only?.id : undefined;
}

export async function contactForReader(ctx: Ctx, text: string | undefined) {
  const { mayChange } = await requireReader(ctx);
  const id = read(contactId, text);
  const contact = await ctx.db
    .selectFrom('contacts')
    .select([
      'id',
      'name',
      'email',
      'version',
      sql<boolean>`person_id is not null`.as('account'),
      sql<boolean>`erased_at is not null`.as('erased'),
    ])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  if (contact === undefined) throw problem('general.not-found');
  return {
    contact,
    mayChange: mayChange && !contact.erased,
    employments: await employments(ctx, { contact: id }),
    history: await history(ctx, id),
  };
}
