/** Signing in: by a mailed link, which also makes the account of somebody new, or by password. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { passwordMatches } from '#platform/passwords.server.ts';
import { tell } from '#platform/tell.server.ts';
import { arriveByMail } from './arrival.ts';
import { countFailure, forgetFailures, type Trying, waitBefore } from './proof/attempts.ts';
import { countRequest } from './proof/link-requests.ts';
import { email, onward, personName, token } from './schemas.ts';
import { openSession } from './sessions/opening.ts';
import * as store from './store.ts';

function organisation(ctx: Ctx) {
  return { kind: 'organisation', id: ctx.organisation };
}

/** Mails a sign-in link. The answer and the work are the same whether the address has an account or not. */
export const requestLink = operation('people.request-link', {
  input: z.object({ email, to: onward, token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ person: await store.findPerson(ctx, input.email) }),
  run: async (ctx, input, { person }) => {
    await countRequest(ctx, input.email, person?.id);
    await store.insertLink(ctx, input.token, { purpose: 'sign-in', email: input.email });
    await mail(ctx, {
      mail: 'people.sign-in-link',
      to: input.email,
      ...(person && { person: person.id }),
      data: { token: input.token, to: input.to, name: person?.name ?? '' },
    });
    await tell(ctx, { kind: 'people.link-requested', programme: null, subject: organisation(ctx), body: { email: input.email } });
    return null;
  },
});

/** Uses a mailed link up. Somebody new gives a name, and the account is made. */
export const signInByLink = operation('people.sign-in-by-link', {
  input: z.object({ token, name: personName.optional(), session: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ link: await store.lockLink(ctx, input.token, 'sign-in') }),
  run: async (ctx, input, { link }) => {
    if (!link || link.email === null) throw problem('people.link-used-or-expired');
    const known = await store.findPerson(ctx, link.email);
    const { person, waiting } = await arriveByMail(ctx, { email: link.email, name: input.name }, input.session);
    await store.markLinkUsed(ctx, link);
    const body = { person, account: known ? 'known' : 'made', email: link.email };
    await tell(ctx, { kind: 'people.signed-in', programme: null, subject: organisation(ctx), about: person, body });
    return { person, waiting };
  },
});

/** `person` is null for what did not match: that is counted, so it must be committed and cannot be thrown. */
export type Attempt = { readonly person: string | null; readonly waitMinutes: number; readonly waiting: boolean };

export const refusedAttempt: Attempt = { person: null, waitMinutes: 0, waiting: false };

/** The work is the same for an address without an account: what is counted, looked up and computed. */
export const signInByPassword = operation('people.sign-in-by-password', {
  input: z.object({ email, password: z.string().min(1).max(1000), session: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ person: await store.findPerson(ctx, input.email) }),
  run: async (ctx, input, { person }): Promise<Attempt> => {
    const trying: Trying = { what: 'password', account: input.email, person: person?.id };
    const waitMinutes = await waitBefore(ctx, trying);
    if (waitMinutes > 0) {
      await tell(ctx, { kind: 'people.sign-in-paused', programme: null, subject: organisation(ctx), body: { email: input.email } });
      return { ...refusedAttempt, waitMinutes };
    }
    const matches = await passwordMatches(person?.password_hash, input.password);
    if (!person || !matches) {
      await countFailure(ctx, trying);
      await tell(ctx, { kind: 'people.sign-in-refused', programme: null, subject: organisation(ctx), body: { email: input.email } });
      return refusedAttempt;
    }
    await forgetFailures(ctx, trying);
    const { waiting } = await openSession(ctx, person.id, input.session);
    const body = { person: person.id, by: 'password' };
    await tell(ctx, { kind: 'people.signed-in', programme: null, subject: organisation(ctx), about: person.id, body });
    return { person: person.id, waitMinutes: 0, waiting };
  },
});
