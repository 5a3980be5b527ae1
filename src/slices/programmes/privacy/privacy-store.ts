/** Every statement that takes or moves what programmes know of a person. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { type Marks, struckOut } from '#slices/people/index.ts';

export async function forgetRoles(ctx: Ctx, { ids, addresses }: Marks): Promise<void> {
  await sql`delete from programme_roles where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
  await sql`delete from chapter_roles where organisation_id = ${ctx.organisation} and person_id = any (${ids}::uuid[])`.execute(ctx.db);
  await sql`update invitations set email = '', name = '', withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, ${ctx.now}) end
    where organisation_id = ${ctx.organisation} and (email = any (${addresses}::text[]) or accepted_by = any (${ids}::uuid[]))`.execute(
    ctx.db,
  );
}

/** Whoever had the role keeps it; invitations that were accepted are the other account's. */
export async function moveRoles(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`insert into programme_roles (organisation_id, programme_id, person_id, role, granted_at)
    select organisation_id, programme_id, ${into}::uuid, role, granted_at from programme_roles
     where organisation_id = ${ctx.organisation} and person_id = ${from} on conflict do nothing`.execute(ctx.db);
  await sql`delete from programme_roles where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
  await sql`insert into chapter_roles (organisation_id, edition_id, chapter, person_id, granted_at)
    select organisation_id, edition_id, chapter, ${into}::uuid, granted_at from chapter_roles
     where organisation_id = ${ctx.organisation} and person_id = ${from} on conflict do nothing`.execute(ctx.db);
  await sql`delete from chapter_roles where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
  await sql`update invitations set accepted_by = ${into} where organisation_id = ${ctx.organisation} and accepted_by = ${from}`.execute(
    ctx.db,
  );
}

/** Invitations nobody can accept any more, without whom they went to. */
export async function forgetInvitations(ctx: Ctx, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`update invitations set email = '', name = '', withdrawn_at = coalesce(withdrawn_at, ${ctx.now})
    where organisation_id = ${ctx.organisation} and accepted_at is null and expires_at < ${before} and email <> ''`.execute(ctx.db);
  return Number(numAffectedRows);
}

const pattern = (text: string) => text.replaceAll(/[^\p{L}\p{N}\s]/gu, (sign) => `\\${sign}`);

/**
 * What was announced stays as it was announced, without the name of whoever is erased. The caller, who knows the entries, has opened the
 * scope `decisions`.
 */
export async function strikeFromHonours(ctx: Ctx, entries: readonly EntryId[], { name }: Marks): Promise<void> {
  if (entries.length === 0 || name.length < 3) return;
  const said = pattern(name);
  await sql`update honours set nominee = regexp_replace(nominee, ${said}, ${struckOut}, 'gi'), title = regexp_replace(title, ${said}, ${struckOut}, 'gi')
    where organisation_id = ${ctx.organisation} and entry_id = any (${entries}::uuid[])`.execute(ctx.db);
}

/** The name as a whole, not as a part of a longer one. */
export const wholeName = (name: string) => `(?<![[:alnum:]])${pattern(name)}(?![[:alnum:]])`;

/**
 * Lists of old winners know nobody by account, so whoever is called as the erased person is taken out of them: rather a namesake too many
 * than one who is found. Lists nobody has decided on go as a whole.
 */
export async function strikeFromPastWins(ctx: Ctx, { name }: Marks): Promise<void> {
  if (name.length < 3) return;
  const said = wholeName(name);
  await sql`update past_wins set nominee = regexp_replace(nominee, ${said}, ${struckOut}, 'gi'),
           organisation = regexp_replace(organisation, ${said}, ${struckOut}, 'gi'),
           title = regexp_replace(title, ${said}, ${struckOut}, 'gi'), search = ''
    where organisation_id = ${ctx.organisation} and (nominee ~* ${said} or organisation ~* ${said} or title ~* ${said})`.execute(ctx.db);
  await sql`update winner_imports set state = 'withdrawn', content = '', decided_at = ${ctx.now}
    where organisation_id = ${ctx.organisation} and content ~* ${pattern(name)}`.execute(ctx.db);
}

/** How many winners of old lists are called so. */
export async function pastWinsNaming(ctx: Ctx, { name }: Marks): Promise<number> {
  if (name.length < 3) return 0;
  const { rows } = await sql<{ wins: number }>`select count(*)::int as wins from past_wins
    where organisation_id = ${ctx.organisation} and (nominee || ' / ' || organisation || ' / ' || title) ~* ${wholeName(name)}`.execute(
    ctx.db,
  );
  return rows[0]?.wins ?? 0;
}
