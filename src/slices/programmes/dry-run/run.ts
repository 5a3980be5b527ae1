/** The work of a dry run, in the jobs process: counted in a thread, told as it goes, ended where somebody says stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Asked } from '#core/dry-run/asked.ts';
import type { Step } from '#core/dry-run/dry-run.ts';
import type { DryRunResult } from '#core/dry-run/outcome.ts';
import type { Plan } from '#core/dry-run/plan.ts';
import type { Ctx } from '#platform/context.ts';
import { endJob, hasEnded, longJob, markProgress } from '#slices/system/index.ts';
import { dryRunById, planOfDryRun } from './store.ts';

export type Told = ({ readonly kind: 'step' } & Step) | { readonly kind: 'result'; readonly result: DryRunResult };

/** How often it is told how far it is, and asked whether to go on. */
const every = 200;

/** Undefined where `goesOn` said no. What the thread throws is thrown here. */
async function inThread(plan: Plan, asked: Asked, goesOn: (step: Step | undefined) => Promise<boolean>): Promise<DryRunResult | undefined> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { plan, asked },
    execArgv: [],
  });
  let step: Step | undefined;
  const ended = new Promise<DryRunResult>((resolve, reject) => {
    thread.on('message', (told: Told) => {
      if (told.kind === 'result') resolve(told.result);
      else step = told;
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('the thread of a dry run ended before it was done')));
  });
  // Asked for again below; a thread that was told to stop ends without a result, and nobody waits for it.
  ended.catch(() => {});
  try {
    for (;;) {
      if (!(await goesOn(step))) return undefined;
      const result = await Promise.race([ended, sleep(every)]);
      if (result) return result;
    }
  } finally {
    await thread.terminate();
  }
}

/** Starts over after a kill, unless it had ended: the same figures come to the same. A run that cannot be counted fails, and says so. */
export async function runDryRun(ctx: Ctx, job: string): Promise<void> {
  const before = await longJob(ctx, job);
  const [run, plan] = [await dryRunById(ctx, job), await planOfDryRun(ctx, job)];
  if (!before || hasEnded(before) || !run || !plan) return;
  try {
    const result = await inThread(plan, run.asked, async (step) => !(await markProgress(ctx, job, step ?? { done: 0 })));
    await endJob(ctx, job, result ? { state: 'done', result } : { state: 'stopped' });
  } catch (error) {
    ctx.log.error({ job, error: error instanceof Error ? error.message : String(error) }, 'a dry run failed');
    await endJob(ctx, job, { state: 'failed' });
  }
}
