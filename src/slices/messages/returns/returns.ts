/** What came back: noted once for each mail, looked at by organisers, cleared when the address works again. */
import { z } from 'zod';
import { isHard } from '#core/mail/reports.ts';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '#slices/programmes/index.ts';
import { mailId, programmeId } from '../schemas.ts';
import { enqueueMails, lockMail, markDecided } from '../store/outbox.ts';
import { deleteReturned, lockWaitingFor, markBounced, markReturned } from '../store/returns.ts';

/** From a report about one mail. Whose address is noted is whom we wrote to, whatever the report calls them. */
export const noteReturn = operation('messages.note-return', {
  input: z.object({ mail: mailId, status: z.string().regex(/^[45]\.\d{1,3}\.\d{1,3}$/), diagnostic: z.string().max(400) }),
  who: ['system'],
  find: (ctx, input) => lockMail(ctx, input.mail),
  run: async (ctx, { status, diagnostic }, mail) => {
    const hard = isHard({ action: 'failed', status });
    const reason = `${status} ${diagnostic}`.trim();
    await markReturned(ctx, { address: mail.recipient, hard, reason, outbox: mail.id });
    if (mail.state === 'sent') await markBounced(ctx, mail.id, reason);
    const subject = { kind: 'mail', id: mail.id };
    const body = { recipient: mail.recipient, reason, hard };
    await tell(ctx, { kind: 'messages.mail-bounced', programme: null, subject, body });
    return { hard };
  },
});

/** Somebody says that the address works again: what was held for it leaves. */
export const clearAddress = operation('messages.clear-address', {
  input: z.object({ programme: programmeId, address: z.string().trim().toLowerCase().min(3).max(254) }),
  who: ['manager'],
  find: (ctx, input) => lockWaitingFor(ctx, input.programme, input.address),
  relations: (ctx, found) => programmeRelations(ctx, found.programme),
  run: async (ctx, { address }, { programme, held }) => {
    if (!(await deleteReturned(ctx, address))) throw problem('messages.address-fine');
    await markDecided(ctx, held, 'queued');
    await enqueueMails(ctx, held, ctx.now);
    const subject = { kind: 'programme', id: programme };
    await tell(ctx, { kind: 'messages.address-cleared', programme, subject, body: { address, released: held.length } });
    return { released: held.length };
  },
});
