import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ids, type OrganisationId, type ProgrammeId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { addPerson, foundOrganisation } from '#slices/people/index.ts';
import { eventually, type Running, runModule } from '#tests/support/child.ts';
import { asPerson, asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sealOrganisation, verifyRecord } from './index.ts';

const promisedLag = 5_000;
const streamFor = 6_000;

const { app, jobs, owner, urls } = await testDatabase();
const organisation = ids.random<OrganisationId>();
const programmes = Array.from({ length: 3 }, () => ids.next<ProgrammeId>());
await foundOrganisation(asSystem(app, organisation), { slug: 'hall', name: 'The Hall' });
const { person } = await addPerson(asSystem(app, organisation), { email: 'a@example.org', name: 'A' });

const note = operation('test.note', {
  input: z.object({ programme: z.uuid() }),
  who: ['person'],
  find: (_ctx, input) => Promise.resolve(input.programme as ProgrammeId),
  run: async (ctx, _input, programme) => {
    await tell(ctx, { kind: 'test.noted', programme, subject: { kind: 'programme', id: programme }, body: {} });
    return null;
  },
});

const children: Running[] = [];
afterAll(() => {
  for (const { child } of children) child.kill('SIGKILL');
});

/** Another jobs process, which seals with its rounds like this machine's own. */
async function startSealer(): Promise<void> {
  const child = runModule(
    `import { startJobs } from '#platform/queue/jobs.server.ts';
     import { openDatabase } from '#platform/database/transaction.server.ts';
     import '#slices/system/index.ts';
     const quiet = () => {};
     const database = openDatabase(process.env.JOBS_URL, { max: 4, name: 'sealer' });
     await startJobs({ database, concurrency: 1, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
     console.log('started');`,
    { JOBS_URL: urls.jobs },
  );
  children.push(child);
  await child.line(/^started/);
}

/** People at work without a pause, on all programmes at once. */
async function stream(until: number): Promise<number> {
  const writer = async (programme: ProgrammeId): Promise<number> => {
    let count = 0;
    for (; performance.now() < until; count += 1) {
      await note(asPerson(app, organisation, person), { programme });
      await sleep(5);
    }
    return count;
  };
  const counts = await Promise.all(programmes.map(writer));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A process that seals as fast as it can, so that sealers meet at every step. */
async function sealWithoutPause(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sealOrganisation(jobs, organisation);
    await sleep(1);
  }
}

/** What was noted before anybody sealed does not count. */
async function lagOfRecord(): Promise<{ events: number; unsealed: number; longest: number }> {
  const { rows } = await owner.pool.query<{ events: number; unsealed: number; longest: number }>(
    `select count(*)::int as events, count(*) filter (where s.event_id is null)::int as unsealed,
       max(extract(epoch from coalesce(s.sealed_at, plaudit.plaudit_now()) - e.at) * 1000) filter (where e.kind = 'test.noted')::float8 as longest
     from plaudit.audit_events e
     left join plaudit.audit_seals s on s.organisation_id = e.organisation_id and s.event_id = e.id
     where e.organisation_id = $1`,
    [organisation],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('the record cannot be counted');
  return row;
}

describe('while people work', () => {
  it('two jobs processes seal every event within five seconds into unbroken chains', { timeout: 60_000 }, async () => {
    await Promise.all([startSealer(), startSealer()]);
    const written = await stream(performance.now() + streamFor);
    await eventually('the last event is sealed', async () => (await lagOfRecord()).unsealed === 0);
    const lag = await lagOfRecord();
    expect(lag.events).toBe(written + 2);
    expect(lag.longest).toBeLessThan(promisedLag);
    const report = await verifyRecord(app, organisation);
    expect(report).toMatchObject({ sealed: written + 2, unsealed: 0 });
    expect(report.chains.map(({ broken }) => broken)).toEqual([0, 0, 0, 0]);
    console.log(`sealed ${written} events of ${streamFor / 1000} s by two processes, each within ${Math.round(lag.longest)} ms`);
  });

  it('sealers that meet at every step keep the chains whole', { timeout: 60_000 }, async () => {
    const { sealed: before } = await verifyRecord(app, organisation);
    const stop = new AbortController();
    const sealers = Array.from({ length: 3 }, () => sealWithoutPause(stop.signal));
    const written = await stream(performance.now() + 1_500);
    await eventually('the last event is sealed', async () => (await lagOfRecord()).unsealed === 0);
    stop.abort();
    await Promise.all(sealers);
    const report = await verifyRecord(app, organisation);
    expect(report).toMatchObject({ sealed: before + written, unsealed: 0 });
    expect(report.chains.map(({ broken }) => broken)).toEqual([0, 0, 0, 0]);
  });
});
