/** What the organisation knows of a nominee that is a company, as the rules of who may enter ask for it. */
import { sql } from 'kysely';
import { type SizeClass, staffOf } from '#core/companies/sizes.ts';
import { normalName } from '#core/names/normal.ts';
import type { FactValue, KnownFacts } from '#core/rules/facts.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';

export type KnownCompany = { readonly id: CompanyId; readonly name: string; readonly country: string | null };

/**
 * By name the one company called so, officially or otherwise, spelling and legal form aside; none where there is none, and none of several,
 * among whom nobody should choose by chance. No right is asked, and what is found is for those who may read companies.
 */
export async function companiesCalled(ctx: Ctx, names: readonly string[]): Promise<ReadonlyMap<string, KnownCompany>> {
  const texts = new Map(names.map((name) => [name, normalName(name).text]));
  const asked = [...new Set(texts.values())].filter((text) => text !== '');
  if (asked.length === 0) return new Map();
  const { rows } = await sql<KnownCompany & { text: string }>`
    with asked as (select unnest(${asked}::text[]) as text)
    select a.text, c.id, c.name, c.country from asked a
      join companies c on c.organisation_id = ${ctx.organisation} and c.search = a.text and c.merged_into is null
    union
    select a.text, c.id, c.name, c.country from asked a
      join company_names n on n.organisation_id = ${ctx.organisation} and n.search = a.text
      join companies c on c.organisation_id = n.organisation_id and c.id = n.company_id and c.merged_into is null`.execute(ctx.db);
  const found = Map.groupBy(rows, ({ text }) => text);
  return new Map(
    [...texts].flatMap(([name, text]) => {
      const [only, ...more] = found.get(text) ?? [];
      return only && more.length === 0 ? [[name, { id: only.id, name: only.name, country: only.country }] as const] : [];
    }),
  );
}

/** The one company called so; undefined for none, and for several. */
export const companyCalled = async (ctx: Ctx, name: string): Promise<KnownCompany | undefined> =>
  (await companiesCalled(ctx, [name])).get(name);

/** By company what is known of it. A size has its source beside it, so somebody has seen how it is known. */
export async function registerFactsOf(ctx: Ctx, companies: readonly KnownCompany[]): Promise<ReadonlyMap<CompanyId, KnownFacts>> {
  const { rows } = await sql<{ company: CompanyId; size: SizeClass }>`
    select distinct on (company_id) company_id as company, class as size from company_sizes
     where organisation_id = ${ctx.organisation} and company_id = any (${companies.map(({ id }) => id)}::uuid[])
     order by company_id, as_of desc, recorded_at desc, id desc`.execute(ctx.db);
  const sizes = new Map(rows.map(({ company, size }) => [company, size]));
  return new Map(
    companies.map(({ id, country }) => {
      const size = sizes.get(id);
      const heads: FactValue | undefined = size && { ...staffOf[size], proved: true };
      return [id, { ...(country !== null && { 'company.country': country }), ...(heads && { 'company.staff': heads }) }];
    }),
  );
}

export const registerFacts = async (ctx: Ctx, company: KnownCompany): Promise<KnownFacts> =>
  (await registerFactsOf(ctx, [company])).get(company.id) ?? {};
