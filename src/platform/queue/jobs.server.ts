/**
 * The jobs process: pools of queue workers, their pulse, and the rounds. The queue keeps a killed worker's job locked for
 * four hours; so every pool shows a pulse, and whoever lives unlocks what the dead held.
 */
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { z } from 'zod';
import { contextFor } from '../context.ts';
import type { Database } from '../database/transaction.server.ts';
import type { OrganisationId } from '../ids.ts';
import type { Log } from '../log.server.ts';
import { faultOf, withoutTelling } from '../logging/faults.server.ts';
import { allRounds, type Round } from './rounds.server.ts';
import { allTasks, type Task } from './tasks.server.ts';

const pulseEvery = 1_000;
/** A pool without a pulse for this long is dead: its jobs run again within seconds. */
const deadAfter = '5 seconds';

export type JobsOptions = { readonly database: Database; readonly log: Log; readonly concurrency: number };

export type Jobs = {
  /** `Date.now()` of the last sign that the queue moved: a fetch, a finished job, a pulse that was written. */
  readonly progressAt: () => number;
  /** Resolves when the pool has ended by itself, which only a fault makes it do. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

const envelope = z.object({ organisation: z.uuid(), payload: z.unknown(), restored: z.literal(true).optional() });

function runTask(task: Task, { database, log }: JobsOptions) {
  return async (raw: unknown): Promise<void> => {
    const { organisation, payload, restored } = envelope.parse(raw);
    const ctx = contextFor(database, log, organisation as OrganisationId, { kind: 'system', name: task.name });
    await task.run({ ...ctx, ...(restored && { restored }) }, payload);
  };
}

function quiet(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level !== 'error' && level !== 'warning') return;
    // What the error says may be what a mail server said of somebody.
    const [what = ''] = message.split(' with error ');
    log.warn({ queue: true, ...(meta?.error !== undefined && { fault: faultOf(meta.error) }) }, withoutTelling(what));
  });
}

/** Unlocks what dead pools held, in one statement, and forgets them. */
async function buryDeadPools(pool: pg.Pool, log: Log): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct w.id from directory.worker_pools w where w.pulse_at < plaudit.plaudit_now() - $1::interval
     union select distinct j.locked_by from graphile_worker._private_jobs j
       where j.locked_by is not null and j.locked_at < plaudit.plaudit_now() - $1::interval
       and not exists (select from directory.worker_pools w where w.id = j.locked_by)`,
    [deadAfter],
  );
  if (rows.length === 0) return;
  const dead = rows.map((row) => row.id);
  await pool.query('select graphile_worker.force_unlock_workers($1)', [dead]);
  await pool.query('delete from directory.worker_pools where id = any ($1) and pulse_at < plaudit.plaudit_now() - $2::interval', [
    dead,
    deadAfter,
  ]);
  log.warn({ dead }, 'unlocked the jobs of workers that died');
}

async function writePulse(pool: pg.Pool, id: string, progressAt: number): Promise<void> {
  await pool.query(
    `insert into directory.worker_pools (id, started_at, pulse_at, progress_at)
     values ($1, plaudit.plaudit_now(), plaudit.plaudit_now(), to_timestamp($2::float8 / 1000))
     on conflict (id) do update set pulse_at = plaudit.plaudit_now(), progress_at = excluded.progress_at`,
    [id, progressAt],
  );
}

/** Repeats until aborted; a failure is logged and the next turn tries again. */
async function repeat(name: string, everyMs: number, signal: AbortSignal, log: Log, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      log.warn({ round: name, fault: faultOf(error) }, 'a round failed and will be tried again');
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** A pool of the queue's workers with its signs of life. */
type Lane = { readonly runner: Runner; readonly poolId: string; readonly progressAt: () => number; readonly pulse: () => void };

async function startLane(options: JobsOptions, tasks: readonly Task[], concurrency: number): Promise<Lane> {
  const taskList: TaskList = Object.fromEntries(tasks.map((task) => [task.name, runTask(task, options)]));
  let poolId = '';
  let progressAt = Date.now();
  let busy = 0;
  // Listened to before the pool is made: its first job may start before `run` answers.
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id;
  });
  events.on('worker:getJob:start', () => {
    progressAt = Date.now();
  });
  events.on('job:start', () => {
    busy += 1;
  });
  events.on('job:complete', () => {
    busy -= 1;
    progressAt = Date.now();
  });
  const runner = await run({
    pgPool: options.database.pool,
    concurrency,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList,
    events,
    logger: quiet(options.log),
    parsedCronItems: [],
  });
  // When every worker is at a long job nobody fetches: then a written pulse is all the progress that can be seen.
  const pulse = () => {
    if (busy >= concurrency) progressAt = Date.now();
  };
  return { runner, poolId, progressAt: () => progressAt, pulse };
}

/** Tasks that wait for servers of others have workers of their own, so that a silent one holds up nothing of ours. */
async function startLanes(options: JobsOptions): Promise<Lane[]> {
  const tasks = [...allTasks().values()];
  const foreign = tasks.filter((task) => task.foreign);
  const own = tasks.filter((task) => !task.foreign);
  const lanes: Lane[] = [];
  if (own.length > 0) lanes.push(await startLane(options, own, options.concurrency));
  if (foreign.length > 0) lanes.push(await startLane(options, foreign, Math.ceil(options.concurrency / 2)));
  return lanes;
}

export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { database, log } = options;
  const lanes = await startLanes(options);
  const stopping = new AbortController();
  const loops = [
    repeat('pulse', pulseEvery, stopping.signal, log, async () => {
      for (const lane of lanes) {
        await writePulse(database.pool, lane.poolId, lane.progressAt());
        lane.pulse();
      }
      await buryDeadPools(database.pool, log);
    }),
    ...allRounds().map((round: Round) => repeat(round.name, round.everyMs, stopping.signal, log, () => round.run(database, log))),
  ];
  return {
    progressAt: () => Math.min(...lanes.map((lane) => lane.progressAt())),
    ended: Promise.race(lanes.map((lane) => lane.runner.promise)),
    stop: async () => {
      stopping.abort();
      await Promise.all(lanes.map((lane) => lane.runner.stop()));
      await Promise.all(loops);
      const pools = lanes.map((lane) => lane.poolId);
      await database.pool.query('delete from directory.worker_pools where id = any ($1)', [pools]).catch(() => {});
    },
  };
}
