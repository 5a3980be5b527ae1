/** Every statement that takes mail of a person, or mail that is old. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Marks } from '#slices/people/index.ts';

/** Sent, kept or waiting: none leaves any more. What came back from an address, and what somebody wanted no mail about, goes with it. */
export async function deleteMailOf(ctx: Ctx, { ids, addresses, asked }: Marks): Promise<void> {
  // To an address they only asked for: the mail they caused, by its link, and nothing else that went to that mailbox.
  await sql`delete from outbox o where o.organisation_id = ${ctx.organisation} and o.mail = 'people.new-address'
    and lower(o.recipient) = any (${asked}::text[]) and exists (select from directory.links l
      where l.person_id = any (${ids}::uuid[]) and l.token_hash = sha256(convert_to(o.data ->> 'token', 'UTF8')))`.execute(ctx.db);
  // To whom they asked for a letter, or to an entry of theirs: what was mailed says who asks, and of what.
  await sql`delete from outbox o where o.organisation_id = ${ctx.organisation}
    and o.mail in ('entries.letter-asked', 'entries.letter-reminder', 'entries.letter-receipt', 'entries.writer-invited', 'entries.ownership-offered')
    and (exists (select from letter_links l
        join letter_requests r on r.organisation_id = l.organisation_id and r.id = l.request_id
        join entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id
       where l.organisation_id = o.organisation_id and l.token_hash = sha256(convert_to(o.data ->> 'token', 'UTF8'))
         and (r.asked_by = any (${ids}::uuid[]) or e.owner_id = any (${ids}::uuid[])))
      or exists (select from writer_invitations i
        join entries e on e.organisation_id = i.organisation_id and e.id = i.entry_id
       where i.organisation_id = o.organisation_id and i.token_hash = sha256(convert_to(o.data ->> 'token', 'UTF8'))
         and (i.invited_by = any (${ids}::uuid[]) or e.owner_id = any (${ids}::uuid[]))))`.execute(ctx.db);
  await sql`delete from outbox where organisation_id = ${ctx.organisation}
    and (person_id = any (${ids}::uuid[]) or lower(recipient) = any (${addresses}::text[]))`.execute(ctx.db);
  await sql`delete from mail_returns where organisation_id = ${ctx.organisation} and address = any (${addresses}::text[])`.execute(ctx.db);
  await sql`delete from mail_refusals where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
}

/** Settled mail of nobody who is held. */
export async function deleteSettledMail(ctx: Ctx, before: Date, held: readonly string[]): Promise<number> {
  const { numAffectedRows = 0n } = await sql`delete from outbox where organisation_id = ${ctx.organisation} and settled_at < ${before}
    and (person_id is null or person_id <> all (${held}::uuid[]))`.execute(ctx.db);
  return Number(numAffectedRows);
}

export async function moveRefusals(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`insert into mail_refusals (organisation_id, person_id, topic, refused_at)
    select organisation_id, ${into}::uuid, topic, refused_at from mail_refusals
     where organisation_id = ${ctx.organisation} and person_id = ${from} on conflict do nothing`.execute(ctx.db);
  await sql`delete from mail_refusals where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
}
