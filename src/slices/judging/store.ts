/** Every statement that writes or locks the tables of judging. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { BallotId, EditionId, EntryId, PersonId } from '#platform/ids.ts';
import type { KeptMarks } from './marking/marks.ts';
import type { Comments } from './schemas.ts';

export type SeatKey = { readonly entry: EntryId; readonly judge: PersonId };

/** Whoever writes a ballot, gives a seat back or counts holds the seat first, so that a count never misses a ballot on its way. */
export function lockingSeat(ctx: Ctx, { entry, judge }: SeatKey) {
  return sql`select from assignments
    where organisation_id = ${ctx.organisation} and entry_id = ${entry} and judge_id = ${judge} for update`.compile(ctx.db);
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
    await ctx.db.deleteFrom('ballot_comments').where('organisation_id', '=', ctx.organisation).where('ballot_id', '=', ballot.id).execute();
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

export type Writing = {
  readonly marks: KeptMarks;
  readonly comments: Comments;
  readonly comment: string;
  readonly state: 'open' | 'submitted';
};

/** Marks as they are now to be: those that stay are not written again. */
function placingMarks(ctx: Ctx, ballot: BallotId, marks: KeptMarks) {
  return sql`insert into ballot_marks (organisation_id, ballot_id, criterion_id, mark)
    select ${ctx.organisation}::uuid, ${ballot}::uuid, m.criterion, m.mark
      from unnest(${Object.keys(marks)}::uuid[], ${Object.values(marks)}::integer[]) as m (criterion, mark)
    on conflict (organisation_id, ballot_id, criterion_id) do update set mark = excluded.mark
      where ballot_marks.mark is distinct from excluded.mark`;
}

/** Likewise what is written beside them. */
function placingComments(ctx: Ctx, ballot: BallotId, comments: Comments) {
  return sql`insert into ballot_comments (organisation_id, ballot_id, criterion_id, comment)
    select ${ctx.organisation}::uuid, ${ballot}::uuid, c.criterion, c.comment
      from unnest(${Object.keys(comments)}::uuid[], ${Object.values(comments)}::text[]) as c (criterion, comment)
    on conflict (organisation_id, ballot_id, criterion_id) do update set comment = excluded.comment
      where ballot_comments.comment <> excluded.comment`;
}

/** The first saving of a ballot. Its id is random: it must not tell when it was made. */
export async function insertBallot(
  ctx: Ctx,
  edition: EditionId,
  { entry, judge }: SeatKey,
  { marks, comments, comment, state }: Writing,
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
  await placingMarks(ctx, id, marks).execute(ctx.db);
  if (Object.keys(comments).length > 0) await placingComments(ctx, id, comments).execute(ctx.db);
  return id;
}

/** The whole ballot as it is now to be; its seat is locked and its version was compared. */
export async function updateBallot(ctx: Ctx, id: BallotId, { marks, comments, comment, state }: Writing): Promise<void> {
  const submitted = state === 'submitted' ? ctx.now : null;
  await sql`with ballot as (
      update ballots set state = ${state}, comment = ${comment}, saved_at = ${ctx.now}, submitted_at = ${submitted}, version = version + 1
       where organisation_id = ${ctx.organisation} and id = ${id}),
    gone as (
      delete from ballot_marks
       where organisation_id = ${ctx.organisation} and ballot_id = ${id} and criterion_id <> all (${Object.keys(marks)}::uuid[])),
    unsaid as (
      delete from ballot_comments
       where organisation_id = ${ctx.organisation} and ballot_id = ${id} and criterion_id <> all (${Object.keys(comments)}::uuid[])),
    said as (${placingComments(ctx, id, comments)})
    ${placingMarks(ctx, id, marks)}`.execute(ctx.db);
}

export async function markReopened(ctx: Ctx, id: BallotId): Promise<void> {
  await ctx.db
    .updateTable('ballots')
    .set((eb) => ({ state: 'open', submitted_at: null, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export async function insertReminder(
  ctx: Ctx,
  { edition, judge, by, owed }: { edition: EditionId; judge: PersonId; by: PersonId; owed: number },
): Promise<void> {
  await ctx.db
    .insertInto('judge_reminders')
    .values({ organisation_id: ctx.organisation, edition_id: edition, judge_id: judge, reminded_at: ctx.now, reminded_by: by, owed })
    .execute();
}
