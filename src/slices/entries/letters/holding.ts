/** What of letters somebody is given of themselves: those asked of them, and those asked for entries of their own as far as they may read them. */
import { sql } from 'kysely';
import { letterState } from '#core/entries/asking/letters.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Part } from '#platform/privacy/holders.ts';
import { marksOf } from '#slices/people/index.ts';
import { type LetterRow, lettersTo } from './letter-store.ts';

const given = ({ name, email, relation, message, confidential, askedAt, answer, ...marks }: LetterRow) => ({
  name,
  email,
  relation,
  message,
  confidential,
  state: letterState(marks),
  at: askedAt.toISOString(),
  answer,
});

/** The words of a confidential letter are the referee's: they are not fetched for whoever entered. */
async function askedFor(ctx: Ctx, ids: readonly PersonId[]): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select r.entry_id as entry, r.name, r.email, r.relation, r.message, r.confidential, r.asked_at as "askedAt",
           r.written_at as "writtenAt", r.declined_at as "declinedAt", r.withdrawn_at as "withdrawnAt",
           case when r.confidential and r.declined_at is null then '' else r.answer end as answer
      from letter_requests r join entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id
     where r.organisation_id = ${ctx.organisation} and e.owner_id = any (${ids}::uuid[]) and r.email <> ''
     order by r.asked_at, r.id`.execute(ctx.db);
  return rows;
}

export async function lettersOf(ctx: Ctx, person: PersonId): Promise<Part[]> {
  const { ids, addresses } = await marksOf(ctx, person);
  return [
    { name: 'letters', rows: (await lettersTo(ctx, addresses)).map(given) },
    { name: 'letters-asked-for', rows: (await askedFor(ctx, ids)).map(given) },
  ];
}
