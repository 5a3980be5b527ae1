/** The password: set, or changed. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { hashPassword } from '#platform/passwords.server.ts';
import { tell } from '#platform/tell.server.ts';
import { sayChanged } from './account-mail.ts';
import { minimumPassword } from './schemas.ts';
import { deleteOtherSessions } from './sessions/session-store.ts';
import * as store from './store.ts';

/** Sets or changes the password of whoever is signed in; every other session of theirs ends. */
export const setPassword = operation('people.set-password', {
  input: z.object({ password: z.string().max(1000) }),
  who: ['person'],
  secret: true,
  grave: true,
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: async (ctx, input, session) => {
    if (input.password.length < minimumPassword) {
      const facts = { minimum: minimumPassword };
      throw problem('people.password-too-weak', facts, [{ path: 'password', code: 'people.password-too-weak', facts }]);
    }
    await store.markPassword(ctx, session.id, await hashPassword(input.password));
    await deleteOtherSessions(ctx, session.id, session.sessionId);
    await sayChanged(ctx, session.id, 'password-set');
    const subject = { kind: 'organisation', id: ctx.organisation };
    await tell(ctx, { kind: 'people.password-set', programme: null, subject, body: { person: session.id } });
    return null;
  },
});
