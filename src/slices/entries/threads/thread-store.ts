/** Every statement that writes what an entrant and an organiser say to each other. */
import { sql } from 'kysely';
import type { Side, ThreadCounts } from '#core/entries/asking/threads.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import type { Marks } from '#slices/people/index.ts';

export type Told = { readonly through: number; readonly at: Date | null };
export type Thread = ThreadCounts & { readonly entry: EntryId; readonly told: Readonly<Record<Side, Told>> };

/** The thread of an entry, locked; undefined where nobody has said anything yet. */
export async function lockThread(ctx: Ctx, entry: EntryId): Promise<Thread | undefined> {
  const row = await ctx.db
    .selectFrom('entry_threads')
    .select(['messages', 'last_of_entrant as lastOfEntrant', 'last_of_organiser as lastOfOrganiser', 'answered'])
    .select(['told_entrant', 'told_entrant_at', 'told_organiser', 'told_organiser_at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { told_entrant, told_entrant_at, told_organiser, told_organiser_at, ...counts } = row;
  const told = { entrant: { through: told_entrant, at: told_entrant_at }, organiser: { through: told_organiser, at: told_organiser_at } };
  return { ...counts, entry, told };
}

export type NewMessage = { readonly entry: EntryId; readonly side: Side; readonly by: PersonId; readonly text: string };

/** The caller has locked the entry, so that of two messages each has a number of its own. */
export async function insertMessage(ctx: Ctx, { entry, side, by, text }: NewMessage): Promise<number> {
  const last = side === 'entrant' ? 'last_of_entrant' : 'last_of_organiser';
  const { number } = await ctx.db
    .insertInto('entry_threads')
    .values({ organisation_id: ctx.organisation, entry_id: entry, messages: 1, [last]: 1, last_at: ctx.now })
    .onConflict((c) =>
      c.columns(['organisation_id', 'entry_id']).doUpdateSet({
        messages: sql`entry_threads.messages + 1`,
        [last]: sql`entry_threads.messages + 1`,
        last_at: sql`greatest(entry_threads.last_at, excluded.last_at)`,
      }),
    )
    .returning('messages as number')
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('thread_messages')
    .values({ organisation_id: ctx.organisation, entry_id: entry, number, side, person_id: by, text, at: ctx.now })
    .execute();
  return number;
}

/** By an answer, as far as whoever wrote it had read. */
export async function markAnswered(ctx: Ctx, entry: EntryId, through: number): Promise<void> {
  await sql`update entry_threads set answered = greatest(answered, ${through}), settled_by = null, settled_at = null
    where organisation_id = ${ctx.organisation} and entry_id = ${entry}`.execute(ctx.db);
}

/** Without one. */
export async function markSettled(ctx: Ctx, entry: EntryId, through: number, by: PersonId): Promise<void> {
  await ctx.db
    .updateTable('entry_threads')
    .set({ answered: through, settled_by: by, settled_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .execute();
}

/** False where they had read as far already. */
export async function markRead(ctx: Ctx, entry: EntryId, person: PersonId, through: number): Promise<boolean> {
  const { rows } = await sql<{ through: number }>`
    insert into thread_reads (organisation_id, entry_id, person_id, through) values (${ctx.organisation}, ${entry}, ${person}, ${through})
    on conflict (organisation_id, entry_id, person_id) do update set through = excluded.through where thread_reads.through < excluded.through
    returning through`.execute(ctx.db);
  return rows.length > 0;
}

export async function markTold(ctx: Ctx, entry: EntryId, side: Side, through: number): Promise<void> {
  await ctx.db
    .updateTable('entry_threads')
    .set(side === 'entrant' ? { told_entrant: through, told_entrant_at: ctx.now } : { told_organiser: through, told_organiser_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .execute();
}

/** What was said about these entries, by either side; that something was said, by whom and when, stays. */
export async function blankThreads(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  await sql`update thread_messages set text = ''
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[]) and text <> ''`.execute(ctx.db);
}

/** What somebody said about entries of others; what they answered for a programme is the programme's. */
export async function forgetInThreads(ctx: Ctx, { ids }: Marks): Promise<void> {
  await sql`update thread_messages set text = ''
    where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[]) and side = 'entrant'`.execute(ctx.db);
  await sql`delete from thread_reads where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
}

/** Of two accounts of one person whatever either has read is read. */
export async function moveThreads(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update thread_messages set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(
    ctx.db,
  );
  await sql`insert into thread_reads (organisation_id, entry_id, person_id, through)
    select r.organisation_id, r.entry_id, ${into}::uuid, r.through from thread_reads r
     where r.organisation_id = ${ctx.organisation} and r.person_id = ${from}
    on conflict (organisation_id, entry_id, person_id) do update set through = greatest(thread_reads.through, excluded.through)`.execute(
    ctx.db,
  );
  await sql`delete from thread_reads where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
}
