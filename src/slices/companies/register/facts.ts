/** What the organisation knows of a nominee that is a company, as the rules of who may enter ask for it. */
import { sql } from 'kysely';
import { type SizeClass, staffOf } from '#core/companies/sizes.ts';
import { normalName } from '#core/names/normal.ts';
import type { FactValue, KnownFacts } from '#core/rules/facts.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';

export type KnownCompany = { readonly id: CompanyId; readonly name: string; readonly country: string | null };

/**
 * The one company called so, officially or otherwise, spelling and legal form aside; undefined for none, and for several, among whom
 * nobody should choose by chance. No right is asked, and what is found is for those who may read companies.
 */
export async function companyCalled(ctx: Ctx, name: string): Promise<KnownCompany | undefined> {
  const { text } = normalName(name);
  if (text === '') return undefined;
  const { rows } = await sql<KnownCompany>`
    select c.id, c.name, c.country from companies c
     where c.organisation_id = ${ctx.organisation} and c.merged_into is null
       and (c.search = ${text} or c.id in (select n.company_id from company_names n
             where n.organisation_id = ${ctx.organisation} and n.search = ${text})) limit 2`.execute(ctx.db);
  return rows.length === 1 ? rows[0] : undefined;
}

/** A size has its source beside it, so somebody has seen how it is known. */
export async function registerFacts(ctx: Ctx, { id, country }: KnownCompany): Promise<KnownFacts> {
  const size = await ctx.db
    .selectFrom('company_sizes')
    .select('class')
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', id)
    .orderBy('as_of', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const heads: FactValue | undefined = size && { ...staffOf[size.class as SizeClass], proved: true };
  return { ...(country !== null && { 'company.country': country }), ...(heads && { 'company.staff': heads }) };
}
