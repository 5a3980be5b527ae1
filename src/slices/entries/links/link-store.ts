/** Every statement that writes what answered at the web addresses of entries. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import type { OutwardFault } from '#platform/outward/post.server.ts';

export type Link = {
  readonly address: string;
  readonly askedAt: Date;
  /** Null while nobody has looked. */
  readonly checkedAt: Date | null;
  readonly status: number | null;
  readonly fault: OutwardFault | null;
};

export async function linksOf(ctx: Ctx, entry: EntryId): Promise<Link[]> {
  const rows = await ctx.db
    .selectFrom('entry_links')
    .select(['address', 'asked_at as askedAt', 'checked_at as checkedAt', 'status', 'fault'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .orderBy('address')
    .execute();
  return rows.map(({ fault, ...one }) => ({ ...one, fault: fault as OutwardFault | null }));
}

/** What was found before goes: it was of an address as it was then. */
export async function replaceLinks(ctx: Ctx, entry: EntryId, addresses: readonly string[]): Promise<void> {
  await forgetLinks(ctx, [entry]);
  if (addresses.length === 0) return;
  const rows = addresses.map((address) => ({ organisation_id: ctx.organisation, entry_id: entry, address, asked_at: ctx.now }));
  await ctx.db.insertInto('entry_links').values(rows).execute();
}

export type Found = { readonly address: string; readonly status: number | null; readonly fault: OutwardFault | null };

/** Of those that still wait; how many they were. */
export async function markChecked(ctx: Ctx, entry: EntryId, found: readonly Found[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`update entry_links l set checked_at = ${ctx.now}, status = f.status, fault = f.fault
      from unnest(${found.map(({ address }) => address)}::text[], ${found.map(({ status }) => status)}::int[],
                  ${found.map(({ fault }) => fault)}::text[]) as f (address, status, fault)
     where l.organisation_id = ${ctx.organisation} and l.entry_id = ${entry} and l.address = f.address
       and l.checked_at is null`.execute(ctx.db);
  return Number(numAffectedRows);
}

export async function forgetLinks(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`delete from entry_links where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}
