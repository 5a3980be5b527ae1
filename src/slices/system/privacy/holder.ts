/** What system counts and gives of a person, and what keeps it from letting them go. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';
import { declareHolder, type Part } from '#platform/privacy/holders.ts';
import { administratorRows } from '../access.ts';

async function otherAdministrators(ctx: Ctx, person: PersonId): Promise<number> {
  const { rows } = await sql<{ others: number }>`select count(*)::int as others from memberships
    where organisation_id = ${ctx.organisation} and role = 'administrator' and person_id <> ${person}`.execute(ctx.db);
  return rows[0]?.others ?? 0;
}

async function bodiesAbout(ctx: Ctx, person: PersonId): Promise<number> {
  const { rows } = await sql<{ bodies: number }>`select count(*)::int as bodies from audit_bodies
    where organisation_id = ${ctx.organisation} and person_id = ${person} and body is not null`.execute(ctx.db);
  return rows[0]?.bodies ?? 0;
}

/** Whether any other organisation's record still tells of somebody; then the account is not this organisation's to take. */
export async function isKnownElsewhere(ctx: Ctx, person: PersonId): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select exists (select from audit_bodies b
    join audit_events e on e.organisation_id = b.organisation_id and e.id = b.event_id
    where b.organisation_id <> ${ctx.organisation} and b.person_id = ${person} and b.body is not null
      and e.kind <> 'people.person-erased') as known`.execute(ctx.db);
  return rows[0]?.known ?? false;
}

/** Whether an organisation's record is about any of these. */
export async function isKnownIn(ctx: Ctx, organisation: OrganisationId, people: readonly PersonId[]): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select exists (select from audit_bodies
    where organisation_id = ${organisation} and person_id = any (${people}::uuid[])) as known`.execute(ctx.db);
  return rows[0]?.known ?? false;
}

/** What others did that was about the person, in full; of what they did themselves only that they did: it may name others. */
async function recordOf(ctx: Ctx, person: PersonId): Promise<Part> {
  const { rows } = await sql<{ at: Date; kind: string; said: string | null }>`
    select e.at, e.kind, case when b.body::json ->> 'actor' <> ${person}::text then b.body end as said from audit_bodies b
    join audit_events e on e.organisation_id = b.organisation_id and e.id = b.event_id
    where b.organisation_id = ${ctx.organisation} and b.person_id = ${person} and b.body is not null
    order by e.at, e.id`.execute(ctx.db);
  return {
    name: 'record',
    rows: rows.map(({ at, kind, said }) => ({ at: at.toISOString(), kind, said })),
    leftOut: [{ what: 'own-acts', count: rows.filter(({ said }) => said === null).length }],
  };
}

declareHolder({
  slice: 'system',
  erasing: async (ctx, person) => {
    const administers = (await administratorRows(ctx, person).executeTakeFirst()) !== undefined;
    const blocks = administers && (await otherAdministrators(ctx, person)) === 0 ? [problem('privacy.only-administrator')] : [];
    return { goes: [{ what: 'record', count: await bodiesAbout(ctx, person) }], stays: [], blocks };
  },
  exporting: async (ctx, person) => {
    const roles = await administratorRows(ctx, person).select('granted_at').execute();
    return [
      { name: 'administrator', rows: roles.map(({ role, granted_at: since }) => ({ role, since: since.toISOString() })) },
      await recordOf(ctx, person),
    ];
  },
  merging: async (ctx, { from }) => ({
    moves: [{ what: 'administrator', count: (await administratorRows(ctx, from).execute()).length }],
    blocks: [],
  }),
});
