/** By what a person is found in what others wrote: all their accounts, every address that leads to one, and their name. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Marks } from '#slices/system/index.ts';

export type { Marks };

/** The account that counts, whichever of a person's accounts is asked for. */
export async function accountOf(ctx: Ctx, id: PersonId): Promise<PersonId> {
  const row = await ctx.db.selectFrom('directory.people').select('same_as').where('id', '=', id).executeTakeFirst();
  return row?.same_as ?? id;
}

export async function marksOf(ctx: Ctx, person: PersonId): Promise<Marks> {
  const people = await ctx.db
    .selectFrom('directory.people')
    .select(['id', 'email', 'name'])
    .where((eb) => eb.or([eb('id', '=', person), eb('same_as', '=', person)]))
    .orderBy('id')
    .execute();
  const ids = people.map(({ id }) => id);
  const others = await ctx.db.selectFrom('directory.other_addresses').select('email').where('person_id', 'in', ids).execute();
  // An address that was asked for and never confirmed was typed by them all the same.
  const asked = await ctx.db
    .selectFrom('directory.links')
    .select('email')
    .where('person_id', 'in', ids)
    .where('purpose', '<>', 'merge')
    .execute();
  const addresses = [...people, ...others, ...asked].flatMap(({ email }) => email ?? []);
  return { ids, addresses: [...new Set(addresses)], name: people.find(({ id }) => id === person)?.name ?? '' };
}

/** A text without the names and addresses of the person. */
export function without(text: string, { addresses, name }: Marks): string {
  const said = [...addresses, ...(name.length > 2 ? [name] : [])];
  return said.reduce((left, one) => left.replaceAll(one, struckOut), text);
}

/** Stands where a name or an address stood. */
export const struckOut = '[…]';
