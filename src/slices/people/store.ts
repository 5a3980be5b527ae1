/** Every statement that writes or locks the tables of people. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { Db } from '#platform/database/db.server.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';

const day = 86_400_000;
const minute = 60_000;
/** A link to an old address is a way back for whoever's account was taken over, and may lie unread for a while. */
const linkLives = {
  'sign-in': 30 * minute,
  'set-up': 7 * day,
  'new-address': 120 * minute,
  'old-address': 7 * day,
  merge: 120 * minute,
} as const;

export type Person = { readonly id: PersonId; readonly email: string; readonly name: string; readonly password_hash: string | null };

export async function insertOrganisation(ctx: Ctx, organisation: { id: OrganisationId; slug: string; name: string }): Promise<void> {
  await ctx.db
    .insertInto('directory.organisations')
    .values({ ...organisation, created_at: ctx.now })
    .execute();
}

export async function markOrganisationName(ctx: Ctx, name: string): Promise<void> {
  await ctx.db.updateTable('directory.organisations').set({ name }).where('id', '=', ctx.organisation).execute();
}

export async function markFactorNeeded(ctx: Ctx, of: 'administrators' | 'everybody', needed: boolean): Promise<void> {
  await ctx.db
    .updateTable('directory.organisations')
    .set(of === 'everybody' ? { everybody_needs_factor: needed } : { administrators_need_factor: needed })
    .where('id', '=', ctx.organisation)
    .execute();
}

/** By any address that leads to the account; the one that counts for mail comes with it. */
export async function findPerson(ctx: Ctx, email: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select id, email, name, password_hash from directory.people
     where email = ${email} or id = (select person_id from directory.other_addresses where email = ${email})`.execute(ctx.db);
  return rows[0];
}

export async function insertPerson(ctx: Ctx, person: { email: string; name: string; passwordHash?: string }): Promise<PersonId> {
  const id = ctx.ids.next<PersonId>();
  const { email, name, passwordHash } = person;
  await ctx.db
    .insertInto('directory.people')
    .values({ id, email, name, password_hash: passwordHash ?? null, created_at: ctx.now })
    .execute();
  return id;
}

/** Who has the account, locked; undefined once they are erased. */
export async function lockAccount(ctx: Ctx, id: PersonId): Promise<{ readonly email: string; readonly name: string } | undefined> {
  const row = await ctx.db.selectFrom('directory.people').select(['email', 'name']).where('id', '=', id).forUpdate().executeTakeFirst();
  return row?.email ? { email: row.email, name: row.name } : undefined;
}

export async function markEmail(ctx: Ctx, person: PersonId, email: string): Promise<void> {
  await ctx.db.updateTable('directory.people').set({ email }).where('id', '=', person).where('erased_at', 'is', null).execute();
}

/** Without a password links alone sign in. */
/** Null forgets it. */
export async function markZone(ctx: Ctx, person: PersonId, zone: string | null): Promise<void> {
  await ctx.db.updateTable('directory.people').set({ time_zone: zone }).where('id', '=', person).execute();
}

export async function markPassword(ctx: Ctx, person: PersonId, passwordHash: string | null): Promise<void> {
  await ctx.db.updateTable('directory.people').set({ password_hash: passwordHash }).where('id', '=', person).execute();
}

export type LinkPurpose = keyof typeof linkLives;
type NewLink = { readonly purpose: LinkPurpose; readonly email: string | null; readonly person?: PersonId };

export async function insertLink(ctx: Ctx, token: string, { purpose, email, person }: NewLink): Promise<void> {
  await ctx.db
    .insertInto('directory.links')
    .values({
      token_hash: hashToken(token),
      purpose,
      email,
      person_id: person ?? null,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + linkLives[purpose]),
    })
    .execute();
}

export type Link = {
  readonly tokenHash: Buffer;
  readonly email: string | null;
  readonly person: PersonId | null;
  readonly createdAt: Date;
};

/** The link, locked, while it works: unused and in time. Of two that come at once the second finds it used. */
export async function lockLink(ctx: Ctx, token: string, purpose: LinkPurpose): Promise<Link | undefined> {
  const row = await ctx.db
    .selectFrom('directory.links')
    .select(['token_hash', 'email', 'person_id', 'created_at'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst();
  return row && { tokenHash: row.token_hash, email: row.email, person: row.person_id, createdAt: row.created_at };
}

export async function markLinkUsed(ctx: Ctx, link: Link): Promise<void> {
  await ctx.db.updateTable('directory.links').set({ used_at: ctx.now }).where('token_hash', '=', link.tokenHash).execute();
}

export async function lockPerson(ctx: Ctx, id: PersonId): Promise<{ readonly id: PersonId } | undefined> {
  return ctx.db.selectFrom('directory.people').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Sessions and links that can open nothing any more, and failures too old to count. */
export async function forgetEnded(db: Db): Promise<void> {
  await sql`delete from directory.sessions where expires_at < plaudit.plaudit_now()`.execute(db);
  await sql`delete from directory.links where expires_at < plaudit.plaudit_now() - interval '1 day'`.execute(db);
  await sql`delete from directory.sign_in_failures where first_at < plaudit.plaudit_now() - interval '1 day'`.execute(db);
  await sql`delete from directory.fresh_recovery_codes where expires_at < plaudit.plaudit_now()`.execute(db);
  await sql`delete from directory.answered_challenges where expires_at < plaudit.plaudit_now()`.execute(db);
  await sql`delete from directory.provider_visits where expires_at < plaudit.plaudit_now()`.execute(db);
}
