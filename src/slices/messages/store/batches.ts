/** Every statement that writes or locks a batch and the mails in it. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId, ProgrammeId } from '#platform/ids.ts';
import { bothered } from '../returns/reachable.ts';

export type BatchState = 'held' | 'released' | 'discarded';
export type NewBatch = {
  readonly programme: ProgrammeId;
  readonly edition: EditionId;
  readonly mail: string;
  readonly subject: string;
  readonly body: string;
  readonly by: PersonId;
};

export async function insertBatch(ctx: Ctx, { programme, edition, mail, subject, body, by }: NewBatch): Promise<string> {
  const id = ctx.ids.random();
  const text = { mail, subject, body, state: 'held' };
  await ctx.db
    .insertInto('mail_batches')
    .values({
      organisation_id: ctx.organisation,
      id,
      programme_id: programme,
      edition_id: edition,
      ...text,
      prepared_by: by,
      prepared_at: ctx.now,
    })
    .execute();
  return id;
}

/** One held mail to each of these who has an address; what it says is read when it leaves. Answers how many there are. */
export async function insertHeldMails(
  ctx: Ctx,
  batch: string,
  { programme, edition, mail }: NewBatch,
  people: readonly PersonId[],
): Promise<number> {
  const rows = people.map(() => ctx.ids.random());
  const { numAffectedRows = 0n } = await sql`insert into outbox (organisation_id, id, person_id, recipient, mail, data, message_id, state,
      held_for, created_at, programme_id, edition_id, batch_id)
    select ${ctx.organisation}, n.id, p.id, p.email, ${mail}, '{}', '<' || n.id || '@plaudit>', 'held', 'batch', ${ctx.now}, ${programme},
      ${edition}, ${batch}
    from unnest(${rows}::uuid[], ${[...people]}::uuid[]) as n (id, person) join directory.people p on p.id = n.person
    where p.email is not null`.execute(ctx.db);
  return Number(numAffectedRows);
}

export type Batch = {
  readonly id: string;
  readonly programme: ProgrammeId;
  readonly edition: EditionId;
  readonly mail: string;
  readonly subject: string;
  readonly body: string;
  readonly state: BatchState;
};

export async function lockBatch(ctx: Ctx, id: string): Promise<Batch | undefined> {
  const row = await ctx.db
    .selectFrom('mail_batches')
    .select(['id', 'programme_id as programme', 'edition_id as edition', 'mail', 'subject', 'body', 'state'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, state: row.state as BatchState };
}

type Member = { readonly id: string; readonly state: string; readonly attempts: number; readonly bothered: boolean };

/** Its mails, locked, each with whether its recipient is not to be written to about this. */
export async function lockMembers(ctx: Ctx, batch: string, topic: string): Promise<Member[]> {
  const { rows } = await sql<Member>`select o.id, o.state, o.attempts, ${bothered(ctx, topic)} as bothered from outbox o
    where o.organisation_id = ${ctx.organisation} and o.batch_id = ${batch} order by o.id for update of o`.execute(ctx.db);
  return rows;
}

export async function markBatch(ctx: Ctx, id: string, state: BatchState, by: PersonId | null): Promise<void> {
  await ctx.db
    .updateTable('mail_batches')
    .set(state === 'held' ? { state, decided_by: null, decided_at: null } : { state, decided_by: by, decided_at: ctx.now })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export async function markHeldAgain(ctx: Ctx, batch: string): Promise<void> {
  await ctx.db
    .updateTable('outbox')
    .set({ state: 'held', held_for: 'batch', settled_at: null, last_error: null })
    .where('organisation_id', '=', ctx.organisation)
    .where('batch_id', '=', batch)
    .execute();
}
