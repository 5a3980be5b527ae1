/** A mail once more, and a mail to oneself before others get theirs. */
import { z } from 'zod';
import type { Relation } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail as putOut } from '#platform/outbox.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { editionById, programmeRelations } from '#slices/programmes/index.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { body, editionId, mailId, mailName, personId, subject } from '../schemas.ts';
import { lockMail, type MailRow, markQueuedAgain } from '../store/outbox.ts';
import { editionMailOf, requireText } from '../texts/reading.ts';
import { requirePerson } from '../texts/texts.ts';
import { composeFor } from './samples.ts';

/** Mail of no programme is the administrators' business. */
async function relationsToMail(ctx: Ctx, { programme }: MailRow): Promise<readonly Relation[]> {
  if (programme !== null) return programmeRelations(ctx, programme);
  return (await isAdministrator(ctx)) ? ['manager'] : [];
}

/** For mail that was refused or given up: what the mail server said may be true no longer. */
export const retryMail = operation('messages.retry-mail', {
  input: z.object({ mail: mailId }),
  who: ['manager'],
  find: (ctx, input) => lockMail(ctx, input.mail),
  relations: relationsToMail,
  run: async (ctx, _input, mail) => {
    if (mail.state !== 'refused' && mail.state !== 'failed') throw problem('messages.cannot-be-sent-again', { state: mail.state });
    await markQueuedAgain(ctx, mail.id);
    await enqueue(ctx, 'messages.send-mail', { outbox: mail.id }, { jobKey: `mail ${mail.id}` });
    const told = { kind: 'mail', id: mail.id };
    await tell(ctx, { kind: 'messages.mail-retried', programme: mail.programme, subject: told, body: { recipient: mail.recipient } });
    return { mail: mail.id };
  },
});

/** As the chosen reader would get it, sent to whoever asks. */
export const sendTest = operation('messages.send-test', {
  input: z.object({ edition: editionId, mail: mailName, subject, body, as: z.union([z.literal(''), personId]).default('') }),
  who: ['manager'],
  find: (ctx, input) => editionById(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    const kind = editionMailOf(input.mail);
    requireText(input, kind);
    const person = requirePerson(ctx);
    const to = (await peopleByIds(ctx, [person])).get(person)?.email;
    if (!to) throw problem('messages.no-test-address');
    const made = await composeFor(ctx, kind, edition, input, input.as === '' ? undefined : input.as);
    const data = { subject: made.subject, text: made.text };
    await putOut(ctx, { mail: 'messages.test', to, person, programme: edition.programme, edition: edition.id, data });
    const told = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'messages.test-sent', programme: edition.programme, subject: told, body: { mail: input.mail } });
    return { mail: input.mail };
  },
});
