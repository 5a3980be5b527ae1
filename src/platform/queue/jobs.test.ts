import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run } from 'graphile-worker';
import { afterAll, describe, expect, it } from 'vitest';
import { foundOrganisation } from '#slices/people/index.ts';
import { eventually, type Running, runModule } from '#tests/support/child.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { createDatabase, type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { declareHeldWork, heldWork } from '#tests/support/held-work.ts';
import { ids, type OrganisationId } from '../ids.ts';
import { startJobs } from './jobs.server.ts';
import { enqueue } from './tasks.server.ts';

const promise = 10_000;
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const organisation = ids.random<OrganisationId>();

/** Which work was done here, and when. */
const done = new Map<string, number>();
let holdFor = 0;
declareHeldWork(async (work) => {
  await sleep(holdFor);
  done.set(work, performance.now());
});

const ours = await testDatabase();
const plain = await createDatabase();
const children: Running[] = [];
afterAll(async () => {
  for (const { child } of children) child.kill('SIGKILL');
  await plain.drop();
});

async function addWork(database: TestDatabase): Promise<string> {
  const work = ids.random();
  await enqueue(asSystem(database.app, organisation), heldWork, { work });
  return work;
}

/** A jobs process that takes the work, makes its effect, and is killed before it is done with it. Answers when it was killed. */
async function killWhileHolding(database: TestDatabase): Promise<{ work: string; killedAt: number }> {
  await foundOrganisation(asSystem(database.app, organisation), { slug: 'hall', name: 'The Hall' });
  const work = await addWork(database);
  const child = runModule(
    `import { startJobs } from '#platform/queue/jobs.server.ts';
     import { openDatabase } from '#platform/database/transaction.server.ts';
     import { declareHeldWork } from '#tests/support/held-work.ts';
     const quiet = () => {};
     declareHeldWork((work) => { console.log('holds', work); return new Promise(quiet); });
     const database = openDatabase(process.env.JOBS_URL, { max: 4, name: 'to be killed' });
     await startJobs({ database, concurrency: 2, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });`,
    { JOBS_URL: database.urls.jobs },
  );
  children.push(child);
  await child.line(new RegExp(`^holds ${work}`));
  child.child.kill('SIGKILL');
  await child.exited;
  return { work, killedAt: performance.now() };
}

async function effectsOf(database: TestDatabase, work: string): Promise<number> {
  const { rows } = await database.owner.pool.query('select from plaudit.audit_events where subject_id = $1', [work]);
  return rows.length;
}

describe('a jobs process that is killed while it holds a job', () => {
  it('has its job run again by another within ten seconds, the effect made once; a queue without the pulse leaves it locked', {
    timeout: 60_000,
  }, async () => {
    const [withPulse, without] = await Promise.all([killWhileHolding(ours), killWhileHolding(plain)]);
    const jobs = await startJobs({ database: ours.jobs, log, concurrency: 2 });
    const control = await run({
      pgPool: plain.jobs.pool,
      concurrency: 2,
      pollInterval: 500,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      parsedCronItems: [],
      taskList: {
        [heldWork]: (raw) => {
          done.set((raw as { payload: { work: string } }).payload.work, performance.now());
        },
      },
    });
    try {
      const other = await addWork(plain);
      await eventually('the queue without a pulse is alive', () => done.has(other));
      await sleep(Math.max(0, Math.max(withPulse.killedAt, without.killedAt) + promise - performance.now()));
      expect(done.get(withPulse.work)).toBeLessThan(withPulse.killedAt + promise);
      expect(await effectsOf(ours, withPulse.work)).toBe(1);
      expect(done.has(without.work)).toBe(false);
      expect(await effectsOf(plain, without.work)).toBe(1);
    } finally {
      await Promise.all([jobs.stop(), control.stop()]);
    }
  });

  it('shows progress as long as it lives, even when its one worker is at a long job', { timeout: 20_000 }, async () => {
    holdFor = 4_000;
    const jobs = await startJobs({ database: ours.jobs, log, concurrency: 1 });
    try {
      const work = await addWork(ours);
      let silence = 0;
      for (const began = Date.now(); !done.has(work) && Date.now() < began + 10_000; await sleep(20))
        silence = Math.max(silence, Date.now() - jobs.progressAt());
      expect(done.has(work)).toBe(true);
      expect(silence).toBeLessThan(3_000);
    } finally {
      await jobs.stop();
    }
  });

  it('is forgotten, and so is one that stopped in order', async () => {
    const { rows } = await ours.owner.pool.query('select id from directory.worker_pools');
    expect(rows).toEqual([]);
  });
});
