/** The words an entry that was sent in is found by, in the list of its edition. */
import { sql } from 'kysely';
import { searchWords } from '#core/lists/search-words.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { answersOf } from '../answers/answers-store.ts';

/** What is written in an answer; the key of an option, an amount or a day is not. */
function writtenIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) return answer.flatMap(writtenIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const { name, other } = answer as { readonly name?: unknown; readonly other?: unknown };
  return [name, other].filter((one) => typeof one === 'string');
}

type Said = {
  readonly id: EntryId;
  readonly number: string;
  readonly title: string;
  readonly nominee: string;
  readonly body: string;
  readonly owner: string;
};

/** Anew for these entries, from what they say now. What was never sent in is not found. */
export async function keepFound(ctx: Ctx, entries: readonly EntryId[]): Promise<void> {
  if (entries.length === 0) return;
  const { rows } = await sql<Said>`
    select e.id, e.number, e.title, e.nominee, e.body, p.name as owner
      from entries e join directory.people p on p.id = e.owner_id
     where e.organisation_id = ${ctx.organisation} and e.id = any (${[...entries]}::uuid[]) and e.number is not null`.execute(ctx.db);
  if (rows.length === 0) return;
  const answers = await answersOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const found = rows.map(({ id, number, title, nominee, body, owner }) =>
    searchWords(number, title, nominee, owner, ...Object.values(answers.get(id) ?? {}).flatMap(writtenIn), body).join(' '),
  );
  await sql`insert into entry_search (organisation_id, entry_id, words)
    select ${ctx.organisation}::uuid, id, array_to_tsvector(string_to_array(words, ' '))
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${found}::text[]) as t (id, words)
    on conflict (organisation_id, entry_id) do update set words = excluded.words`.execute(ctx.db);
}

/** Entries that were sent in and have no words yet: those of before there was a search, and those that came by another way. */
export async function notYetFound(ctx: Ctx, most: number): Promise<EntryId[]> {
  const { rows } = await sql<{ id: EntryId }>`
    select e.id from entries e
     where e.organisation_id = ${ctx.organisation} and e.number is not null
       and not exists (select from entry_search s where s.organisation_id = e.organisation_id and s.entry_id = e.id)
     limit ${most}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
