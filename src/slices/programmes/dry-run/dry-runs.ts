/** Dry runs: asked for by whoever manages the edition, stopped by them, one at a time. */
import { z } from 'zod';
import { askedShape } from '#core/dry-run/asked.ts';
import { dryRunRefusals, planOf } from '#core/dry-run/plan.ts';
import { problem } from '#core/problems/problem.ts';
import type { Refusal } from '#core/problems/refusal.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { hasEnded, insertLongJob, longJob, stopJob } from '#slices/system/index.ts';
import { programmeRelations } from '../access.ts';
import { partsOf } from '../configuration/read.ts';
import { type Edition, editionById } from '../edition.ts';
import { editionId } from '../schemas.ts';
import { lockEdition } from '../store.ts';
import { dryRunById, dryRunsOf, insertDryRun } from './store.ts';

export const dryRunTask = 'programmes.dry-run';

/** What is in the way of all of it is said as it is; what the rules are refused for, reason by reason. */
function refuse(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (!first) return;
  if (first.code.startsWith('programmes.')) throw problem(first.code, first.facts);
  const fields = refusals.slice(0, 20).map(({ code, facts }) => ({ path: 'award', code, facts }));
  throw problem('programmes.dry-run-uncountable', { count: refusals.length }, fields);
}

async function refuseSecond(ctx: Ctx, edition: Edition): Promise<void> {
  const [latest] = await dryRunsOf(ctx, edition.id, 1);
  const job = latest && (await longJob(ctx, latest.id));
  if (job && !hasEnded(job)) throw problem('programmes.dry-run-going-on');
}

/** Makes up seasons by what the edition is made of now; the answer names the run to watch. */
export const startDryRun = operation('programmes.start-dry-run', {
  input: z.object({ edition: editionId, ...askedShape.shape }),
  who: ['manager'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { edition: _edition, ...asked }, edition) => {
    await refuseSecond(ctx, edition);
    const plan = planOf(await partsOf(ctx, edition));
    refuse(dryRunRefusals(plan, asked));
    const id = ctx.ids.next();
    await insertLongJob(ctx, { id, task: dryRunTask, requestedBy: personOf(ctx) ?? null });
    await insertDryRun(ctx, { id, edition: edition.id, version: edition.version, asked, plan });
    await enqueue(ctx, dryRunTask, { job: id }, { maxAttempts: 3 });
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, {
      kind: 'programmes.dry-run-asked',
      programme: edition.programme,
      subject,
      body: { run: id, version: edition.version, seed: asked.seed, seasons: asked.seasons },
    });
    return { run: id };
  },
});

async function findRun(ctx: Ctx, run: string) {
  const found = await dryRunById(ctx, run);
  const edition = found && (await editionById(ctx, found.edition));
  return edition && { run: found.id, edition };
}

export const stopDryRun = operation('programmes.stop-dry-run', {
  input: z.object({ run: z.uuid() }),
  who: ['manager'],
  find: (ctx, input) => findRun(ctx, input.run),
  relations: (ctx, { edition }) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, { run, edition }) => {
    const job = await longJob(ctx, run);
    if (!job || hasEnded(job)) throw problem('programmes.dry-run-ended');
    await stopJob(ctx, run);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'programmes.dry-run-stopped', programme: edition.programme, subject, body: { run } });
    return { run };
  },
});
