/** Signing in and out: by a mailed link, which also makes the account of somebody new, or by password. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { hashPassword, passwordMatches } from '#platform/passwords.server.ts';
import { tell } from '#platform/tell.server.ts';
import { arriveByMail } from './arrival.ts';
import { email, minimumPassword, onward, personName, token } from './schemas.ts';
import * as store from './store.ts';

/** After so many wrong passwords for one address within the window, passwords wait; links still work. */
const allowedFailures = 10;
const failureWindow = 15 * 60_000;

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
    await store.insertLink(ctx, input.token, input.email);
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
    const person = await arriveByMail(ctx, { email: link.email, name: input.name }, input.session);
    await store.markLinkUsed(ctx, link);
    const body = { person, account: known ? 'known' : 'made', email: link.email };
    await tell(ctx, { kind: 'people.signed-in', programme: null, subject: organisation(ctx), about: person, body });
    return { person };
  },
});

type Attempt = { readonly person: string | null; readonly waitMinutes: number };

async function refuseAttempt(ctx: Ctx, address: string, before: store.Failures | undefined): Promise<Attempt> {
  const fresh = !before || ctx.now.getTime() - before.firstAt.getTime() > failureWindow;
  await store.markFailure(ctx, address, fresh ? 1 : before.failures + 1, fresh ? ctx.now : before.firstAt);
  await tell(ctx, { kind: 'people.sign-in-refused', programme: null, subject: organisation(ctx), body: { email: address } });
  return { person: null, waitMinutes: 0 };
}

/** Answers `person: null` for a wrong password: that is counted, so it must be committed and cannot be thrown. */
export const signInByPassword = operation('people.sign-in-by-password', {
  input: z.object({ email, password: z.string().min(1).max(1000), session: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ person: await store.findPerson(ctx, input.email), failures: await store.lockFailures(ctx, input.email) }),
  run: async (ctx, input, { person, failures }): Promise<Attempt> => {
    const since = failures ? ctx.now.getTime() - failures.firstAt.getTime() : failureWindow;
    if (failures && failures.failures >= allowedFailures && since < failureWindow) {
      await tell(ctx, { kind: 'people.sign-in-paused', programme: null, subject: organisation(ctx), body: { email: input.email } });
      return { person: null, waitMinutes: Math.ceil((failureWindow - since) / 60_000) };
    }
    const matches = await passwordMatches(person?.password_hash, input.password);
    if (!person || !matches) return refuseAttempt(ctx, input.email, failures);
    if (failures) await store.deleteFailures(ctx, input.email);
    await store.insertSession(ctx, person.id, input.session);
    await tell(ctx, {
      kind: 'people.signed-in',
      programme: null,
      subject: organisation(ctx),
      about: person.id,
      body: { person: person.id, by: 'password' },
    });
    return { person: person.id, waitMinutes: 0 };
  },
});

export const signOut = operation('people.sign-out', {
  input: z.object({}),
  who: ['person'],
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: async (ctx, _input, session) => {
    await store.deleteSession(ctx, session.sessionId);
    await tell(ctx, { kind: 'people.signed-out', programme: null, subject: organisation(ctx), body: {} });
    return null;
  },
});

/** Sets or changes the password of whoever is signed in; every other session of theirs ends. */
export const setPassword = operation('people.set-password', {
  input: z.object({ password: z.string().max(1000) }),
  who: ['person'],
  secret: true,
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: async (ctx, input, session) => {
    if (input.password.length < minimumPassword) {
      const facts = { minimum: minimumPassword };
      throw problem('people.password-too-weak', facts, [{ path: 'password', code: 'people.password-too-weak', facts }]);
    }
    await store.markPassword(ctx, session.id, await hashPassword(input.password));
    await store.deleteOtherSessions(ctx, session.id, session.sessionId);
    await tell(ctx, { kind: 'people.password-set', programme: null, subject: organisation(ctx), body: { person: personOf(ctx) ?? null } });
    return null;
  },
});
