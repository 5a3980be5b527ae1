/** Work that takes long: asked for, watched while it runs, stopped by whoever may start it. Its row outlives every page and process. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organisationRelations } from './access.ts';
import { type End, insertLongJob, lockOpenJob, markEnded, markProgress, markStopRequested, rerunJob } from './store.ts';
import { verifyRecord } from './verify.ts';
import { hasEnded, longJob } from './views.ts';

/** Asks for a verification of the whole record; the answer names the job to watch. */
export const startVerification = operation('system.start-verification', {
  input: z.object({}),
  who: ['administrator'],
  find: (ctx) => Promise.resolve(ctx.organisation),
  relations: organisationRelations,
  run: async (ctx) => {
    const id = ctx.ids.random();
    await insertLongJob(ctx, { id, task: 'system.verify-record', requestedBy: personOf(ctx) ?? null });
    await enqueue(ctx, 'system.verify-record', { job: id }, { maxAttempts: 3 });
    await tell(ctx, { kind: 'system.verification-asked', programme: null, subject: { kind: 'job', id }, body: {} });
    return { job: id };
  },
});

async function ended(ctx: Ctx, job: string, end: End & { readonly note: string }): Promise<void> {
  await markEnded(ctx, job, end);
  await tell(ctx, {
    kind: 'system.job-ended',
    programme: null,
    subject: { kind: 'job', id: job },
    body: { state: end.state, note: end.note },
  });
}

/** Whoever works on it stops it and tells its end; where nobody does, it ends here. */
export async function stopJob(ctx: Ctx, job: string): Promise<void> {
  if (await markStopRequested(ctx, job)) await ended(ctx, job, { state: 'stopped', note: '' });
}

export const stopLongJob = operation('system.stop-long-job', {
  input: z.object({ job: z.uuid() }),
  who: ['administrator'],
  find: (ctx, input) => longJob(ctx, input.job),
  relations: organisationRelations,
  run: async (ctx, _input, job) => {
    await stopJob(ctx, job.id);
    await tell(ctx, { kind: 'system.job-stopped', programme: null, subject: { kind: 'job', id: job.id }, body: { task: job.task } });
    return null;
  },
});

/** One more try, now, for a job that failed. */
export const rerunFailedJob = operation('system.rerun-failed-job', {
  input: z.object({ job: z.string().regex(/^\d{1,18}$/) }),
  who: ['administrator'],
  find: (ctx) => Promise.resolve(ctx.organisation),
  relations: organisationRelations,
  run: async (ctx, input) => {
    if (!(await rerunJob(ctx, input.job))) throw problem('system.job-not-waiting');
    await tell(ctx, {
      kind: 'system.job-rerun',
      programme: null,
      subject: { kind: 'organisation', id: ctx.organisation },
      body: { job: input.job },
    });
    return null;
  },
});

/** What came of a long job, told once. */
export const endLongJob = operation('system.end-long-job', {
  input: z.object({ job: z.uuid(), state: z.enum(['done', 'failed', 'stopped']), note: z.string(), result: z.json() }),
  who: ['system'],
  find: (ctx, input) => lockOpenJob(ctx, input.job),
  run: async (ctx, input, job) => {
    await ended(ctx, job.id, input);
    return null;
  },
});

/** As whoever worked on it says, unless it had ended meanwhile. */
export async function endJob(ctx: Ctx, job: string, { state, note = '', result = null }: End): Promise<void> {
  const now = await longJob(ctx, job);
  if (!now || hasEnded(now)) return;
  const kept = JSON.parse(JSON.stringify(result)) as z.infer<ReturnType<typeof z.json>>;
  await endLongJob(ctx, { job, state, note, result: kept });
}

/** The verification itself, run by the jobs process; a retry after a kill starts over, unless the job had ended. */
export async function runVerification(ctx: Ctx, job: string): Promise<void> {
  const before = await longJob(ctx, job);
  if (!before || hasEnded(before)) return;
  const report = await verifyRecord(ctx.database, ctx.organisation, async (done, total) => markProgress(ctx, job, { done, total }));
  const faults = report.chains.reduce((sum, { broken }) => sum + broken, 0);
  const state = report.stopped ? 'stopped' : 'done';
  await endJob(ctx, job, { state, note: faults === 0 ? 'whole' : `faults:${faults}`, result: report });
}
