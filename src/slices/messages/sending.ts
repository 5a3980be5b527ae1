/** Sending one mail: at least once, always under the same Message-ID, and what came of it is told. */
import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { renderMail } from '#platform/mails.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { wordsFor } from '#words/index.ts';
import { findMail, lockQueuedMail, markRefused, markSettled } from './store.ts';
import { currentTransport, mailSettings } from './transport.ts';

export const settleMail = operation('messages.settle-mail', {
  input: z.object({ outbox: z.uuid(), state: z.enum(['sent', 'kept']) }),
  who: ['system'],
  find: (ctx, input) => lockQueuedMail(ctx, input.outbox),
  run: async (ctx, input, mail) => {
    await markSettled(ctx, mail.id, input.state);
    const body = { mail: mail.mail, recipient: mail.recipient };
    await tell(ctx, { kind: `messages.mail-${input.state}`, programme: null, subject: { kind: 'mail', id: mail.id }, body });
    return null;
  },
});

/** The job: what was sent already is not sent again; a refusal is written down and thrown, so that the queue tries later. */
export async function sendMail(ctx: Ctx, outbox: string): Promise<void> {
  const mail = await findMail(ctx, outbox);
  if (mail?.state !== 'queued') return;
  const transport = currentTransport();
  if (transport) {
    const text = renderMail(mail.mail, mail.data, { words: wordsFor(ctx.language), url: mailSettings().url });
    try {
      await transport.send({ to: mail.recipient, messageId: mail.message_id, ...text });
    } catch (error) {
      await markRefused(ctx, outbox, String(error));
      throw error;
    }
  }
  await settleMail(ctx, { outbox, state: transport ? 'sent' : 'kept' });
}
