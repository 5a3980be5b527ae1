/**
 * Held mail: what waited when a backup was taken may have left since, so after a restore a person says whether it leaves. The number
 * is restated: whoever decides, decides about the mails they saw.
 */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { lockHeldMail, markDecided } from './store/outbox.ts';

const input = z.object({ count: z.coerce.number().int().min(1) });

const asAdministrator = async (ctx: Ctx) => ((await isAdministrator(ctx)) ? (['administrator'] as const) : []);

async function decide(ctx: Ctx, count: number, held: readonly string[], state: 'queued' | 'kept'): Promise<void> {
  if (held.length !== count) throw problem('messages.held-changed', { seen: count, held: held.length });
  await markDecided(ctx, held, state);
  const kind = state === 'queued' ? 'messages.held-released' : 'messages.held-discarded';
  await tell(ctx, { kind, programme: null, subject: { kind: 'organisation', id: ctx.organisation }, body: { count } });
}

/** They leave as the mails they were, under the Message-IDs they had: whoever got one already has it twice, and their program knows. */
export const releaseHeld = operation('messages.release-held', {
  input,
  who: ['administrator', 'system'],
  find: (ctx) => lockHeldMail(ctx),
  relations: asAdministrator,
  run: async (ctx, { count }, held) => {
    await decide(ctx, count, held, 'queued');
    for (const outbox of held) await enqueue(ctx, 'messages.send-mail', { outbox });
    return { released: held.length };
  },
});

/** They stay readable in the mailbox and never leave. */
export const discardHeld = operation('messages.discard-held', {
  input,
  who: ['administrator', 'system'],
  find: (ctx) => lockHeldMail(ctx),
  relations: asAdministrator,
  run: async (ctx, { count }, held) => {
    await decide(ctx, count, held, 'kept');
    return { discarded: held.length };
  },
});
