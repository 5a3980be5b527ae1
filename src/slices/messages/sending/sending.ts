/** Sending one mail: at least once, always under the same Message-ID, and what came of it is told. */
import { z } from 'zod';
import { verdictOf, waitAfter } from '#core/mail/delivery.ts';
import type { Ctx } from '#platform/context.ts';
import { mailKind, topicOf } from '#platform/mails.ts';
import { operation } from '#platform/operation.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { isOptional, reachOf } from '../returns/reachable.ts';
import { fromOf } from '../senders/reading.ts';
import {
  findMail,
  fullUntil,
  lockMail,
  type MailRow,
  markKnown,
  markSettled,
  markTried,
  type Settling,
  takeToSend,
} from '../store/outbox.ts';
import { markReturned } from '../store/returns.ts';
import { offAddress } from '../topics/links.ts';
import { renderNow } from './rendering.ts';
import { smtpSettings } from './settings.ts';
import { currentTransport, NotDelivered, type Transport } from './transport.ts';

const states = ['sent', 'kept', 'held', 'refused', 'failed', 'withheld'] as const;

export const settleMail = operation('messages.settle-mail', {
  input: z.object({
    outbox: z.uuid(),
    state: z.enum(states),
    reason: z.string().max(1_000).optional(),
    subject: z.string().max(300).optional(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
    /** The server says that there is no such mailbox. */
    noMailbox: z.boolean().default(false),
  }),
  who: ['system'],
  find: async (ctx, input) => {
    const mail = await lockMail(ctx, input.outbox);
    return mail?.state === 'queued' ? mail : undefined;
  },
  run: async (ctx, { state, reason, noMailbox, ...input }, mail) => {
    await markSettled(ctx, mail.id, { state, reason, ...input });
    if (noMailbox) await markReturned(ctx, { address: mail.recipient, hard: true, reason: reason ?? '', outbox: mail.id });
    const body = { mail: mail.mail, recipient: mail.recipient, ...(reason !== undefined && { reason }) };
    await tell(ctx, { kind: `messages.mail-${state}`, programme: null, subject: { kind: 'mail', id: mail.id }, body });
    return null;
  },
});

function settle(ctx: Ctx, outbox: string, settling: Settling & { readonly noMailbox?: boolean }): Promise<null> {
  const { state, reason, subject, data, noMailbox = false } = settling;
  const more = { ...(reason !== undefined && { reason }), ...(subject !== undefined && { subject }), ...(data !== undefined && { data }) };
  return settleMail(ctx, { outbox, state, noMailbox, ...more });
}

/** RFC 3834 for all; RFC 2369 and RFC 8058 for what can be switched off. */
function headersOf(off: string | undefined): Record<string, string> {
  const own = { 'Auto-Submitted': 'auto-generated' };
  return off === undefined ? own : { ...own, 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** Nothing to say, nobody to hear it, or nobody who wants to: the mail rests before anything is sent. */
async function restBefore(ctx: Ctx, mail: MailRow): Promise<boolean> {
  const reach = await reachOf(ctx, topicOf(mail.mail), mail.recipient, mail.person);
  if (reach === 'reached') return false;
  await settle(ctx, mail.id, reach === 'address-dead' ? { state: 'held', reason: reach } : { state: 'withheld', reason: reach });
  return true;
}

async function afterFailure(ctx: Ctx, mail: MailRow, attempts: number, error: unknown): Promise<void> {
  if (!(error instanceof NotDelivered)) throw error;
  const { kind, noMailbox } = verdictOf(error.failure);
  // What the server said may name people, so the log has where it stood and nothing else.
  ctx.log.warn({ stage: error.failure.stage, code: error.failure.code ?? null, verdict: kind, attempts }, 'a mail was not taken');
  if (kind === 'refused') {
    await markKnown(ctx, mail.id);
    await settle(ctx, mail.id, { state: 'refused', reason: error.message, noMailbox });
    return;
  }
  const wait = waitAfter(attempts);
  const next = wait === undefined ? null : new Date(Date.now() + wait);
  await markTried(ctx, mail.id, { error: error.message, next, known: kind !== 'doubt' });
  if (next === null) await settle(ctx, mail.id, { state: 'failed', reason: error.message });
  else await enqueue(ctx, 'messages.send-mail', { outbox: mail.id }, { runAt: next, jobKey: `mail ${mail.id}` });
}

async function deliver(ctx: Ctx, transport: Transport, mail: MailRow): Promise<void> {
  const off = isOptional(topicOf(mail.mail)) ? offAddress(ctx, mail.id) : undefined;
  const made = await renderNow(ctx, mail, off);
  if (!made) return void (await settle(ctx, mail.id, { state: 'withheld', reason: 'nothing-to-say' }));
  const taken = await takeToSend(ctx, mail.id);
  if (!taken) return;
  const { data: _data, ...text } = made;
  try {
    const from = await fromOf(ctx, mail.programme, mail.id);
    await transport.send({ ...from, ...text, to: mail.recipient, messageId: mail.messageId, headers: headersOf(off) });
  } catch (error) {
    await afterFailure(ctx, mail, taken.attempts, error);
    return;
  }
  await markKnown(ctx, mail.id);
  await settle(ctx, mail.id, { state: 'sent', subject: made.subject });
}

/** Without a mail server: it is made as it would be sent, and stays here to be read. */
async function keep(ctx: Ctx, mail: MailRow): Promise<void> {
  const made = await renderNow(ctx, mail);
  if (!made) return void (await settle(ctx, mail.id, { state: 'withheld', reason: 'nothing-to-say' }));
  const read = mailKind(mail.mail).edition?.batch ? { data: made.data } : {};
  await settle(ctx, mail.id, { state: 'kept', subject: made.subject, ...read });
}

/** The job. It never fails for what a mail server does: the mail says when it is tried again, and a server that is full waits its turn. */
export async function sendMail(ctx: Ctx, outbox: string): Promise<void> {
  const mail = await findMail(ctx, outbox);
  if (mail?.state !== 'queued') return;
  if (await restBefore(ctx, mail)) return;
  const transport = currentTransport();
  if (!transport) return keep(ctx, mail);
  const full = await fullUntil(ctx, smtpSettings().hourly);
  if (full) return enqueue(ctx, 'messages.send-mail', { outbox }, { runAt: full, jobKey: `mail ${outbox}` });
  await deliver(ctx, transport, mail);
}
