/** Holds as everybody has to know them who lets data go. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import { marksOf } from '#slices/people/index.ts';

export type Held = { readonly people: readonly PersonId[]; readonly programmes: readonly string[] };

export async function heldSubjects(ctx: Ctx): Promise<Held> {
  const { rows } = await sql<{ kind: string; id: string }>`select subject_kind as kind, subject_id as id from privacy_holds
    where organisation_id = ${ctx.organisation} and lifted_at is null`.execute(ctx.db);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return { people: of('person') as PersonId[], programmes: of('programme') };
}

/** The person is held, or a programme they entered, judge or work in, or in which they nominated or were nominated. As much work whatever is held of others: anybody may ask of themselves. */
export async function isHeld(ctx: Ctx, person: PersonId): Promise<boolean> {
  const { ids, addresses } = await marksOf(ctx, person);
  const { rows } = await sql<{ held: boolean }>`select exists (
      select from privacy_holds h where h.organisation_id = ${ctx.organisation} and h.lifted_at is null and (
        (h.subject_kind = 'person' and h.subject_id = any (${ids}::uuid[]))
        or (h.subject_kind = 'programme' and h.subject_id in (
          select d.programme_id from entries e join editions d on d.organisation_id = e.organisation_id and d.id = e.edition_id
           where e.organisation_id = ${ctx.organisation} and e.owner_id = any (${ids}::uuid[])
          union all
          select d.programme_id from assignments a join editions d on d.organisation_id = a.organisation_id and d.id = a.edition_id
           where a.organisation_id = ${ctx.organisation} and a.judge_id = any (${ids}::uuid[])
          union all
          select d.programme_id from chapter_roles r join editions d on d.organisation_id = r.organisation_id and d.id = r.edition_id
           where r.organisation_id = ${ctx.organisation} and r.person_id = any (${ids}::uuid[])
          union all
          select d.programme_id from nominees n join editions d on d.organisation_id = n.organisation_id and d.id = n.edition_id
           where n.organisation_id = ${ctx.organisation} and n.email = any (${addresses}::text[])
          union all
          select d.programme_id from nominations m join editions d on d.organisation_id = m.organisation_id and d.id = m.edition_id
           where m.organisation_id = ${ctx.organisation} and m.nominator_email = any (${addresses}::text[])
          union all
          select r.programme_id from programme_roles r where r.organisation_id = ${ctx.organisation} and r.person_id = any (${ids}::uuid[])))))
    as held`.execute(ctx.db);
  return rows[0]?.held ?? false;
}

export type ProgrammeName = { readonly id: ProgrammeId; readonly name: string };

/** By name: each may keep its data for days of its own. */
export function programmesByName(ctx: Ctx): Promise<ProgrammeName[]> {
  return ctx.db.selectFrom('programmes').select(['id', 'name']).where('organisation_id', '=', ctx.organisation).orderBy('name').execute();
}

export async function programmeCalled(ctx: Ctx, slug: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('programmes')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.id;
}
