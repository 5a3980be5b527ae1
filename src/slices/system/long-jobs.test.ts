import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ids, type OrganisationId, type ProgrammeId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { type Jobs, startJobs } from '#platform/queue/jobs.server.ts';
import { enqueue, task } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { addPerson, foundOrganisation } from '#slices/people/index.ts';
import { eventually } from '#tests/support/child.ts';
import { asPerson, asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import {
  longJobForAdministrator,
  rerunFailedJob,
  sealOrganisation,
  startVerification,
  stopLongJob,
  streamJob,
  systemForAdministrator,
} from './index.ts';
import { runVerification } from './long-jobs.ts';

const { app, jobs, owner } = await testDatabase();
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const organisation = ids.random<OrganisationId>();
await foundOrganisation(asSystem(app, organisation), { slug: 'hall', name: 'The Hall' });
const { person } = await addPerson(asSystem(app, organisation), { email: 'a@example.org', name: 'A', administrator: true });
const administrator = () => asPerson(app, organisation, person);

let attempts = 0;
let broken = true;
task('test.breaks', z.object({}), () => {
  attempts += 1;
  return broken ? Promise.reject(new Error('the printer is out of paper')) : Promise.resolve();
});

let running: Jobs | undefined;
async function startQueue(): Promise<void> {
  running = await startJobs({ database: jobs, log, concurrency: 2 });
}
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const note = operation('test.note', {
  input: z.object({ programmes: z.array(z.uuid()) }),
  who: ['person'],
  find: () => Promise.resolve(true),
  run: async (ctx, input) => {
    for (const programme of input.programmes as ProgrammeId[])
      await tell(ctx, { kind: 'test.noted', programme, subject: { kind: 'programme', id: programme }, body: {} });
    return null;
  },
});

/** A record of many chains; each is a step that a verification reports. Every step takes a moment, so that it can be watched. */
async function manyChains(count: number): Promise<void> {
  await note(administrator(), { programmes: Array.from({ length: count }, () => ids.next<ProgrammeId>()) });
  for (let sealed = 0; sealed < count; sealed += (await sealOrganisation(jobs, organisation)) ?? 0) await sleep(20);
  await owner.pool.query(`
    create function public.slowly() returns trigger language plpgsql as $$ begin
      if new.state = 'running' then perform pg_sleep(0.05); end if; return new; end $$;
    create trigger slowly before update on plaudit.long_jobs for each row execute function public.slowly()`);
}

const chains = 60;

describe('a long job', () => {
  it('shows live how far it is, until it is done', async () => {
    await manyChains(chains);
    const { job } = await startVerification(administrator(), {});
    const look = () => longJobForAdministrator(administrator(), job);
    const stream = streamJob(await look(), look, AbortSignal.timeout(15_000));
    await startQueue();
    const seen: { state: string; done: number; total: number | null }[] = [];
    for await (const chunk of stream) seen.push(JSON.parse(Buffer.from(chunk).toString().replace('data: ', '')));
    expect(seen[0]).toMatchObject({ state: 'waiting', done: 0, total: null });
    const steps = seen.filter(({ state }) => state === 'running');
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ state: 'done', note: 'whole', done: steps.at(-1)?.total });
  });

  it('stops where it is when it is asked to', async () => {
    const { job } = await startVerification(administrator(), {});
    const look = () => longJobForAdministrator(administrator(), job);
    await startQueue();
    await eventually('it is under way', async () => (await look()).done > 2);
    await stopLongJob(administrator(), { job });
    const stopped = await eventually('it has stopped', async () => {
      const now = await look();
      return now.state === 'stopped' && now;
    });
    expect(stopped.done).toBeLessThan(chains);
  });

  it('ends at once, and is told to have ended once, where nobody works on it', async () => {
    const { job } = await startVerification(administrator(), {});
    await stopLongJob(administrator(), { job });
    expect(await longJobForAdministrator(administrator(), job)).toMatchObject({ state: 'stopped' });
    await runVerification(asSystem(jobs, organisation), job);
    const { rows } = await owner.pool.query("select from plaudit.audit_events where kind = 'system.job-ended' and subject_id = $1", [job]);
    expect(rows.length).toBe(1);
  });

  it('ends once, also when a worker that was given up runs it again', async () => {
    await owner.pool.query('drop trigger slowly on plaudit.long_jobs');
    const { job } = await startVerification(administrator(), {});
    const ctx = asSystem(jobs, organisation);
    await Promise.allSettled([runVerification(ctx, job), runVerification(ctx, job)]);
    await runVerification(ctx, job);
    const { rows } = await owner.pool.query("select from plaudit.audit_events where kind = 'system.job-ended' and subject_id = $1", [job]);
    expect(rows.length).toBe(1);
  });
});

describe('a job that failed', () => {
  it('is listed with its reason, and runs again when an administrator says so', async () => {
    await enqueue(asSystem(app, organisation), 'test.breaks', {}, { maxAttempts: 1 });
    await startQueue();
    const [troubled] = await eventually('it is listed', async () => {
      const { troubled: listed } = await systemForAdministrator(administrator());
      return listed.length > 0 && listed;
    });
    if (troubled === undefined) throw new Error('nothing is listed');
    expect(troubled).toMatchObject({
      task: 'test.breaks',
      attempts: 1,
      maxAttempts: 1,
      gaveUp: true,
      lastError: 'the printer is out of paper',
    });

    broken = false;
    await rerunFailedJob(administrator(), { job: troubled.id });
    await eventually('it has run again', () => attempts === 2);
    await eventually('it is no longer listed', async () => (await systemForAdministrator(administrator())).troubled.length === 0);
    expect(await refusalCode(rerunFailedJob(administrator(), { job: troubled.id }))).toBe('system.job-not-waiting');
  });

  it('is listed and can be run again when its last try died with its process', async () => {
    broken = false;
    await enqueue(asSystem(app, organisation), 'test.breaks', {}, { maxAttempts: 1 });
    await owner.pool.query(`update graphile_worker._private_jobs set attempts = 1, locked_at = now(), locked_by = 'a pool that died'`);
    const list = async () => (await systemForAdministrator(administrator())).troubled;
    expect(await list()).toEqual([]);
    await owner.pool.query("select graphile_worker.force_unlock_workers(array['a pool that died'])");
    const [died] = await list();
    expect(died).toMatchObject({ task: 'test.breaks', gaveUp: true, lastError: null });
    const before = attempts;
    await startQueue();
    await rerunFailedJob(administrator(), { job: died?.id ?? '' });
    await eventually('it has run', () => attempts === before + 1);
  });
});
