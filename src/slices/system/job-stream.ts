/** Server-sent events of one long job: its row, whenever it moved, until it has ended or nobody listens. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '#platform/context.ts';
import { hasEnded, type LongJobView, longJobForAdministrator } from './views.ts';

const every = 500;
/** A listener asks again after this; the browser does so by itself. */
const longest = 10 * 60_000;

function eventOf(job: LongJobView): string {
  const { state, done, total, note } = job;
  return `data: ${JSON.stringify({ state, done, total, note })}\n\n`;
}

/** Rights are checked at every look: a role taken away ends the stream. */
export function streamJob(ctx: Ctx, first: LongJobView, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const until = performance.now() + longest;
      let job = first;
      let last = '';
      while (!signal.aborted && performance.now() < until) {
        const event = eventOf(job);
        if (event !== last) controller.enqueue(encoder.encode(event));
        last = event;
        if (hasEnded(job)) break;
        await sleep(every, undefined, { signal }).catch(() => {});
        if (!signal.aborted) job = await longJobForAdministrator(ctx, job.id);
      }
      controller.close();
    },
  });
}
