/** Signing in with what somebody has: as the second step after a password or a link, or by a passkey alone. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { sayChanged } from '../account-mail.ts';
import { readAssertion } from '../passkeys/ceremony.ts';
import { countFailure, forgetFailures, type Trying, waitBefore } from '../proof/attempts.ts';
import { passkeyAnswer, shownSecret, token } from '../schemas.ts';
import { openSession } from '../sessions/opening.ts';
import { deleteSession, lockWaiting } from '../sessions/session-store.ts';
import { type Attempt, refusedAttempt } from '../sign-in.ts';
import { takeFactor } from './showing.ts';

function organisation(ctx: Ctx) {
  return { kind: 'organisation', id: ctx.organisation };
}

async function tellSignedIn(ctx: Ctx, person: PersonId, by: string): Promise<void> {
  await tell(ctx, { kind: 'people.signed-in', programme: null, subject: organisation(ctx), about: person, body: { person, by } });
}

/** The session that waited goes, and another with a token of its own takes its place: what was known before opens nothing. */
export const finishSignIn = operation('people.finish-sign-in', {
  input: z.object({ waiting: token, secret: shownSecret, passkey: passkeyAnswer, session: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ waiting: await lockWaiting(ctx, input.waiting) }),
  run: async (ctx, input, { waiting }): Promise<Attempt> => {
    if (!waiting) throw problem('people.sign-in-over');
    const { id, person } = waiting;
    const trying: Trying = { what: 'factor', account: person, person };
    const waitMinutes = await waitBefore(ctx, trying);
    const shown = waitMinutes === 0 ? await takeFactor(ctx, person, input, `factor ${id}`) : undefined;
    if (shown === undefined) {
      if (waitMinutes === 0) await countFailure(ctx, trying);
      await tell(ctx, { kind: 'people.factor-refused', programme: null, subject: organisation(ctx), about: person, body: { person } });
      return { ...refusedAttempt, waitMinutes };
    }
    await forgetFailures(ctx, trying);
    await deleteSession(ctx, id);
    await openSession(ctx, person, input.session, { strong: true });
    if (shown === 'recovery-code') await sayChanged(ctx, person, 'recovery-code-used');
    await tellSignedIn(ctx, person, shown);
    return { person, waitMinutes: 0, waiting: false };
  },
});

/** A passkey says who somebody is, and its device has made sure of them: that is both steps in one. */
export const signInByPasskey = operation('people.sign-in-by-passkey', {
  input: z.object({ passkey: passkeyAnswer, session: token }),
  who: ['visitor'],
  secret: true,
  find: (ctx) => Promise.resolve(ctx.organisation),
  run: async (ctx, input): Promise<Attempt> => {
    const passkey = await readAssertion(ctx, input.passkey, 'sign in');
    if (!passkey) {
      await tell(ctx, { kind: 'people.sign-in-refused', programme: null, subject: organisation(ctx), body: { by: 'passkey' } });
      return refusedAttempt;
    }
    await openSession(ctx, passkey.person, input.session, { strong: true });
    await tellSignedIn(ctx, passkey.person, 'passkey');
    return { person: passkey.person, waitMinutes: 0, waiting: false };
  },
});
