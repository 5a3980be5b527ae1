/** Every statement that merges two companies, or takes a merge back. */
import { sql } from 'kysely';
import type { MergePlan } from '#core/companies/merge.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';

/** The plan as it was carried out, with the name that was added. */
export type Moved = MergePlan & { readonly addedName: string | null };

type Ends = { readonly kept: CompanyId; readonly merged: CompanyId };

/** Rows of one company become another's, if they are still the first one's. */
async function moveRows(
  ctx: Ctx,
  table: 'company_names' | 'company_sizes' | 'employments',
  ids: readonly string[],
  ends: Ends,
): Promise<void> {
  await ctx.db
    .updateTable(table)
    .set({ company_id: ends.kept })
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', ends.merged)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute();
}

async function moveChildren(ctx: Ctx, ids: readonly string[], from: CompanyId, to: CompanyId): Promise<void> {
  await ctx.db
    .updateTable('companies')
    .set({ parent_id: to, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('parent_id', '=', from)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute();
}

async function moveDomains(ctx: Ctx, domains: readonly string[], { kept, merged }: Ends): Promise<void> {
  await ctx.db
    .updateTable('company_domains')
    .set({ company_id: kept })
    .where('organisation_id', '=', ctx.organisation)
    .where('company_id', '=', merged)
    .where(sql<boolean>`domain = any (${domains}::text[])`)
    .execute();
}

async function markEnd(ctx: Ctx, id: CompanyId, into: CompanyId | null): Promise<void> {
  await ctx.db
    .updateTable('companies')
    .set({ merged_into: into, changed_at: ctx.now, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

async function moveAll(ctx: Ctx, moved: Moved, ends: Ends): Promise<void> {
  await moveRows(ctx, 'company_names', moved.names, ends);
  await moveRows(ctx, 'company_sizes', moved.sizes, ends);
  await moveRows(ctx, 'employments', moved.employments, ends);
  await moveDomains(ctx, moved.domains, ends);
}

/** The parent of the kept company, where the merge set it and nobody has set another since. */
async function markKeptParent(ctx: Ctx, kept: CompanyId, from: string | null, to: string | null): Promise<void> {
  await ctx.db
    .updateTable('companies')
    .set({ parent_id: to as CompanyId | null, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', kept)
    .where(sql<boolean>`parent_id is not distinct from ${from}::uuid`)
    .execute();
}

export async function insertMerge(ctx: Ctx, ends: Ends, moved: Moved): Promise<string> {
  const by = personOf(ctx);
  if (by === undefined) throw new Error('companies are merged by a person only');
  const id = ctx.ids.next();
  await ctx.db
    .insertInto('company_merges')
    .values({
      organisation_id: ctx.organisation,
      id,
      kept_id: ends.kept,
      merged_id: ends.merged,
      moved: JSON.stringify(moved),
      merged_by: by,
      merged_at: ctx.now,
    })
    .execute();
  await moveAll(ctx, moved, ends);
  if (moved.parent) await markKeptParent(ctx, ends.kept, moved.parent.from, moved.parent.to);
  await moveChildren(ctx, moved.children, ends.merged, ends.kept);
  await markEnd(ctx, ends.merged, ends.kept);
  return id;
}

export type Merge = Ends & { readonly id: string; readonly moved: Moved };

/** A merge that stands, with the rows of both companies. */
export async function lockMerge(ctx: Ctx, id: string): Promise<Merge | undefined> {
  const row = await ctx.db
    .selectFrom('company_merges')
    .select(['id', 'kept_id as kept', 'merged_id as merged', 'moved'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, moved: row.moved as Moved };
}

/** Everything that moved and is still there goes back. */
export async function markUndone(ctx: Ctx, { id, kept, merged, moved }: Merge): Promise<void> {
  await ctx.db
    .updateTable('company_merges')
    .set({ undone_at: ctx.now, undone_by: personOf(ctx) ?? null })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
  await moveAll(ctx, moved, { kept: merged, merged: kept });
  if (moved.addedName !== null)
    await ctx.db.deleteFrom('company_names').where('organisation_id', '=', ctx.organisation).where('id', '=', moved.addedName).execute();
  if (moved.parent) await markKeptParent(ctx, kept, moved.parent.to, moved.parent.from);
  await moveChildren(ctx, moved.children, kept, merged);
  await markEnd(ctx, merged, null);
}
