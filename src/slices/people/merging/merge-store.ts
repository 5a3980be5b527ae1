/** Every statement that makes two accounts one. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import type { Pair } from '#platform/privacy/holders.ts';
import { deleteAllFactors } from '../factors/factor-store.ts';
import { deleteSessions } from '../sessions/session-store.ts';

type Account = { readonly id: PersonId; readonly email: string; readonly name: string };

/** Both, in one order for everybody; undefined unless both stand. */
export async function lockPair(ctx: Ctx, { from, into }: Pair): Promise<{ readonly from: Account; readonly into: Account } | undefined> {
  const { rows } = await sql<Account>`select id, email, name from directory.people
    where id in (${from}, ${into}) and email is not null order by id for no key update`.execute(ctx.db);
  const [one, other] = [rows.find(({ id }) => id === from), rows.find(({ id }) => id === into)];
  return one && other && { from: one, into: other };
}

/** What the transaction works on from here on: an operation sees one organisation, and a person may be in several. */
export async function enterOrganisation(ctx: Ctx, organisation: OrganisationId): Promise<Ctx> {
  await sql`select set_config('plaudit.organisation', ${organisation}, true)`.execute(ctx.db);
  return { ...ctx, organisation };
}

export async function moveAgreements(ctx: Ctx, { from, into }: Pair): Promise<void> {
  await sql`delete from acceptances a where a.organisation_id = ${ctx.organisation} and a.person_id = ${from} and exists (select from acceptances k
    where k.organisation_id = a.organisation_id and k.person_id = ${into} and k.kind = a.kind and k.version = a.version)`.execute(ctx.db);
  await sql`update acceptances set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(ctx.db);
}

/** The account that stays keeps its ways in; those of the other come along only where it has none, so that it never gets weaker. */
async function moveFactors(ctx: Ctx, { from, into }: Pair): Promise<void> {
  const { rows } = await sql`select from directory.factors where person_id = ${into} and confirmed_at is not null limit 1`.execute(ctx.db);
  if (rows.length > 0) {
    await deleteAllFactors(ctx, from);
    return;
  }
  await deleteAllFactors(ctx, into);
  await sql`update directory.factors set person_id = ${into} where person_id = ${from}`.execute(ctx.db);
  await sql`update directory.recovery_codes set person_id = ${into} where person_id = ${from}`.execute(ctx.db);
}

export async function joinAccounts(ctx: Ctx, pair: Pair, email: string): Promise<void> {
  const { from, into } = pair;
  await deleteSessions(ctx, from);
  await moveFactors(ctx, pair);
  await sql`delete from directory.links where person_id = ${from}`.execute(ctx.db);
  await sql`delete from directory.fresh_recovery_codes where person_id = ${from}`.execute(ctx.db);
  await sql`delete from directory.provider_visits where person_id = ${from}`.execute(ctx.db);
  await sql`update directory.identities set person_id = ${into} where person_id = ${from}`.execute(ctx.db);
  await sql`update directory.other_addresses set person_id = ${into} where person_id = ${from}`.execute(ctx.db);
  await sql`insert into directory.other_addresses (email, person_id, added_at) values (${email}, ${into}, ${ctx.now})`.execute(ctx.db);
  await sql`update directory.people set same_as = ${into} where same_as = ${from}`.execute(ctx.db);
  await sql`update directory.people set email = null, name = '', password_hash = null, same_as = ${into}, merged_at = ${ctx.now},
    version = version + 1 where id = ${from}`.execute(ctx.db);
}
