/** Every statement that writes or locks the tables of judging. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { BallotId, CriterionId, EditionId, EntryId, PersonId } from '#platform/ids.ts';
import type { Marks } from './schemas.ts';

export type SeatKey = { readonly entry: EntryId; readonly judge: PersonId };

/** Whoever writes a ballot, gives a seat back or counts holds the seat first, so that a count never misses a ballot on its way. */
export async function lockSeat(ctx: Ctx, { entry, judge }: SeatKey): Promise<EditionId | undefined> {
  const row = await ctx.db
    .selectFrom('assignments')
    .select('edition_id')
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('judge_id', '=', judge)
    .forUpdate()
    .executeTakeFirst();
  return row?.edition_id;
}

/** All seats of an edition, in an order, so that two who count wait for each other instead of blocking each other. */
export async function lockSeats(ctx: Ctx, edition: EditionId): Promise<readonly SeatKey[]> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .select(['entry_id', 'judge_id'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .orderBy('entry_id')
    .orderBy('judge_id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ entry: row.entry_id, judge: row.judge_id }));
}

export async function insertSeats(ctx: Ctx, edition: EditionId, seats: readonly SeatKey[]): Promise<void> {
  await sql`insert into assignments (organisation_id, entry_id, judge_id, edition_id, assigned_at)
    select ${ctx.organisation}::uuid, s.entry, s.judge, ${edition}::uuid, ${ctx.now}
    from unnest(${seats.map(({ entry }) => entry)}::uuid[], ${seats.map(({ judge }) => judge)}::uuid[]) as s (entry, judge)`.execute(
    ctx.db,
  );
}

/** Gives a seat back together with the ballot begun on it; a submitted ballot holds its seat. */
export async function deleteSeat(ctx: Ctx, { entry, judge }: SeatKey): Promise<void> {
  const ballot = await ctx.db
    .selectFrom('ballots')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('judge_id', '=', judge)
    .executeTakeFirst();
  if (ballot) {
    await ctx.db.deleteFrom('ballot_marks').where('organisation_id', '=', ctx.organisation).where('ballot_id', '=', ballot.id).execute();
    await ctx.db.deleteFrom('ballots').where('organisation_id', '=', ctx.organisation).where('id', '=', ballot.id).execute();
  }
  await ctx.db
    .deleteFrom('assignments')
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('judge_id', '=', judge)
    .execute();
}

export async function insertInterest(ctx: Ctx, { entry, judge }: SeatKey, reason: string): Promise<void> {
  await ctx.db
    .insertInto('interests')
    .values({ organisation_id: ctx.organisation, entry_id: entry, judge_id: judge, reason, declared_at: ctx.now })
    .execute();
}

export type Writing = { readonly marks: Marks; readonly comment: string; readonly state: 'open' | 'submitted' };

async function replaceMarks(ctx: Ctx, ballot: BallotId, marks: Marks): Promise<void> {
  await ctx.db.deleteFrom('ballot_marks').where('organisation_id', '=', ctx.organisation).where('ballot_id', '=', ballot).execute();
  const values = Object.entries(marks).map(([criterion, mark]) => ({
    organisation_id: ctx.organisation,
    ballot_id: ballot,
    criterion_id: criterion as CriterionId,
    mark,
  }));
  if (values.length > 0) await ctx.db.insertInto('ballot_marks').values(values).execute();
}

/** The first saving of a ballot. Its id is random: it must not tell when it was made. */
export async function insertBallot(
  ctx: Ctx,
  edition: EditionId,
  { entry, judge }: SeatKey,
  { marks, comment, state }: Writing,
): Promise<BallotId> {
  const id = ctx.ids.random<BallotId>();
  await ctx.db
    .insertInto('ballots')
    .values({
      organisation_id: ctx.organisation,
      id,
      edition_id: edition,
      entry_id: entry,
      judge_id: judge,
      state,
      comment,
      saved_at: ctx.now,
      submitted_at: state === 'submitted' ? ctx.now : null,
    })
    .execute();
  await replaceMarks(ctx, id, marks);
  return id;
}

/** The whole ballot as it is now to be; its seat is locked and its version was compared. */
export async function updateBallot(ctx: Ctx, id: BallotId, { marks, comment, state }: Writing): Promise<void> {
  await ctx.db
    .updateTable('ballots')
    .set((eb) => ({
      state,
      comment,
      saved_at: ctx.now,
      submitted_at: state === 'submitted' ? ctx.now : null,
      version: eb('version', '+', 1),
    }))
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
  await replaceMarks(ctx, id, marks);
}

export async function markReopened(ctx: Ctx, id: BallotId): Promise<void> {
  await ctx.db
    .updateTable('ballots')
    .set((eb) => ({ state: 'open', submitted_at: null, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}
