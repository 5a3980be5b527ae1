/** Every statement that lets contacts go that have been of no use for long. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { ContactId } from '#platform/ids.ts';
import { markContactErased } from '../store/people.ts';

/** Contacts whose last employment ended before, or who never had one and are as old; not those of people who are held. */
export async function idleContacts(ctx: Ctx, before: Date, held: readonly string[]): Promise<ContactId[]> {
  const { rows } = await sql<{ id: ContactId }>`select c.id from contacts c
    where c.organisation_id = ${ctx.organisation} and c.erased_at is null and c.created_at < ${before}
      and (c.person_id is null or c.person_id <> all (${held}::uuid[]))
      and not exists (select from employments e where e.organisation_id = c.organisation_id and e.contact_id = c.id
        and (e.ends_on is null or e.ends_on >= ${before}::date))
    order by c.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

export async function eraseContacts(ctx: Ctx, contacts: readonly ContactId[]): Promise<void> {
  for (const contact of contacts) await markContactErased(ctx, contact);
}
