/** Every statement on reminders of the close of entries. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { Database } from '#platform/database/transaction.server.ts';
import type { EditionId, OrganisationId, PersonId } from '#platform/ids.ts';

export type Plan = { readonly days: readonly number[]; readonly version: number; readonly since: Date };

export async function planOf(ctx: Ctx, edition: EditionId): Promise<Plan | undefined> {
  return ctx.db
    .selectFrom('reminder_plans')
    .select(['days', 'version', 'changed_at as since'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .executeTakeFirst();
}

/** The caller holds the edition. */
export async function upsertPlan(ctx: Ctx, edition: EditionId, days: readonly number[], by: PersonId): Promise<void> {
  await sql`insert into reminder_plans (organisation_id, edition_id, days, changed_by, changed_at)
    values (${ctx.organisation}, ${edition}, ${[...days]}::integer[], ${by}, ${ctx.now})
    on conflict (organisation_id, edition_id) do update
      set days = excluded.days, changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = reminder_plans.version + 1`.execute(
    ctx.db,
  );
}

/** `days` null: by hand, by `by`. */
export type Reminded = { readonly person: PersonId; readonly days: number | null; readonly closesAt: Date; readonly at: Date };

/** Everybody who was reminded in an edition, and of what. */
export async function remindedIn(ctx: Ctx, edition: EditionId): Promise<Reminded[]> {
  return ctx.db
    .selectFrom('writer_reminders')
    .select(['person_id as person', 'days', 'closes_at as closesAt', 'reminded_at as at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .orderBy('reminded_at')
    .orderBy('id')
    .execute();
}

export type NewReminder = { readonly person: PersonId; readonly days: number | null; readonly until: number };

/** Those of these that nobody has written down before: whoever comes second finds the first. */
export async function takeReminders<T extends NewReminder>(
  ctx: Ctx,
  edition: EditionId,
  all: readonly T[],
  by: PersonId | null,
): Promise<T[]> {
  const rows = all.map((one) => ({ ...one, id: ctx.ids.next() }));
  if (rows.length === 0) return [];
  const taken = await ctx.db
    .insertInto('writer_reminders')
    .values(
      rows.map(({ id, person, days, until }) => ({
        organisation_id: ctx.organisation,
        id,
        edition_id: edition,
        person_id: person,
        days,
        closes_at: new Date(until),
        reminded_at: ctx.now,
        reminded_by: by,
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  const written = new Set(taken.map(({ id }) => id));
  return rows.filter(({ id }) => written.has(id));
}

/** Editions that remind anybody at all, and where somebody has something begun whose close may be to come. */
export async function planned(database: Database): Promise<{ organisation: OrganisationId; edition: EditionId }[]> {
  const { rows } = await database.pool.query<{ organisation: OrganisationId; edition: EditionId }>(
    `select r.organisation_id as organisation, r.edition_id as edition from plaudit.reminder_plans r
       join plaudit.editions d on d.organisation_id = r.organisation_id and d.id = r.edition_id
      where cardinality(r.days) > 0 and d.entries_open_at <= plaudit.plaudit_now() and plaudit.plaudit_now() < d.judging_close_at
      order by 1, 2`,
  );
  return rows;
}
