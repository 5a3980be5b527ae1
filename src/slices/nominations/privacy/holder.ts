/** What nominations count, give and take of a person, found by their addresses: nobody needs an account to nominate or to be nominated. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import { type Due, declareHolder } from '#platform/privacy/holders.ts';
import { listen } from '#platform/tell.server.ts';
import { type Marks, marksOf } from '#slices/people/index.ts';
import { forgetNominees, forgetPerson } from './privacy-store.ts';
import { acceptedTimer, openTimer } from './timers.ts';

async function proposedBy(ctx: Ctx, marks: Marks) {
  const { rows } = await sql<
    Record<'edition' | 'nominee' | 'company' | 'email' | 'relation' | 'reason' | 'evidence' | 'address' | 'name', string> & { at: Date }
  >`
    select d.name as edition, m.nominee_name as nominee, m.nominee_company as company, m.nominee_email as email, m.relation, m.reason, m.evidence,
           m.evidence_address as address, m.nominator_name as name, m.made_at as at
      from nominations m join editions d on d.organisation_id = m.organisation_id and d.id = m.edition_id
     where m.organisation_id = ${ctx.organisation} and m.nominator_email = any (${marks.addresses}::text[]) order by m.made_at, m.id`.execute(
    ctx.db,
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** With every reason that was given; who gave it is told where they did not ask to be hidden. */
async function proposalsOf(ctx: Ctx, marks: Marks) {
  const { rows } = await sql<
    Record<'edition' | 'name' | 'company' | 'state' | 'answer' | 'relation' | 'reason' | 'evidence' | 'by', string>
  >`
    select d.name as edition, n.name, n.works_for as company, h.state, h.answer, m.relation, m.reason, m.evidence,
           case when m.hidden then '' else m.nominator_name end as by
      from nominees h
      join nominees n on n.organisation_id = h.organisation_id and (n.id = h.id or n.joined_to = h.id)
      join nominations m on m.organisation_id = n.organisation_id and m.nominee_id = n.id
      join editions d on d.organisation_id = h.organisation_id and d.id = h.edition_id
     where h.organisation_id = ${ctx.organisation} and h.email = any (${marks.addresses}::text[]) order by m.made_at, m.id`.execute(ctx.db);
  return rows;
}

type Old = { readonly id: string; readonly programme: ProgrammeId; readonly accepted: boolean; readonly since: Date };

/** All that lead to their accounts, in one statement however many are held. */
async function addressesOf(ctx: Ctx, people: readonly PersonId[]): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`with theirs as (
      select p.id, p.email from directory.people p where p.id = any (${people}::uuid[]) or p.same_as = any (${people}::uuid[]))
    select email from theirs where email is not null
    union select o.email from directory.other_addresses o join theirs on theirs.id = o.person_id`.execute(ctx.db);
  return rows.map(({ email }) => email);
}

/** Cases of editions whose entries have closed, but for those in which somebody who is held was nominated, or nominates. */
async function lasting(ctx: Ctx, { heldPeople }: Due): Promise<Old[]> {
  const held = await addressesOf(ctx, heldPeople);
  const { rows } = await sql<Old>`
    select n.id, d.programme_id as programme, n.state = 'accepted' as accepted, greatest(d.entries_close_at, n.nominated_at) as since
      from nominees n join editions d on d.organisation_id = n.organisation_id and d.id = n.edition_id
     where n.organisation_id = ${ctx.organisation} and n.joined_to is null and d.entries_close_at <= plaudit.plaudit_now()
       and not exists (select from nominees g
         left join nominations m on m.organisation_id = g.organisation_id and m.nominee_id = g.id
         where g.organisation_id = n.organisation_id and (g.id = n.id or g.joined_to = n.id)
           and (g.email = any (${held}::text[]) or m.nominator_email = any (${held}::text[])))`.execute(ctx.db);
  return rows;
}

const dueOf = async (ctx: Ctx, due: Due, wanted: boolean): Promise<string[]> =>
  (await lasting(ctx, due))
    .filter(({ accepted, since, programme }) => accepted === wanted && since < due.cutoff(programme))
    .map(({ id }) => id);

function timer(name: string, days: number, accepted: boolean) {
  return {
    name,
    days,
    perProgramme: true,
    count: async (ctx: Ctx, due: Due) => (await dueOf(ctx, due, accepted)).length,
    apply: async (ctx: Ctx, due: Due) => {
      const ids = await dueOf(ctx, due, accepted);
      await forgetNominees(ctx, ids);
      return ids.length;
    },
  };
}

const marksFor = (ctx: Ctx, person: PersonId) => marksOf(ctx, person);

declareHolder({
  slice: 'nominations',
  erasing: async (ctx, person) => {
    const marks = await marksFor(ctx, person);
    const count = (await proposedBy(ctx, marks)).length + (await proposalsOf(ctx, marks)).length;
    return { goes: [{ what: 'nominations', count }], stays: [], blocks: [] };
  },
  exporting: async (ctx, person) => {
    const marks = await marksFor(ctx, person);
    return [
      { name: 'nominations-made', rows: await proposedBy(ctx, marks) },
      { name: 'nominations-of-you', rows: await proposalsOf(ctx, marks) },
    ];
  },
  timers: [timer(openTimer, 180, false), timer(acceptedTimer, 1095, true)],
});

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await forgetPerson(ctx, await marksOf(ctx, about));
});
