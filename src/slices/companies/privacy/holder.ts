/** What companies count, give, move and let go of a person. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { declareHolder } from '#platform/privacy/holders.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { eraseBodies } from '#slices/system/index.ts';
import { moveContact } from '../store/people.ts';
import { eraseContacts, idleContacts } from './privacy-store.ts';

type Row = {
  readonly contact: string;
  readonly name: string;
  readonly email: string | null;
  readonly company: string | null;
  readonly title: string | null;
};

async function contactsOf(ctx: Ctx, person: PersonId): Promise<Row[]> {
  const { ids, addresses } = await marksOf(ctx, person);
  const { rows } = await sql<Row & { from: string | null; until: string | null }>`
    select c.id as contact, c.name, c.email, k.name as company, e.title, e.starts_on as "from", e.ends_on as until from contacts c
    left join employments e on e.organisation_id = c.organisation_id and e.contact_id = c.id
    left join companies k on k.organisation_id = e.organisation_id and k.id = e.company_id
    where c.organisation_id = ${ctx.organisation} and c.erased_at is null
      and (c.person_id = any (${ids}::uuid[]) or c.email = any (${addresses}::text[]))
    order by c.id, e.starts_on`.execute(ctx.db);
  return rows;
}

declareHolder({
  slice: 'companies',
  erasing: async (ctx, person) => ({ goes: [{ what: 'contacts', count: (await contactsOf(ctx, person)).length }], stays: [], blocks: [] }),
  exporting: async (ctx, person) => [{ name: 'employments', rows: await contactsOf(ctx, person) }],
  merging: async (ctx, { from }) => ({ moves: [{ what: 'contacts', count: (await contactsOf(ctx, from)).length }], blocks: [] }),
  timers: [
    {
      name: 'companies.contacts',
      days: 1825,
      perProgramme: false,
      count: async (ctx, { cutoff, heldPeople }) => (await idleContacts(ctx, cutoff(null), heldPeople)).length,
      apply: async (ctx, { cutoff, heldPeople }) => {
        const contacts = await idleContacts(ctx, cutoff(null), heldPeople);
        await eraseContacts(ctx, contacts);
        // Bodies about a contact are kept under the contact's own id.
        for (const contact of contacts)
          await eraseBodies(ctx, contact as string as PersonId, 'kept as long as the organisation keeps contacts');
        return contacts.length;
      },
    },
  ],
});

accountsMerged((ctx, { from, into }) => moveContact(ctx, from, into));
