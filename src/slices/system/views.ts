/** Reads of the system: long jobs, jobs in trouble, trails of events. */
import { sql } from 'kysely';
import { type HealthFacts, type HealthFinding, judgeHealth } from '#core/operating/health.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { isAdministrator } from './access.ts';
import { healthFacts } from './health.ts';
import { runningSource } from './source.ts';

export type LongJobView = {
  readonly id: string;
  readonly task: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  readonly done: number;
  readonly total: number | null;
  readonly note: string | null;
  readonly stopRequested: boolean;
  readonly createdAt: string;
  readonly result: unknown;
};

export function hasEnded({ state }: LongJobView): boolean {
  return state === 'done' || state === 'failed' || state === 'stopped';
}

/** A long job of the organisation, by its random id. */
export async function longJob(ctx: Ctx, id: string): Promise<LongJobView | undefined> {
  const row = await ctx.db
    .selectFrom('long_jobs')
    .selectAll()
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && view(row);
}

type Row = {
  id: string;
  task: string;
  state: string;
  done: number;
  total: number | null;
  note: string | null;
  stop_requested: boolean;
  created_at: Date;
  result: unknown;
};

function view(row: Row): LongJobView {
  const { id, task, done, total, note, result } = row;
  return {
    id,
    task,
    state: row.state as LongJobView['state'],
    done,
    total,
    note,
    stopRequested: row.stop_requested,
    createdAt: row.created_at.toISOString(),
    result,
  };
}

export type TroubledJob = {
  readonly id: string;
  readonly task: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Null when its process ended before it could say. */
  readonly lastError: string | null;
  readonly runAt: string;
  readonly gaveUp: boolean;
};

export type SystemView = {
  readonly health: { readonly facts: HealthFacts; readonly findings: readonly HealthFinding[] };
  readonly version: string;
  readonly troubled: readonly TroubledJob[];
  /** Verifications, the newest first. */
  readonly recent: readonly LongJobView[];
  readonly record: { readonly events: number; readonly unsealed: number; readonly head: string | null; readonly sealedAt: string | null };
};

type TroubledRow = { id: string; task: string; attempts: number; max_attempts: number; last_error: string | null; run_at: Date };

async function troubledJobs(ctx: Ctx): Promise<TroubledJob[]> {
  const { rows } =
    await sql<TroubledRow>`select id::text, task, attempts, max_attempts, last_error, run_at from plaudit.troubled_jobs(${ctx.organisation})`.execute(
      ctx.db,
    );
  return rows.map((r) => ({
    id: r.id,
    task: r.task,
    attempts: r.attempts,
    maxAttempts: r.max_attempts,
    lastError: r.last_error,
    runAt: r.run_at.toISOString(),
    gaveUp: r.attempts >= r.max_attempts,
  }));
}

async function recordState(ctx: Ctx): Promise<SystemView['record']> {
  const { rows } = await sql<{ events: number; unsealed: number; head: Buffer | null; sealed_at: Date | null }>`
    select (select coalesce(sum(length), 0)::integer from audit_chains c where c.organisation_id = ${ctx.organisation}) as events,
      (select count(*)::integer from audit_events e where e.organisation_id = ${ctx.organisation} and not exists (
        select from audit_seals s where s.organisation_id = ${ctx.organisation} and s.event_id = e.id)) as unsealed,
      (select head from audit_chains c where c.organisation_id = ${ctx.organisation} and c.id = ${ctx.organisation}) as head,
      (select max(sealed_at) from audit_chains c where c.organisation_id = ${ctx.organisation}) as sealed_at`.execute(ctx.db);
  const row = rows[0];
  return {
    events: row?.events ?? 0,
    unsealed: row?.unsealed ?? 0,
    head: row?.head?.toString('hex') ?? null,
    sealedAt: row?.sealed_at?.toISOString() ?? null,
  };
}

/** What an administrator sees of the machinery. */
export async function systemForAdministrator(ctx: Ctx): Promise<SystemView> {
  if (!(await isAdministrator(ctx))) throw problem('general.not-found');
  const recent = await ctx.db
    .selectFrom('long_jobs')
    .selectAll()
    .where('organisation_id', '=', ctx.organisation)
    .where('task', '=', 'system.verify-record')
    .orderBy('created_at', 'desc')
    .limit(10)
    .execute();
  const facts = await healthFacts(ctx.db, ctx.organisation);
  const health = { facts, findings: judgeHealth(facts) };
  const { version } = runningSource();
  return { troubled: await troubledJobs(ctx), recent: recent.map(view), record: await recordState(ctx), health, version };
}

/** A long job for whoever may watch it. */
export async function longJobForAdministrator(ctx: Ctx, id: string): Promise<LongJobView> {
  const job = (await isAdministrator(ctx)) ? await longJob(ctx, id) : undefined;
  if (!job) throw problem('general.not-found');
  return job;
}
