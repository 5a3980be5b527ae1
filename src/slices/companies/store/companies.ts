/** Every statement that writes or locks companies, their names, domains and sizes. */
import { sql } from 'kysely';
import type { SizeClass } from '#core/companies/sizes.ts';
import { normalName } from '#core/names/normal.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';
import type { NameKind } from '../schemas.ts';

/** Held until the transaction ends, before any company: of two who change names, parents or merges the second sees what the first did. */
export async function openRegister(ctx: Ctx): Promise<void> {
  await sql`insert into company_registers (organisation_id, changes) values (${ctx.organisation}, 1)
    on conflict (organisation_id) do update set changes = company_registers.changes + 1`.execute(ctx.db);
}

export type Company = {
  readonly id: CompanyId;
  readonly name: string;
  readonly country: string | null;
  readonly note: string;
  readonly parent: CompanyId | null;
  readonly version: number;
};

/** While it stands: one that was merged away is not changed any more. */
export async function lockCompany(ctx: Ctx, id: CompanyId): Promise<Company | undefined> {
  return ctx.db
    .selectFrom('companies')
    .select(['id', 'name', 'country', 'note', 'parent_id as parent', 'version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

type Texts = { readonly name: string; readonly country: string | null; readonly note: string };

export async function insertCompany(ctx: Ctx, { name, country, note }: Texts): Promise<CompanyId> {
  const id = ctx.ids.next<CompanyId>();
  const search = normalName(name).text;
  await ctx.db
    .insertInto('companies')
    .values({ organisation_id: ctx.organisation, id, name, search, country, note, created_at: ctx.now, changed_at: ctx.now })
    .execute();
  return id;
}

function changeCompany(ctx: Ctx, id: CompanyId) {
  return ctx.db
    .updateTable('companies')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .set({ version: sql`version + 1`, changed_at: ctx.now });
}

export async function markCompany(ctx: Ctx, id: CompanyId, { name, country, note }: Texts): Promise<void> {
  await changeCompany(ctx, id)
    .set({ name, search: normalName(name).text, country, note })
    .execute();
}

export async function markParent(ctx: Ctx, id: CompanyId, parent: CompanyId | null): Promise<void> {
  await changeCompany(ctx, id).set({ parent_id: parent }).execute();
}

export async function insertName(ctx: Ctx, company: CompanyId, { name, kind }: { name: string; kind: NameKind }): Promise<string> {
  const id = ctx.ids.next();
  await ctx.db
    .insertInto('company_names')
    .values({ organisation_id: ctx.organisation, id, company_id: company, name, search: normalName(name).text, kind, added_at: ctx.now })
    .execute();
  return id;
}

export async function deleteName(ctx: Ctx, company: CompanyId, id: string): Promise<{ name: string } | undefined> {
  return ctx.db
    .deleteFrom('company_names')
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', company)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
}

export async function insertDomain(ctx: Ctx, company: CompanyId, domain: string): Promise<void> {
  await ctx.db
    .insertInto('company_domains')
    .values({ organisation_id: ctx.organisation, company_id: company, domain, added_at: ctx.now })
    .execute();
}

export async function deleteDomain(ctx: Ctx, company: CompanyId, domain: string): Promise<boolean> {
  const gone = await ctx.db
    .deleteFrom('company_domains')
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', company)
    .where('domain', '=', domain)
    .returning('domain')
    .execute();
  return gone.length > 0;
}

type Size = { readonly class: SizeClass; readonly asOf: string; readonly source: string };

export async function insertSize(ctx: Ctx, company: CompanyId, size: Size): Promise<string> {
  const id = ctx.ids.next();
  await ctx.db
    .insertInto('company_sizes')
    .values({
      organisation_id: ctx.organisation,
      id,
      company_id: company,
      class: size.class,
      as_of: size.asOf,
      source: size.source,
      recorded_by: personOf(ctx) ?? null,
      recorded_at: ctx.now,
    })
    .execute();
  return id;
}
