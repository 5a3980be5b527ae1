/** Server-sent events of one long job: its row, whenever it moved, until it has ended or nobody listens. */
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded, type LongJobView } from './views.ts';

const every = 500;
/** A listener asks again after this; the browser does so by itself. */
const longest = 10 * 60_000;

function eventOf(job: LongJobView): string {
  const { state, done, total, note } = job;
  return `data: ${JSON.stringify({ state, done, total, note })}\n\n`;
}

/** `look` asks for the job anew, and for the rights to see it: a role taken away ends the stream. */
export function streamJob(first: LongJobView, look: () => Promise<LongJobView>, signal: AbortSignal): ReadableStream<Uint8Array> {
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
        if (!signal.aborted) job = await look();
      }
      controller.close();
    },
  });
}
