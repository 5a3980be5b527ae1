/** Every statement that writes or locks identities: whom a provider calls by which subject. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

type Known = { readonly issuer: string; readonly subject: string };

/** Whose it is, locked; undefined when it is nobody's yet. */
export async function lockIdentity(ctx: Ctx, { issuer, subject }: Known): Promise<PersonId | undefined> {
  const row = await ctx.db
    .selectFrom('directory.identities')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  return row?.person_id;
}

type NewIdentity = Known & { readonly provider: string; readonly label: string };

/** False when somebody took it at the same time. */
export async function insertIdentity(ctx: Ctx, person: PersonId, identity: NewIdentity): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('directory.identities')
    .values({ ...identity, id: ctx.ids.next(), person_id: person, created_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function markIdentityUsed(ctx: Ctx, { issuer, subject }: Known): Promise<void> {
  await ctx.db
    .updateTable('directory.identities')
    .set({ used_at: ctx.now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .execute();
}

export type OwnIdentity = { readonly id: string; readonly provider: string };

export function lockOwnIdentity(ctx: Ctx, person: PersonId, id: string): Promise<OwnIdentity | undefined> {
  return ctx.db
    .selectFrom('directory.identities')
    .select(['id', 'provider'])
    .where('id', '=', id)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst();
}

export async function deleteIdentity(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('directory.identities').where('id', '=', id).execute();
}

/** What was connected since an instant: whoever changed the address may have been a thief. */
export async function deleteIdentitiesSince(ctx: Ctx, person: PersonId, since: Date): Promise<void> {
  await ctx.db.deleteFrom('directory.identities').where('person_id', '=', person).where('created_at', '>=', since).execute();
}
