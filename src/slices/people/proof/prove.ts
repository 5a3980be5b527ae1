/** Proving again who one is, in the middle of a session: as strongly as the account is kept. */
import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Given, isPassword, type Shown, takeFactor } from '../factors/showing.ts';
import { hasFactor } from '../factors/views.ts';
import { passkeyAnswer, shownSecret } from '../schemas.ts';
import { markProved } from '../sessions/session-store.ts';
import { countFailure, forgetFailures, type Trying, waitBefore } from './attempts.ts';

type Proof = { readonly provedAt: string | null; readonly waitMinutes: number };

/** Whoever has a second factor shows it; a password alone is no proof of them. */
async function take(ctx: Ctx, person: PersonId, given: Given): Promise<Shown | undefined> {
  if (await hasFactor(ctx, person)) return takeFactor(ctx, person, given, `proof ${person}`);
  return (await isPassword(ctx, person, given.secret)) ? 'password' : undefined;
}

/** Answers `provedAt: null` for what proved nothing: that is counted, so it must be committed and cannot be thrown. */
export const prove = operation('people.prove', {
  input: z.object({ secret: shownSecret, passkey: passkeyAnswer }),
  who: ['person'],
  secret: true,
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: async (ctx, input, { id, sessionId }): Promise<Proof> => {
    const trying: Trying = { what: 'proof', account: id, person: id };
    const subject = { kind: 'organisation', id: ctx.organisation };
    const waitMinutes = await waitBefore(ctx, trying);
    const shown = waitMinutes === 0 ? await take(ctx, id, input) : undefined;
    if (shown === undefined) {
      if (waitMinutes === 0) await countFailure(ctx, trying);
      await tell(ctx, { kind: 'people.proof-refused', programme: null, subject, body: { person: id } });
      return { provedAt: null, waitMinutes };
    }
    await forgetFailures(ctx, trying);
    await markProved(ctx, sessionId, { strong: shown !== 'password' });
    await tell(ctx, { kind: 'people.proved', programme: null, subject, body: { person: id, by: shown } });
    return { provedAt: ctx.now.toISOString(), waitMinutes: 0 };
  },
});
