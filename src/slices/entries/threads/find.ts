/** Reads the operations of threads and their views both need; no rights are asked here. */
import { sql } from 'kysely';
import type { Side } from '#core/entries/asking/threads.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';

export type ThreadEntry = {
  readonly id: EntryId;
  readonly edition: EditionId;
  readonly chapter: string | null;
  readonly owner: PersonId;
  readonly number: string | null;
  readonly category: string;
};

export async function entryOfThread(ctx: Ctx, id: EntryId): Promise<ThreadEntry | undefined> {
  return ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .select(['e.id', 'e.edition_id as edition', 'e.chapter', 'e.owner_id as owner', 'e.number', 'c.name as category'])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.id', '=', id)
    .where('e.next_of', 'is', null)
    .executeTakeFirst();
}

export type Said = { readonly number: number; readonly side: Side; readonly by: PersonId; readonly text: string; readonly at: Date };

/** In their order. */
export async function messagesAfter(ctx: Ctx, entry: EntryId, after: number): Promise<Said[]> {
  const rows = await ctx.db
    .selectFrom('thread_messages')
    .select(['number', 'side', 'person_id as by', 'text', 'at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('number', '>', after)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, side: row.side as Side }));
}

/** How many somebody wrote for one side since an instant, in all threads. */
export async function messagesSince(ctx: Ctx, person: PersonId, side: Side, since: Date): Promise<number> {
  const row = await ctx.db
    .selectFrom('thread_messages')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .where('side', '=', side)
    .where('at', '>', since)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** Its owner and those who may answer for them, who have not read so far. */
export async function entrantsToTell(ctx: Ctx, { id, owner }: ThreadEntry, through: number) {
  const { rows } = await sql<{ person: PersonId; name: string; email: string }>`
    select p.id as person, p.name, p.email from directory.people p
     where p.email is not null
       and (p.id = ${owner} or exists (select from entry_writers w where w.organisation_id = ${ctx.organisation} and w.entry_id = ${id}
            and w.person_id = p.id and w.rights <> 'view'))
       and not exists (select from thread_reads r where r.organisation_id = ${ctx.organisation} and r.entry_id = ${id} and r.person_id = p.id
            and r.through >= ${through})
     order by p.id`.execute(ctx.db);
  return rows;
}
