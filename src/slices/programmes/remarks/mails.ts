/** The mail to whoever runs a programme when something that was asked or said on its page waits for them. */
import { sql } from 'kysely';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { declareEditionMail, type MailEdition } from '#platform/mails.ts';

type Manager = { readonly person: PersonId; readonly name: string };

async function managersOf(ctx: Ctx, edition: MailEdition): Promise<readonly Manager[]> {
  const { rows } = await sql<Manager>`
    select distinct q.id as person, q.name from programme_roles r
      join editions e on e.organisation_id = r.organisation_id and e.programme_id = r.programme_id and e.id = ${edition.id}
      join directory.people q on q.id = r.person_id
     where r.organisation_id = ${ctx.organisation} and r.role = 'manager' and q.email is not null order by q.id`.execute(ctx.db);
  return rows;
}

declareEditionMail('programmes.remark-waits', {
  topic: 'reminders',
  places: [],
  values: () => ({}),
  path: (data) => `/manage/${data.slug}/questions`,
  words: (values, { remarks }) => ({ subject: remarks.mail.subject(values.programme), text: remarks.mail.text(values) }),
  people: async (ctx, edition) => (await managersOf(ctx, edition)).map(({ person }) => person),
  read: async (ctx, edition) => {
    const reader = (await managersOf(ctx, edition)).find(({ person }) => person === personOf(ctx));
    return reader && { name: reader.name, slug: edition.programmeSlug };
  },
});
