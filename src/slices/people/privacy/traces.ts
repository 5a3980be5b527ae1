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

/** What the account had until days ago, as long as it has not become somebody else's. */
function formerOf(ctx: Ctx, ids: readonly PersonId[]) {
  return ctx.db
    .selectFrom('directory.links as l')
    .select('l.email')
    .where('l.person_id', 'in', [...ids])
    .where('l.purpose', '=', 'old-address')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('directory.people as p')
            .select('p.id')
            .whereRef('p.email', '=', 'l.email')
            .where('p.id', 'not in', [...ids]),
        ),
      ),
    )
    .execute();
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
  // Asked for and never confirmed: typed by them, and anybody can type anybody's.
  const links = await ctx.db
    .selectFrom('directory.links')
    .select('email')
    .where('person_id', 'in', ids)
    .where('purpose', 'not in', ['merge', 'old-address'])
    .execute();
  const former = await formerOf(ctx, ids);
  const textsOf = (rows: readonly { readonly email: string | null }[]) => [...new Set(rows.flatMap(({ email }) => email ?? []))];
  const addresses = textsOf([...people, ...others, ...former]);
  const asked = textsOf(links).filter((email) => !addresses.includes(email));
  return { ids, addresses, asked, name: people.find(({ id }) => id === person)?.name ?? '' };
}

/** A text without the names and addresses of the person. */
export function without(text: string, { addresses, asked, name }: Marks): string {
  const said = [...addresses, ...asked, ...(name.length > 2 ? [name] : [])];
  return said.reduce((left, one) => left.replaceAll(one, struckOut), text);
}

/** Stands where a name or an address stood. */
export const struckOut = '[…]';
