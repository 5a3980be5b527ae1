/** Who stood in for whom, as each of them reads it. */
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

/** Whether the record of this organisation tells of somebody. */
export async function isKnownHere(ctx: Ctx, person: PersonId): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('audit_bodies')
    .select('event_id')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isAdministratorHere(ctx: Ctx, person: PersonId): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('memberships')
    .select('role')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

export type StandInView = {
  readonly id: string;
  /** The other one: who stood in, or for whom. */
  readonly name: string;
  readonly reason: string;
  readonly began: string;
  /** When it ended, or will at the latest. */
  readonly ended: string;
  readonly open: boolean;
};

/** So many of the newest are shown. */
const shown = 50;

async function standIns(ctx: Ctx, person: PersonId, mine: 'person_id' | 'by_id'): Promise<StandInView[]> {
  const other = mine === 'person_id' ? 't.by_id' : 't.person_id';
  const rows = await ctx.db
    .selectFrom('stand_ins as t')
    .innerJoin('directory.people as p', 'p.id', other)
    .select(['t.id', 'p.name', 't.reason', 't.began_at', 't.ends_at', 't.ended_at'])
    .where('t.organisation_id', '=', ctx.organisation)
    .where(`t.${mine}`, '=', person)
    .orderBy('t.began_at', 'desc')
    .orderBy('t.id')
    .limit(shown)
    .execute();
  return rows.map(({ id, name, reason, began_at, ends_at, ended_at }) => ({
    id,
    name,
    reason,
    began: began_at.toISOString(),
    ended: (ended_at ?? ends_at).toISOString(),
    open: ended_at === null && ends_at > ctx.now,
  }));
}

/** Who stood in for whoever asks, newest first. */
export async function standInsForMe(ctx: Ctx): Promise<StandInView[]> {
  const person = personOf(ctx);
  return person === undefined ? [] : standIns(ctx, person, 'person_id');
}

/** For whom whoever asks stood in, newest first. */
export async function standInsByMe(ctx: Ctx): Promise<StandInView[]> {
  const person = personOf(ctx);
  return person === undefined ? [] : standIns(ctx, person, 'by_id');
}
