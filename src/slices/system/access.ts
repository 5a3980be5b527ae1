/** Who runs the organisation, read from the database at the moment it counts. */
import type { Relation } from '#core/access/relations.ts';
import { type Ctx, personOf, programmesOfKey } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

/** The row that makes somebody an administrator, for those who ask for other roles in the same statement. */
export function administratorRows(ctx: Ctx, person: PersonId) {
  return ctx.db
    .selectFrom('memberships')
    .select('role')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .where('role', '=', 'administrator');
}

/** A key for some programmes runs no organisation, whoever made it. */
export async function isAdministrator(ctx: Ctx): Promise<boolean> {
  const person = personOf(ctx);
  if (person === undefined || programmesOfKey(ctx)) return false;
  return (await administratorRows(ctx, person).executeTakeFirst()) !== undefined;
}

export async function organisationRelations(ctx: Ctx): Promise<Relation[]> {
  return (await isAdministrator(ctx)) ? ['administrator'] : [];
}

/** Whether anybody runs the organisation yet. */
export async function hasAdministrator(ctx: Ctx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('memberships')
    .select('role')
    .where('organisation_id', '=', ctx.organisation)
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
