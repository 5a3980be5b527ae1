/** Work whose effect is made before its job ends, so that a worker can be killed in between: in a process of its own, or in the test's. */
import { z } from 'zod';
import { operation } from '#platform/operation.server.ts';
import { task } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';

const makeEffect = operation('test.make-effect', {
  input: z.object({ work: z.uuid() }),
  who: ['system'],
  find: (ctx) => Promise.resolve(ctx.organisation),
  run: async (ctx, input) => {
    await tell(ctx, { kind: 'test.effect', programme: null, subject: { kind: 'work', id: input.work }, body: {} });
    return null;
  },
});

export const heldWork = 'test.hold';

/** Declares the task; `hold` is waited for after the effect was committed, with the job still locked. */
export function declareHeldWork(hold: (work: string) => Promise<void>): void {
  task(heldWork, z.object({ work: z.uuid() }), async (ctx, { work }) => {
    await makeEffect({ ...ctx, key: `work-${work}` }, { work });
    await hold(work);
  });
}
