/** From the machine itself, for whoever proved to those who run it who they are: every session of theirs ends, or a link lets them in. */
import { z } from 'zod';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { sayChanged } from '../account-mail.ts';
import { token } from '../schemas.ts';
import { insertLink, lockAccount } from '../store.ts';
import { deleteSessions } from './session-store.ts';

const reason = z.string().trim().min(3).max(500);

/** With the next click in any of them nobody is signed in: they left the organisation that vouched for them, or a telephone was stolen. */
export const endSessionsOf = operation('people.end-sessions-of', {
  input: z.object({ person: z.uuid(), reason }),
  who: ['system'],
  find: (ctx, input) => lockAccount(ctx, input.person as PersonId),
  run: async (ctx, input) => {
    const person = input.person as PersonId;
    await deleteSessions(ctx, person);
    await sayChanged(ctx, person, 'signed-out');
    const subject = { kind: 'organisation', id: ctx.organisation };
    await tell(ctx, { kind: 'people.sessions-ended-of', programme: null, subject, about: person, body: { person, reason: input.reason } });
    return null;
  },
});

/** A sign-in link that is handed over instead of mailed: the mail server is away, or the mailbox is lost. Its owner hears of it by mail. */
export const makeSignInLink = operation('people.make-sign-in-link', {
  input: z.object({ person: z.uuid(), token, reason }),
  who: ['system'],
  secret: true,
  find: (ctx, input) => lockAccount(ctx, input.person as PersonId),
  run: async (ctx, input, { email }) => {
    const person = input.person as PersonId;
    await insertLink(ctx, input.token, { purpose: 'sign-in', email });
    await sayChanged(ctx, person, 'link-made');
    const subject = { kind: 'organisation', id: ctx.organisation };
    await tell(ctx, { kind: 'people.link-made', programme: null, subject, about: person, body: { person, reason: input.reason } });
    return null;
  },
});
