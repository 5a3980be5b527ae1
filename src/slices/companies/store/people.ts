/** Every statement that writes or locks contacts and employments. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId, ContactId, PersonId } from '#platform/ids.ts';
import type { Marks } from '#slices/people/index.ts';

export type Contact = {
  readonly id: ContactId;
  readonly person: PersonId | null;
  readonly name: string;
  readonly email: string | null;
  readonly version: number;
};

function contacts(ctx: Ctx) {
  return ctx.db
    .selectFrom('contacts')
    .select(['id', 'person_id as person', 'name', 'email', 'version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('erased_at', 'is', null);
}

export function lockContact(ctx: Ctx, id: ContactId): Promise<Contact | undefined> {
  return contacts(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export function lockContactByEmail(ctx: Ctx, email: string): Promise<Contact | undefined> {
  return contacts(ctx).where('email', '=', email).forUpdate().executeTakeFirst();
}

export function lockContactOfPerson(ctx: Ctx, person: PersonId): Promise<Contact | undefined> {
  return contacts(ctx).where('person_id', '=', person).forUpdate().executeTakeFirst();
}

/** Everybody here who is this person, by account or by address. */
export function lockContactsOf(ctx: Ctx, { ids, addresses }: Marks): Promise<Contact[]> {
  return contacts(ctx)
    .where((eb) => eb.or([eb('person_id', '=', eb.fn.any(eb.val([...ids]))), eb('email', '=', eb.fn.any(eb.val([...addresses])))]))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Who has both accounts is known by the one that stays; another contact of theirs stays beside it, by its address alone. */
export async function moveContact(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update contacts c set person_id = case when exists (select from contacts k
        where k.organisation_id = c.organisation_id and k.person_id = ${into}) then null else ${into}::uuid end, version = version + 1
    where c.organisation_id = ${ctx.organisation} and c.person_id = ${from}`.execute(ctx.db);
}

type Known = { readonly name: string; readonly email: string | null; readonly person: PersonId | null };

/** Of two who come with the same address at once the second takes the row of the first. */
export async function insertContact(ctx: Ctx, { name, email, person }: Known): Promise<ContactId | undefined> {
  const row = await ctx.db
    .insertInto('contacts')
    .values({ organisation_id: ctx.organisation, id: ctx.ids.next<ContactId>(), name, email, person_id: person, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function markContact(ctx: Ctx, id: ContactId, { name, email, person }: Known): Promise<void> {
  await ctx.db
    .updateTable('contacts')
    .set({ name, email, person_id: person, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** What is left tells that there was somebody, and nothing of them. */
export async function markContactErased(ctx: Ctx, id: ContactId): Promise<void> {
  await ctx.db.deleteFrom('employments').where('organisation_id', '=', ctx.organisation).where('contact_id', '=', id).execute();
  await ctx.db
    .updateTable('contacts')
    .set({ name: '', email: null, person_id: null, erased_at: ctx.now, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

type NewEmployment = {
  readonly contact: ContactId;
  readonly company: CompanyId;
  readonly title: string;
  readonly from: string;
  readonly until: string | null;
};

export async function insertEmployment(ctx: Ctx, made: NewEmployment): Promise<string> {
  const id = ctx.ids.next();
  await ctx.db
    .insertInto('employments')
    .values({
      organisation_id: ctx.organisation,
      id,
      contact_id: made.contact,
      company_id: made.company,
      title: made.title,
      starts_on: made.from,
      ends_on: made.until,
    })
    .execute();
  return id;
}

export type LockedEmployment = NewEmployment & { readonly id: string; readonly version: number };

export function lockEmployment(ctx: Ctx, id: string): Promise<LockedEmployment | undefined> {
  return ctx.db
    .selectFrom('employments')
    .select(['id', 'contact_id as contact', 'company_id as company', 'title', 'starts_on as from', 'ends_on as until', 'version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function markEmploymentEnd(ctx: Ctx, id: string, until: string | null): Promise<void> {
  await ctx.db
    .updateTable('employments')
    .set({ ends_on: until, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}
