/** A restore is told in the record of every organisation: what came after the backup is gone, and the chain goes on from there. */
import { z } from 'zod';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';

export const noteRestore = operation('system.note-restore', {
  input: z.object({ backup: z.uuid(), takenAt: z.iso.datetime() }),
  who: ['system'],
  find: (ctx) => Promise.resolve(ctx.organisation),
  run: async (ctx, { backup, takenAt }) => {
    const subject = { kind: 'backup', id: backup };
    await tell(ctx, { kind: 'system.restored', programme: null, subject, body: { takenAt } });
    return null;
  },
});
