/** What came by post: for those who run an edition, and for whoever entered. */
import { sql } from 'kysely';
import type { ItemFilter, Outcome } from '#core/entries/items.ts';
import type { EntryState } from '#core/entries/withdrawing.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/database/keyset.ts';
import type { EntryId } from '#platform/ids.ts';
import { type Edition, requireReach, withinReach } from '#slices/programmes/index.ts';
import { itemsOf } from './item-store.ts';

const linesAPage = 50;

async function itemRows(ctx: Ctx, edition: Edition, filter: ItemFilter) {
  const reach = await requireReach(ctx, edition);
  const rows = ctx.db
    .selectFrom('entry_items as i')
    .innerJoin('entries as e', (join) => join.onRef('e.organisation_id', '=', 'i.organisation_id').onRef('e.id', '=', 'i.entry_id'))
    .where('i.organisation_id', '=', ctx.organisation)
    .where(withinReach([reach]));
  return filter === 'here' ? rows.where('i.outcome', 'is', null) : rows;
}

/** How many are still there, as far as the reader reaches. */
export async function itemsHere(ctx: Ctx, edition: Edition): Promise<number> {
  const row = await (await itemRows(ctx, edition, 'here')).select(sql<number>`count(*)::int`.as('count')).executeTakeFirst();
  return row?.count ?? 0;
}

/** The last that came first. */
export async function itemsPage(ctx: Ctx, edition: Edition, filter: ItemFilter, after: string | undefined, size = linesAPage) {
  let query = (await itemRows(ctx, edition, filter))
    .innerJoin('directory.people as p', 'p.id', 'i.noted_by')
    .leftJoin('directory.people as q', 'q.id', 'i.ended_by')
    .select(['i.id', 'i.what', 'i.place', 'i.received_at as receivedAt', 'i.outcome', 'i.ended_at as endedAt'])
    .select(['e.id as entry', 'e.number', 'e.title', 'p.name as notedBy', 'q.name as endedBy']);
  const from = readCursor(after, 'instant');
  if (from) query = query.where(sql<boolean>`(i.received_at, i.id) < (${from[0]}, ${from[1]}::uuid)`);
  const rows = await query
    .orderBy('i.received_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(size + 1)
    .execute();
  const last = rows.length > size ? rows[size - 1] : undefined;
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  return {
    items: rows.slice(0, size).map(({ receivedAt, endedAt, outcome, ...one }) => ({
      ...one,
      outcome: outcome as Outcome | null,
      receivedAt: told(receivedAt),
      endedAt: endedAt && told(endedAt),
    })),
    next: last && writeCursor(last.receivedAt.toISOString(), last.id),
  };
}

type Sent = { readonly id: EntryId; readonly state: EntryState; readonly edition: { readonly zone: string } };

/** As whoever entered is told of it; of what is still being written there is none. */
export async function itemsToTell(ctx: Ctx, { id: entry, state, edition: { zone } }: Sent) {
  if (state === 'draft') return [];
  return (await itemsOf(ctx, [entry])).map(({ id, what, receivedAt, outcome }) => ({
    id,
    what,
    outcome,
    at: zonedText(receivedAt.getTime(), zone),
  }));
}
export type ToldItem = Awaited<ReturnType<typeof itemsToTell>>[number];

/** By the number that stands on a parcel, however it is written; as far as the reader reaches. */
export async function entryNumbered(ctx: Ctx, edition: Edition, number: string): Promise<EntryId | undefined> {
  const reach = await requireReach(ctx, edition);
  const row = await ctx.db
    .selectFrom('entries as e')
    .select('e.id')
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.next_of', 'is', null)
    .where(withinReach([reach]))
    .where(sql<boolean>`upper(e.number) = ${number.trim().toUpperCase()}`)
    .executeTakeFirst();
  return row?.id;
}
