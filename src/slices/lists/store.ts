/** Every statement that writes or locks what somebody keeps of a list. */

import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

export type ListOf = { readonly list: string; readonly subject: string };

function somebody(ctx: Ctx): PersonId {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return person;
}

export async function keepColumns(ctx: Ctx, list: string, columns: readonly string[]): Promise<void> {
  const row = { organisation_id: ctx.organisation, person_id: somebody(ctx), list, columns: [...columns], changed_at: ctx.now };
  await ctx.db
    .insertInto('list_columns')
    .values(row)
    .onConflict((on) => on.columns(['organisation_id', 'person_id', 'list']).doUpdateSet({ columns: row.columns, changed_at: ctx.now }))
    .execute();
}

export async function forgetColumns(ctx: Ctx, list: string): Promise<void> {
  await ctx.db
    .deleteFrom('list_columns')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', somebody(ctx))
    .where('list', '=', list)
    .execute();
}

/** The rows somebody holds, locked until the transaction ends. */
export async function lockChoice(ctx: Ctx, { list, subject }: ListOf): Promise<readonly string[]> {
  const row = await ctx.db
    .selectFrom('list_choices')
    .select('items')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', somebody(ctx))
    .where('list', '=', list)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  return row?.items ?? [];
}

/** What somebody holds of a list from now on; an act that was carried out holds what it was done to. */
export async function holdRows(ctx: Ctx, { list, subject }: ListOf, items: readonly string[]): Promise<void> {
  const row = { organisation_id: ctx.organisation, person_id: somebody(ctx), list, subject, items: [...items], changed_at: ctx.now };
  await ctx.db
    .insertInto('list_choices')
    .values(row)
    .onConflict((on) =>
      on.columns(['organisation_id', 'person_id', 'list', 'subject']).doUpdateSet({ items: row.items, changed_at: ctx.now }),
    )
    .execute();
}

export type SavedView = {
  readonly id: string;
  readonly person: PersonId;
  readonly list: string;
  readonly subject: string;
  readonly name: string;
  readonly shared: boolean;
  readonly removed: boolean;
};

export async function lockView(ctx: Ctx, id: string): Promise<SavedView | undefined> {
  return ctx.db
    .selectFrom('saved_views')
    .select(['id', 'person_id as person', 'list', 'subject', 'name', 'shared', sql<boolean>`removed_at is not null`.as('removed')])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export type NewView = ListOf & { readonly name: string; readonly query: string; readonly shared: boolean };

export async function insertView(ctx: Ctx, view: NewView): Promise<string> {
  const id = ctx.ids.next();
  await ctx.db
    .insertInto('saved_views')
    .values({ organisation_id: ctx.organisation, id, person_id: somebody(ctx), created_at: ctx.now, removed_at: null, ...view })
    .execute();
  return id;
}

function changed(ctx: Ctx, id: string) {
  return ctx.db
    .updateTable('saved_views')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .set({ version: sql`version + 1` });
}

export async function markView(ctx: Ctx, id: string, { name, shared }: { readonly name: string; readonly shared: boolean }): Promise<void> {
  await changed(ctx, id).set({ name, shared }).execute();
}

export async function markRemoved(ctx: Ctx, id: string, at: Date | null): Promise<void> {
  await changed(ctx, id).set({ removed_at: at }).execute();
}
