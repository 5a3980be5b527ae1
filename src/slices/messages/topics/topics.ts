/** What somebody hears about: reminders and news may be switched off, by a choice under their account or by the link in such a mail. */
import { z } from 'zod';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { topicOf } from '#platform/mails.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Topic, topic, topics } from '../schemas.ts';
import { findMail } from '../store/outbox.ts';
import { deleteRefusal, insertRefusal } from '../store/returns.ts';
import { mailOfToken } from './links.ts';

const wants = z.union([z.boolean(), z.enum(['on', '']).transform((text) => text === 'on')]).default(false);

export const chooseTopics = operation('messages.choose-topics', {
  input: z.object({ reminders: wants, news: wants }),
  who: ['person'],
  find: (ctx) => Promise.resolve(personOf(ctx)),
  run: async (ctx, input, person) => {
    for (const one of topics) await (input[one] ? deleteRefusal : insertRefusal)(ctx, person, one);
    const subject = { kind: 'organisation', id: ctx.organisation };
    await tell(ctx, { kind: 'messages.topics-chosen', programme: null, subject, body: input });
    return input;
  },
});

export type OffLink = { readonly person: PersonId; readonly topic: Topic; readonly email: string };

/** Whom a link speaks for, and about what; undefined for a link we did not make, or of mail that cannot be switched off. */
export async function offLink(ctx: Ctx, token: string): Promise<OffLink | undefined> {
  const id = mailOfToken(ctx, token);
  const mail = id === undefined ? undefined : await findMail(ctx, id);
  const about = topic.safeParse(mail && topicOf(mail.mail));
  return mail?.person && about.success ? { person: mail.person, topic: about.data, email: mail.recipient } : undefined;
}

/** Whoever has the mail may do it, signed in or not; looking at the link does nothing. */
export const refuseTopic = operation('messages.refuse-topic', {
  input: z.object({ token: z.string().max(100) }),
  who: ['visitor'],
  secret: true,
  find: (ctx, input) => offLink(ctx, input.token),
  run: async (ctx, _input, link) => {
    await insertRefusal(ctx, link.person, link.topic);
    const subject = { kind: 'organisation', id: ctx.organisation };
    await tell(ctx, { kind: 'messages.topic-refused', programme: null, subject, about: link.person, body: { topic: link.topic } });
    return { topic: link.topic };
  },
});
