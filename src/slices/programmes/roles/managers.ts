/** Whoever runs a programme and can be written to. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';

type Manager = { readonly person: PersonId; readonly email: string; readonly name: string };

/** Of the programme an edition belongs to. */
export async function managersOf(ctx: Ctx, edition: EditionId): Promise<readonly Manager[]> {
  const { rows } = await sql<Manager>`
    select distinct q.id as person, q.email, q.name from programme_roles r
      join editions e on e.organisation_id = r.organisation_id and e.programme_id = r.programme_id and e.id = ${edition}
      join directory.people q on q.id = r.person_id
     where r.organisation_id = ${ctx.organisation} and r.role = 'manager' and q.email is not null order by q.id`.execute(ctx.db);
  return rows;
}
