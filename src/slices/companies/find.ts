/** Reads the operations of companies and their views both need; no rights are asked here. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type MergePlan, type MergingCompany, planMerge } from '#core/companies/merge.ts';
import type { CompanyFacts } from '#core/names/duplicates.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';
import { type Company, lockCompany } from './store/companies.ts';

export async function companyById(ctx: Ctx, id: CompanyId): Promise<{ id: CompanyId; name: string; merged: CompanyId | null } | undefined> {
  return ctx.db
    .selectFrom('companies')
    .select(['id', 'name', 'merged_into as merged'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @throws Problem `companies.merged-away` when somebody merged it since it was shown */
export async function holdCompany(ctx: Ctx, { id, name }: { readonly id: CompanyId; readonly name: string }): Promise<Company> {
  const company = await lockCompany(ctx, id);
  if (company === undefined) throw problem('companies.merged-away', { name });
  return company;
}

export type FactsOf = CompanyFacts & { readonly id: CompanyId };

/** What companies are compared by, in two statements however many they are. */
export async function factsOf(ctx: Ctx, ids: readonly CompanyId[]): Promise<FactsOf[]> {
  if (ids.length === 0) return [];
  const companies = await ctx.db
    .selectFrom('companies')
    .select(['id', 'name', 'country'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', 'in', [...ids])
    .where('merged_into', 'is', null)
    .execute();
  const marks = await ctx.db
    .selectFrom('company_names')
    .select(['company_id', 'name', sql<boolean>`false`.as('domain')])
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', 'in', [...ids])
    .unionAll((e) =>
      e
        .selectFrom('company_domains')
        .select(['company_id', 'domain as name', sql<boolean>`true`.as('domain')])
        .where('organisation_id', '=', ctx.organisation)
        .where('company_id', 'in', [...ids]),
    )
    .execute();
  const of = Map.groupBy(marks, (mark) => mark.company_id);
  return companies.map(({ id, name, country }) => {
    const own = of.get(id) ?? [];
    const names = own.filter((mark) => !mark.domain).map((mark) => mark.name);
    return {
      id,
      names: [name, ...names],
      domains: own.filter((mark) => mark.domain).map((mark) => mark.name),
      country: country ?? undefined,
    };
  });
}

/** Every company that has a parent, with it; those merged away too, since undoing brings them back. */
export async function parentsOf(ctx: Ctx): Promise<Map<CompanyId, CompanyId>> {
  const rows = await ctx.db
    .selectFrom('companies')
    .select(['id', 'parent_id as parent'])
    .where('organisation_id', '=', ctx.organisation)
    .where('parent_id', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, parent }) => (parent === null ? [] : [[id, parent] as const])));
}

/** All of a company that a merge is about. */
export async function mergingOf(ctx: Ctx, { id, name }: { readonly id: CompanyId; readonly name: string }): Promise<MergingCompany> {
  const names = await ctx.db
    .selectFrom('company_names')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', id)
    .orderBy('name')
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
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', id)
    .orderBy('id')
    .execute();
  const employments = await ctx.db
    .selectFrom('employments')
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', id)
    .select(['id', 'company_id as company', 'contact_id as contact', 'starts_on as from', 'ends_on as until'])
    .orderBy('id')
    .execute();
  return { id, name, names, domains: domains.map(({ domain }) => domain), sizes, employments };
}

type Named = { readonly id: CompanyId; readonly name: string };

/** What merging would move now: the preview shows it, and the merge carries it out. */
export async function planOf(ctx: Ctx, kept: Named, merged: Named): Promise<MergePlan> {
  return planMerge(await mergingOf(ctx, kept), await mergingOf(ctx, merged), await parentsOf(ctx));
}

/** Differs as soon as something else would move, or one of the two is called otherwise. */
export function markOf(kept: Named, merged: Named, plan: MergePlan): string {
  return createHash('sha256')
    .update(JSON.stringify([kept.name, merged.name, plan]))
    .digest('hex');
}
