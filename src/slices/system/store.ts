/** Every statement that writes or locks the system's tables. */
import { sql } from 'kysely';
import { firstSeal } from '#core/record/event.ts';
import type { Ctx } from '#platform/context.ts';
import type { Db } from '#platform/database/db.server.ts';
import type { OrganisationId, PersonId } from '#platform/ids.ts';

export type UnsealedEvent = { readonly id: string; readonly chain_id: string; readonly transaction_id: string; readonly event: string };
export type Chain = { readonly id: string; readonly length: number; readonly head: Buffer };
export type Seal = { readonly chain_id: string; readonly seq: number; readonly event_id: string; readonly seal: Buffer };

async function ensureChain(db: Db, organisation: OrganisationId, id: string): Promise<void> {
  await db
    .insertInto('audit_chains')
    .values({ organisation_id: organisation, id, head: Buffer.from(firstSeal) })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** The organisation's own chain, locked; undefined when another process holds it. */
export async function lockOwnChain(db: Db, organisation: OrganisationId): Promise<{ sealed_to: string } | undefined> {
  const find = () =>
    sql<{ sealed_to: string }>`select sealed_to::text as sealed_to from audit_chains
      where organisation_id = ${organisation} and id = ${organisation} for update skip locked`.execute(db);
  const found = (await find()).rows[0];
  if (found) return found;
  await ensureChain(db, organisation, organisation);
  return (await find()).rows[0];
}

/** Where sealing goes on from next time; a transaction's id. */
export async function markSealedTo(db: Db, organisation: OrganisationId, transaction: string): Promise<void> {
  await sql`update audit_chains set sealed_to = ${transaction}::xid8
    where organisation_id = ${organisation} and id = ${organisation}`.execute(db);
}

/** A browser retries for minutes; a key that is two days old can be forgotten with the request it holds. */
export async function forgetUsedKeys(db: Db, organisation: OrganisationId): Promise<void> {
  await sql`delete from idempotency_keys
    where organisation_id = ${organisation} and created_at < plaudit.plaudit_now() - interval '2 days'`.execute(db);
}

export async function lockChains(db: Db, organisation: OrganisationId, ids: readonly string[]): Promise<Map<string, Chain>> {
  for (const id of ids) await ensureChain(db, organisation, id);
  const rows = await db
    .selectFrom('audit_chains')
    .select(['id', 'length', 'head'])
    .where('organisation_id', '=', organisation)
    .where('id', 'in', [...ids])
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertSeals(db: Db, organisation: OrganisationId, seals: readonly Seal[], now: Date): Promise<void> {
  await sql`insert into audit_seals (organisation_id, chain_id, seq, event_id, seal, sealed_at)
    select ${organisation}::uuid, s.chain_id, s.seq, s.event_id, s.seal, ${now}
    from unnest(${seals.map((s) => s.chain_id)}::uuid[], ${seals.map((s) => s.seq)}::integer[],
      ${seals.map((s) => s.event_id)}::uuid[], ${seals.map((s) => s.seal)}::bytea[]) as s (chain_id, seq, event_id, seal)`.execute(db);
}

export async function markChain(db: Db, organisation: OrganisationId, chain: Chain, now: Date): Promise<void> {
  await sql`update audit_chains set length = ${chain.length}, head = ${chain.head}, sealed_at = ${now}
    where organisation_id = ${organisation} and id = ${chain.id}`.execute(db);
}

export async function insertMembership(ctx: Ctx, person: PersonId): Promise<void> {
  await ctx.db
    .insertInto('memberships')
    .values({ organisation_id: ctx.organisation, person_id: person, role: 'administrator', granted_at: ctx.now })
    .onConflict((c) => c.doNothing())
    .execute();
}

export type LongJob = { readonly id: string; readonly task: string; readonly requestedBy: PersonId | null };

export async function insertLongJob(ctx: Ctx, job: LongJob): Promise<void> {
  await ctx.db
    .insertInto('long_jobs')
    .values({
      organisation_id: ctx.organisation,
      id: job.id,
      task: job.task,
      requested_by: job.requestedBy,
      state: 'waiting',
      created_at: ctx.now,
      moved_at: ctx.now,
    })
    .execute();
}

/** Whether nobody works on it: nobody has begun, or whoever began left long ago. */
export async function markStopRequested(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable('long_jobs')
    .set({ stop_requested: true })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning(sql<boolean>`state = 'waiting' or moved_at < plaudit.plaudit_now() - interval '2 minutes'`.as('idle'))
    .executeTakeFirst();
  return row?.idle ?? false;
}

export type Moved = { readonly done: number; readonly total?: number; readonly note?: string };

/** A job that has not ended, locked, so that it ends once even when two workers run it. */
export async function lockOpenJob(ctx: Ctx, id: string): Promise<{ readonly id: string } | undefined> {
  return ctx.db
    .selectFrom('long_jobs')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .forUpdate()
    .executeTakeFirst();
}

/** Writes how far a job is; answers whether it is to stop, because somebody asked or because it has ended already. */
export async function markProgress(ctx: Ctx, id: string, moved: Moved): Promise<boolean> {
  const row = await ctx.db
    .updateTable('long_jobs')
    .set({
      state: 'running',
      done: moved.done,
      moved_at: sql<Date>`plaudit.plaudit_now()`,
      ...(moved.total !== undefined && { total: moved.total }),
      ...(moved.note !== undefined && { note: moved.note }),
    })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning('stop_requested')
    .executeTakeFirst();
  return row?.stop_requested ?? true;
}

export type End = { readonly state: 'done' | 'failed' | 'stopped'; readonly note?: string; readonly result?: unknown };

export async function markEnded(ctx: Ctx, id: string, end: End): Promise<void> {
  await ctx.db
    .updateTable('long_jobs')
    .set({
      state: end.state,
      moved_at: ctx.now,
      ...(end.note !== undefined && { note: end.note }),
      result: JSON.stringify(end.result ?? null),
    })
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .execute();
}

export async function rerunJob(ctx: Ctx, job: string): Promise<boolean> {
  const { rows } = await sql<{ rerun: boolean }>`select plaudit.rerun_job(${ctx.organisation}, ${job}) as rerun`.execute(ctx.db);
  return rows[0]?.rerun ?? false;
}

/** Processes that are gone for a day: what they counted is of no use to anybody. */
export async function forgetProcesses(db: Db): Promise<void> {
  await sql`delete from directory.pulses where pulse_at < plaudit.plaudit_now() - interval '1 day'`.execute(db);
}
