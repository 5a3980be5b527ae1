/** The thread a dry run is counted in: a season of a large edition takes seconds, and everything else has to go on meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked } from '#core/dry-run/asked.ts';
import { dryRun } from '#core/dry-run/dry-run.ts';
import type { Plan } from '#core/dry-run/plan.ts';
import type { Told } from './run.ts';

const { plan, asked } = workerData as { readonly plan: Plan; readonly asked: Asked };
const say = (told: Told) => parentPort?.postMessage(told);

const run = dryRun(plan, asked);
for (let next = run.next(); ; next = run.next()) {
  if (next.done) {
    say({ kind: 'result', result: next.value });
    break;
  }
  say({ kind: 'step', ...next.value });
}
