/** Every statement that writes or locks the tables of people. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { Db } from '#platform/database/db.server.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import { hashToken } from '#platform/tokens.server.ts';

const day = 86_400_000;
const sessionLife = 30 * day;
const linkLife = 30 * 60_000;
const setUpLife = 7 * day;

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

export async function findPerson(ctx: Ctx, email: string): Promise<Person | undefined> {
  const row = await ctx.db
    .selectFrom('directory.people')
    .select(['id', 'email', 'name', 'password_hash'])
    .where('email', '=', email)
    .executeTakeFirst();
  return row && { ...row, email };
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

export async function markPassword(ctx: Ctx, person: PersonId, passwordHash: string): Promise<void> {
  await ctx.db.updateTable('directory.people').set({ password_hash: passwordHash }).where('id', '=', person).execute();
}

export async function insertSession(ctx: Ctx, person: PersonId, token: string): Promise<void> {
  await ctx.db
    .insertInto('directory.sessions')
    .values({
      token_hash: hashToken(token),
      id: ctx.ids.random(),
      person_id: person,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + sessionLife),
    })
    .execute();
}

export async function deleteSession(ctx: Ctx, sessionId: string): Promise<void> {
  await ctx.db.deleteFrom('directory.sessions').where('id', '=', sessionId).execute();
}

/** A changed password ends every other session of the person. */
export async function deleteOtherSessions(ctx: Ctx, person: PersonId, sessionId: string): Promise<void> {
  await ctx.db.deleteFrom('directory.sessions').where('person_id', '=', person).where('id', '<>', sessionId).execute();
}

export async function insertLink(ctx: Ctx, token: string, email: string | null): Promise<void> {
  const life = email === null ? setUpLife : linkLife;
  await ctx.db
    .insertInto('directory.links')
    .values({
      token_hash: hashToken(token),
      purpose: email === null ? 'set-up' : 'sign-in',
      email,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + life),
    })
    .execute();
}

export type Link = { readonly tokenHash: Buffer; readonly email: string | null };

/** The link, locked, while it works: unused and in time. Of two that come at once the second finds it used. */
export async function lockLink(ctx: Ctx, token: string, purpose: 'sign-in' | 'set-up'): Promise<Link | undefined> {
  const row = await ctx.db
    .selectFrom('directory.links')
    .select(['token_hash', 'email'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst();
  return row && { tokenHash: row.token_hash, email: row.email };
}

export async function markLinkUsed(ctx: Ctx, link: Link): Promise<void> {
  await ctx.db.updateTable('directory.links').set({ used_at: ctx.now }).where('token_hash', '=', link.tokenHash).execute();
}

function hashEmail(email: string): Buffer {
  return createHash('sha256').update(email).digest();
}

export type Failures = { readonly failures: number; readonly firstAt: Date };

export async function lockFailures(ctx: Ctx, email: string): Promise<Failures | undefined> {
  const row = await ctx.db
    .selectFrom('directory.sign_in_failures')
    .select(['failures', 'first_at'])
    .where('email_hash', '=', hashEmail(email))
    .forUpdate()
    .executeTakeFirst();
  return row && { failures: row.failures, firstAt: row.first_at };
}

export async function markFailure(ctx: Ctx, email: string, failures: number, firstAt: Date): Promise<void> {
  await ctx.db
    .insertInto('directory.sign_in_failures')
    .values({ email_hash: hashEmail(email), failures, first_at: firstAt })
    .onConflict((c) => c.column('email_hash').doUpdateSet({ failures, first_at: firstAt }))
    .execute();
}

export async function deleteFailures(ctx: Ctx, email: string): Promise<void> {
  await ctx.db.deleteFrom('directory.sign_in_failures').where('email_hash', '=', hashEmail(email)).execute();
}

export async function lockPerson(ctx: Ctx, id: PersonId): Promise<{ readonly id: PersonId } | undefined> {
  return ctx.db.selectFrom('directory.people').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function markErased(ctx: Ctx, id: PersonId): Promise<void> {
  await ctx.db.deleteFrom('directory.sessions').where('person_id', '=', id).execute();
  await ctx.db
    .updateTable('directory.people')
    .set((eb) => ({ email: null, name: '', password_hash: null, erased_at: ctx.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .execute();
}

/** Sessions and links that can open nothing any more, and failures too old to count. */
export async function forgetEnded(db: Db): Promise<void> {
  await sql`delete from directory.sessions where expires_at < plaudit.plaudit_now()`.execute(db);
  await sql`delete from directory.links where expires_at < plaudit.plaudit_now() - interval '1 day'`.execute(db);
  await sql`delete from directory.sign_in_failures where first_at < plaudit.plaudit_now() - interval '1 day'`.execute(db);
}
