/** Every statement on more time that was given, to one entrant or after an outage. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';

export type Extension = {
  readonly id: string;
  readonly edition: EditionId;
  readonly person: PersonId;
  readonly until: Date;
  readonly reason: string;
  readonly grace: string | null;
  readonly by: PersonId;
  readonly at: Date;
  readonly endedAt: Date | null;
};

function extensions(ctx: Ctx) {
  return ctx.db
    .selectFrom('deadline_extensions')
    .select([
      'id',
      'edition_id as edition',
      'person_id as person',
      'until',
      'reason',
      'grace_id as grace',
      'given_by as by',
      'given_at as at',
    ])
    .select('ended_at as endedAt')
    .where('organisation_id', '=', ctx.organisation);
}

/** Those of an edition that stand: everybody's, or one person's. */
export async function standingIn(ctx: Ctx, edition: EditionId, person?: PersonId): Promise<Extension[]> {
  const all = extensions(ctx).where('edition_id', '=', edition).where('ended_at', 'is', null);
  return (person === undefined ? all : all.where('person_id', '=', person)).orderBy('given_at', 'desc').orderBy('id').execute();
}

export async function extensionsOf(ctx: Ctx, people: readonly PersonId[]): Promise<Extension[]> {
  return extensions(ctx)
    .where('person_id', 'in', [...people])
    .orderBy('given_at')
    .orderBy('id')
    .execute();
}

export async function lockExtension(ctx: Ctx, id: string): Promise<Extension | undefined> {
  return extensions(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export type NewExtension = Pick<Extension, 'edition' | 'until' | 'reason' | 'grace' | 'by'>;

export async function insertExtensions(
  ctx: Ctx,
  { edition, until, reason, grace, by }: NewExtension,
  people: readonly PersonId[],
): Promise<void> {
  await ctx.db
    .insertInto('deadline_extensions')
    .values(
      people.map((person) => ({
        organisation_id: ctx.organisation,
        id: ctx.ids.next(),
        edition_id: edition,
        person_id: person,
        until,
        reason,
        grace_id: grace,
        given_by: by,
        given_at: ctx.now,
      })),
    )
    .execute();
}

export async function markTakenBack(
  ctx: Ctx,
  which: { readonly id: string } | { readonly grace: string },
  by: PersonId,
): Promise<PersonId[]> {
  const rows = await ctx.db
    .updateTable('deadline_extensions')
    .set({ ended_at: ctx.now, ended_by: by })
    .where('organisation_id', '=', ctx.organisation)
    .where('id' in which ? 'id' : 'grace_id', '=', 'id' in which ? which.id : which.grace)
    .where('ended_at', 'is', null)
    .returning('person_id as person')
    .execute();
  return rows.map(({ person }) => person);
}

export type Grace = {
  readonly id: string;
  readonly edition: EditionId;
  readonly from: Date;
  readonly to: Date;
  readonly until: Date;
  readonly reason: string;
  readonly log: string;
  readonly people: number;
  readonly by: PersonId;
  readonly at: Date;
  readonly endedAt: Date | null;
};

function graces(ctx: Ctx) {
  return ctx.db
    .selectFrom('outage_graces')
    .select(['id', 'edition_id as edition', 'from_at as from', 'to_at as to', 'until', 'reason', 'log', 'people', 'given_by as by'])
    .select(['given_at as at', 'ended_at as endedAt'])
    .where('organisation_id', '=', ctx.organisation);
}

export async function gracesIn(ctx: Ctx, edition: EditionId): Promise<Grace[]> {
  return graces(ctx).where('edition_id', '=', edition).orderBy('given_at', 'desc').orderBy('id').execute();
}

export async function lockGrace(ctx: Ctx, id: string): Promise<Grace | undefined> {
  return graces(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertGrace(ctx: Ctx, grace: Omit<Grace, 'id' | 'at' | 'endedAt'>): Promise<string> {
  const id = ctx.ids.next();
  const { edition, from, to, until, reason, log, people, by } = grace;
  await ctx.db
    .insertInto('outage_graces')
    .values({
      organisation_id: ctx.organisation,
      id,
      edition_id: edition,
      from_at: from,
      to_at: to,
      until,
      reason,
      log,
      people,
      given_by: by,
      given_at: ctx.now,
    })
    .execute();
  return id;
}

export async function markGraceTakenBack(ctx: Ctx, id: string, by: PersonId): Promise<void> {
  await ctx.db
    .updateTable('outage_graces')
    .set({ ended_at: ctx.now, ended_by: by })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

/** Why somebody was given more time may say much of them. */
export async function blankReasonsOf(ctx: Ctx, people: readonly PersonId[]): Promise<void> {
  await sql`update deadline_extensions set reason = '' where organisation_id = ${ctx.organisation} and person_id = any (${[...people]}::uuid[])`.execute(
    ctx.db,
  );
}

export async function moveExtensions(ctx: Ctx, from: PersonId, into: PersonId): Promise<void> {
  await sql`update deadline_extensions set person_id = ${into} where organisation_id = ${ctx.organisation} and person_id = ${from}`.execute(
    ctx.db,
  );
}
