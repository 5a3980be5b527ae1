/** What programmes count, give and move of a person, and what keeps them from letting somebody go. */
import { sql } from 'kysely';
import { type Problem, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { type Due, declareHolder, type Pair } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { forgetRemarks, letGoOfRemarks, moveRemarks } from '../remarks/store.ts';
import { forgetInvitations, forgetRoles, moveRoles, pastWinsNaming, strikeFromPastWins } from './privacy-store.ts';

type Held = { readonly programme: string; readonly name: string; readonly role: string; readonly since: Date; readonly alone: boolean };

async function rolesHeld(ctx: Ctx, person: PersonId): Promise<Held[]> {
  const { rows } = await sql<Held>`select p.id as programme, p.name, r.role, r.granted_at as since, not exists (
      select from programme_roles o where o.organisation_id = r.organisation_id and o.programme_id = r.programme_id and o.role = r.role
         and o.person_id <> r.person_id) as alone
    from programme_roles r join programmes p on p.organisation_id = r.organisation_id and p.id = r.programme_id
    where r.organisation_id = ${ctx.organisation} and r.person_id = ${person} order by p.name, r.role`.execute(ctx.db);
  return rows;
}

type HeldChapter = { readonly programme: string; readonly edition: string; readonly chapter: string; readonly since: Date };

async function chaptersHeld(ctx: Ctx, person: PersonId): Promise<HeldChapter[]> {
  const { rows } = await sql<HeldChapter>`select p.name as programme, e.name as edition, r.chapter, r.granted_at as since
    from chapter_roles r join editions e on e.organisation_id = r.organisation_id and e.id = r.edition_id
      join programmes p on p.organisation_id = r.organisation_id and p.id = e.programme_id
    where r.organisation_id = ${ctx.organisation} and r.person_id = ${person} order by p.name, e.name, r.chapter`.execute(ctx.db);
  return rows;
}

async function invitationsOf(ctx: Ctx, person: PersonId) {
  const { ids, addresses } = await marksOf(ctx, person);
  const { rows } = await sql<{
    email: string;
    name: string;
    role: string;
    at: Date;
  }>`select email, name, role, created_at as at from invitations
    where organisation_id = ${ctx.organisation} and (email = any (${addresses}::text[]) or accepted_by = any (${ids}::uuid[]))
    order by created_at`.execute(ctx.db);
  return rows;
}

async function remarksBy(ctx: Ctx, person: PersonId) {
  const { ids } = await marksOf(ctx, person);
  const { rows } = await sql<{ programme: string; kind: string; text: string; answer: string; at: Date }>`
    select p.name as programme, r.kind, r.body as text, r.answer, r.made_at as at from remarks r
      join programmes p on p.organisation_id = r.organisation_id and p.id = r.programme_id
     where r.organisation_id = ${ctx.organisation} and r.person_id = any (${ids}::uuid[]) order by r.made_at, r.id`.execute(ctx.db);
  return rows;
}

async function oldRemarks(ctx: Ctx, { cutoff }: Due): Promise<number> {
  const { rows } = await sql<{ due: number }>`select count(*)::int as due from remarks
    where organisation_id = ${ctx.organisation} and state <> 'shown' and coalesce(decided_at, made_at) < ${cutoff(null)}`.execute(ctx.db);
  return rows[0]?.due ?? 0;
}

/** Whoever checks a programme neither runs it nor judges in it. */
async function excluding(ctx: Ctx, { from, into }: Pair): Promise<Problem[]> {
  const [ours, theirs] = [await rolesHeld(ctx, into), await rolesHeld(ctx, from)];
  const programmes = new Set([...ours, ...theirs].map(({ programme }) => programme));
  return [...programmes].flatMap((programme) => {
    const of = (held: readonly Held[]) => held.filter((one) => one.programme === programme).map(({ role }) => role);
    const crosses = (a: readonly string[], b: readonly string[]) => a.includes('auditor') && b.some((role) => role !== 'auditor');
    const name = [...ours, ...theirs].find((one) => one.programme === programme)?.name ?? '';
    return crosses(of(ours), of(theirs)) || crosses(of(theirs), of(ours)) ? [problem('privacy.merge-roles', { programme: name })] : [];
  });
}

async function oldInvitations(ctx: Ctx, { cutoff }: Due): Promise<number> {
  const { rows } = await sql<{ due: number }>`select count(*)::int as due from invitations where organisation_id = ${ctx.organisation}
    and accepted_at is null and expires_at < ${cutoff(null)} and email <> ''`.execute(ctx.db);
  return rows[0]?.due ?? 0;
}

declareHolder({
  slice: 'programmes',
  erasing: async (ctx, person) => {
    const held = await rolesHeld(ctx, person);
    const alone = held.filter(({ role, alone: only }) => role === 'manager' && only);
    const goes = [
      { what: 'roles', count: held.length + (await chaptersHeld(ctx, person)).length },
      { what: 'invitations', count: (await invitationsOf(ctx, person)).length },
      { what: 'remarks', count: (await remarksBy(ctx, person)).length },
    ];
    const stays = [{ what: 'past-wins', count: await pastWinsNaming(ctx, await marksOf(ctx, person)) }];
    return { goes, stays, blocks: alone.map(({ name }) => problem('privacy.only-manager', { programme: name })) };
  },
  exporting: async (ctx, person) => [
    {
      name: 'roles',
      rows: (await rolesHeld(ctx, person)).map(({ name, role, since }) => ({ programme: name, role, since: since.toISOString() })),
    },
    {
      name: 'chapters',
      rows: (await chaptersHeld(ctx, person)).map(({ since, ...row }) => ({ ...row, since: since.toISOString() })),
    },
    { name: 'invitations', rows: (await invitationsOf(ctx, person)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) },
    { name: 'remarks', rows: (await remarksBy(ctx, person)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) },
  ],
  merging: async (ctx, pair) => ({
    moves: [
      { what: 'roles', count: (await rolesHeld(ctx, pair.from)).length + (await chaptersHeld(ctx, pair.from)).length },
      { what: 'remarks', count: (await remarksBy(ctx, pair.from)).length },
    ],
    blocks: await excluding(ctx, pair),
  }),
  timers: [
    {
      name: 'programmes.invitations',
      days: 180,
      perProgramme: false,
      count: oldInvitations,
      apply: (ctx, { cutoff }) => forgetInvitations(ctx, cutoff(null)),
    },
    {
      name: 'programmes.remarks',
      days: 180,
      perProgramme: false,
      count: oldRemarks,
      apply: (ctx, { cutoff }) => letGoOfRemarks(ctx, cutoff(null)),
    },
  ],
});

listen('people.person-erased', async (ctx, { about }) => {
  if (about === undefined) return;
  const marks = await marksOf(ctx, about);
  await forgetRoles(ctx, marks);
  await strikeFromPastWins(ctx, marks);
  await forgetRemarks(ctx, marks);
});

accountsMerged(async (ctx, { from, into }) => {
  await moveRoles(ctx, from, into);
  await moveRemarks(ctx, from, into);
});
