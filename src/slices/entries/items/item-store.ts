/** Every statement that writes things that came by post for an entry; reads that share their shape. */
import { sql } from 'kysely';
import type { Outcome } from '#core/entries/items.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';

export type NewItem = {
  readonly id: string;
  readonly entry: EntryId;
  readonly what: string;
  readonly place: string;
  readonly receivedAt: Date;
  readonly by: PersonId;
};

/** The caller has locked the entry. */
export async function insertItem(ctx: Ctx, { id, entry, what, place, receivedAt, by }: NewItem): Promise<void> {
  await ctx.db
    .insertInto('entry_items')
    .values({
      organisation_id: ctx.organisation,
      id,
      entry_id: entry,
      what,
      place,
      received_at: receivedAt,
      noted_by: by,
      noted_at: ctx.now,
    })
    .execute();
}

/** Of an entry, those noted by mistake aside. */
export async function countItems(ctx: Ctx, entry: EntryId): Promise<number> {
  const row = await ctx.db
    .selectFrom('entry_items')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where(sql<boolean>`outcome is distinct from 'mistake'`)
    .executeTakeFirst();
  return row?.count ?? 0;
}

export type Item = { readonly id: string; readonly entry: EntryId; readonly outcome: Outcome | null };

/** Locked. */
export async function lockItem(ctx: Ctx, id: string): Promise<Item | undefined> {
  const row = await ctx.db
    .selectFrom('entry_items')
    .select(['id', 'entry_id as entry', 'outcome'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, outcome: row.outcome as Outcome | null };
}

/** `outcome` undefined: it is here again. */
export async function markOutcome(
  ctx: Ctx,
  id: string,
  end: { readonly outcome: Outcome; readonly by: PersonId } | undefined,
): Promise<void> {
  await ctx.db
    .updateTable('entry_items')
    .set({ outcome: end?.outcome ?? null, ended_by: end?.by ?? null, ended_at: end ? ctx.now : null })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** What they were, where whoever entered is erased. */
export async function blankItems(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`update entry_items set what = '', place = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}

export type ItemRow = {
  readonly id: string;
  readonly entry: EntryId;
  readonly what: string;
  readonly place: string;
  readonly receivedAt: Date;
  readonly outcome: Outcome | null;
  readonly endedAt: Date | null;
};

/** Of these entries, in the order they came; those noted by mistake are left out. */
export async function itemsOf(ctx: Ctx, entries: readonly EntryId[]): Promise<ItemRow[]> {
  if (entries.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('entry_items')
    .select(['id', 'entry_id as entry', 'what', 'place', 'received_at as receivedAt', 'outcome', 'ended_at as endedAt'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', 'in', [...entries])
    .where(sql<boolean>`outcome is distinct from 'mistake'`)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome | null }));
}
