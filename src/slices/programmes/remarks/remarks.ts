/** Questions and comments about a programme: made by whoever is signed in, shown once a manager lets them be, answered in public. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Relation } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EditionId, PersonId, ProgrammeId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { requireFresh } from '../contents/fresh.ts';
import { isPublic } from '../edition.ts';
import { programmeId, version } from '../schemas.ts';
import { lockProgramme } from '../store.ts';
import { deleteRemark, insertRemark, lockRemark, markRemark, type Remark, remarkKinds, remarkStates } from './store.ts';

/** Of one person in one programme: waiting at once, and made within a day. */
const most = { waiting: 3, aDay: 6 };
const day = 86_400_000;

/** What is told never holds the words: others may be named in them, whom erasing would not find in the record. */
const subjectOf = (id: string) => ({ kind: 'remark', id });

type Open = {
  readonly programme: ProgrammeId;
  readonly name: string;
  readonly slug: string;
  readonly edition: { readonly id: EditionId; readonly name: string };
};

/** A programme whose call everybody may read; held, so that nobody makes two at once. */
async function openProgramme(ctx: Ctx, id: ProgrammeId): Promise<Open | undefined> {
  const programme = await lockProgramme(ctx, id);
  const edition = await ctx.db
    .selectFrom('editions as e')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', id)
    .where(isPublic(ctx))
    .orderBy('entries_open_at', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return programme && edition && { programme: id, name: programme.name, slug: programme.slug, edition };
}

async function requireRoom(ctx: Ctx, programme: ProgrammeId, person: PersonId): Promise<void> {
  const { rows } = await sql<{ waiting: number; lately: number }>`
    select count(*) filter (where state = 'waiting')::int as waiting,
           count(*) filter (where made_at > ${new Date(ctx.now.getTime() - day)})::int as lately
      from remarks where organisation_id = ${ctx.organisation} and programme_id = ${programme} and person_id = ${person}`.execute(ctx.db);
  const [{ waiting, lately } = { waiting: 0, lately: 0 }] = rows;
  if (waiting >= most.waiting) throw problem('remarks.waiting-already', { most: most.waiting });
  if (lately >= most.aDay) throw problem('remarks.too-many', { most: most.aDay });
}

/** Managers are told of the first that waits; until they have looked, of no other. */
async function tellManagers(ctx: Ctx, { programme, name, slug, edition }: Open): Promise<void> {
  const { rows } = await sql<{ person: PersonId; email: string; called: string }>`
    select distinct p.id as person, p.email, p.name as called from programme_roles r join directory.people p on p.id = r.person_id
     where r.organisation_id = ${ctx.organisation} and r.programme_id = ${programme} and r.role = 'manager' and p.email is not null
       and (select count(*) from remarks m where m.organisation_id = ${ctx.organisation} and m.programme_id = ${programme}
              and m.state = 'waiting') = 1
     order by p.id`.execute(ctx.db);
  for (const { person, email, called } of rows) {
    const data = { name: called, programme: name, edition: edition.name, slug };
    await mail(ctx, { mail: 'programmes.remark-waits', to: email, person, programme, edition: edition.id, data });
  }
}

export const makeRemark = operation('programmes.make-remark', {
  input: z.object({ programme: programmeId, kind: z.enum(remarkKinds), body: z.string().trim().min(1).max(2000) }),
  who: ['person'],
  find: (ctx, input) => openProgramme(ctx, input.programme),
  run: async (ctx, { kind, body }, found) => {
    const person = personOf(ctx);
    if (person === undefined) throw problem('general.sign-in-needed');
    await requireRoom(ctx, found.programme, person);
    const id = await insertRemark(ctx, { programme: found.programme, person, kind, body });
    await tellManagers(ctx, found);
    await tell(ctx, {
      kind: 'programmes.remark-made',
      programme: found.programme,
      subject: subjectOf(id),
      body: { kind, characters: body.length },
    });
    return { remark: id };
  },
});

async function relations(ctx: Ctx, { programme, person }: Remark): Promise<Relation[]> {
  return [...(await programmeRelations(ctx, programme)), ...(personOf(ctx) === person ? (['owner'] as const) : [])];
}

/** Lets it be shown, turns it down, or puts it back among those that wait; with what the organisers say to it. */
export const decideRemark = operation('programmes.decide-remark', {
  input: z.object({ remark: z.uuid(), version, state: z.enum(remarkStates), answer: z.string().trim().max(4000).default('') }),
  who: ['manager'],
  find: (ctx, input) => lockRemark(ctx, input.remark),
  relations,
  run: async (ctx, { version: seen, state, answer }, remark) => {
    requireFresh(remark, seen, { answer: remark.answer }, { answer });
    await markRemark(ctx, remark.id, state, answer);
    const body = { from: remark.state, to: state, answered: answer !== '' };
    await tell(ctx, { kind: 'programmes.remark-decided', programme: remark.programme, subject: subjectOf(remark.id), body });
    return { remark: remark.id, from: remark.state, state };
  },
});

/** Whoever made it takes it back, shown or not, and the answer with it. */
export const withdrawRemark = operation('programmes.withdraw-remark', {
  input: z.object({ remark: z.uuid() }),
  who: ['owner'],
  find: (ctx, input) => lockRemark(ctx, input.remark),
  relations,
  run: async (ctx, _input, remark) => {
    await deleteRemark(ctx, remark.id);
    await tell(ctx, { kind: 'programmes.remark-withdrawn', programme: remark.programme, subject: subjectOf(remark.id), body: {} });
    return { remark: remark.id };
  },
});
