/** Every statement that takes what system's tables know of a person. Run in the jobs role, which alone may. */
import { sql } from 'kysely';
import { canonicalJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

/** What only one person has: the ids of all their accounts, and all their addresses. */
export type Marks = {
  readonly ids: readonly PersonId[];
  /** Each was proved to be theirs: by these they are found in what others wrote, given it, and taken out of it. */
  readonly addresses: readonly string[];
  /** They only asked for these, and the mailboxes may be anybody's: good for their own traces, and for nothing that belongs to others. */
  readonly asked: readonly string[];
  readonly name: string;
};

/** As they stand inside a JSON text. */
const inJson = (texts: readonly string[]): string[] => texts.map((text) => JSON.stringify(text).slice(1, -1));

/** Told where somebody asks for another address, as the record writes it: theirs alone, whoever else the address belongs to. */
const askedBy = ({ ids, asked }: Marks): string[] =>
  ids.flatMap((person) => asked.map((email) => canonicalJson({ email, person }).slice(1, -1)));

/** Bodies about the person, and those of anybody that name an address of theirs. */
export async function eraseAllBodies(ctx: Ctx, marks: Marks, reason: string): Promise<number> {
  const { ids, addresses } = marks;
  let erased = 0;
  for (const id of ids) erased += await eraseBodies(ctx, id, reason);
  const { rows } = await sql<{ erased: number }>`
    select plaudit.erase_bodies_naming(${ctx.organisation}, ${[...inJson(addresses), ...askedBy(marks)]}::text[], ${reason}) as erased`.execute(
    ctx.db,
  );
  return erased + (rows[0]?.erased ?? 0);
}

export async function eraseBodies(ctx: Ctx, person: PersonId, reason: string): Promise<number> {
  const { rows } = await sql<{
    erased: number;
  }>`select plaudit.erase_audit_bodies(${ctx.organisation}, ${person}, ${reason}) as erased`.execute(ctx.db);
  return rows[0]?.erased ?? 0;
}

/** Jobs that wait or failed and say who it is; requests of theirs, and what those of others say of them. */
export async function forgetRequests(ctx: Ctx, { ids, addresses, name }: Marks): Promise<void> {
  const said = inJson([...ids, ...addresses, ...(name.length > 4 ? [name] : [])]);
  await sql`select plaudit.forget_in_queue(${ctx.organisation}, ${said}::text[])`.execute(ctx.db);
  await sql`delete from idempotency_keys
    where organisation_id = ${ctx.organisation} and (actor = any (${ids}::text[])
      or exists (select from unnest(${said}::text[]) said where strpos(answer::text, said) > 0))`.execute(ctx.db);
  await sql`update idempotency_keys set request = 'null'
    where organisation_id = ${ctx.organisation} and exists (select from unnest(${said}::text[]) said where strpos(request::text, said) > 0)`.execute(
    ctx.db,
  );
}

export async function deleteMemberships(ctx: Ctx, ids: readonly PersonId[]): Promise<void> {
  await ctx.db
    .deleteFrom('memberships')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', 'in', [...ids])
    .execute();
}

/** Who has the role keeps it or takes it over. */
export async function moveMemberships(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`insert into memberships (organisation_id, person_id, role, granted_at)
    select organisation_id, ${into}::uuid, role, granted_at from memberships
     where organisation_id = ${ctx.organisation} and person_id = ${from} on conflict do nothing`.execute(ctx.db);
  await ctx.db.deleteFrom('memberships').where('organisation_id', '=', ctx.organisation).where('person_id', '=', from).execute();
}
