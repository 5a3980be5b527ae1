/** On the way to a provider: what is kept of it until somebody comes back, to sign in or to connect the provider with their account. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { countFailure, type Trying, waitBefore } from '../proof/attempts.ts';
import { onward, token } from '../schemas.ts';
import { findProvider } from './provider.ts';
import { insertVisit } from './visit-store.ts';

/** `state` travels to the provider and back, `browser` stays in a cookie: only both together come back to anything. */
const way = { provider: z.string().max(60), to: onward, state: token, browser: token };
const input = z.object(way);

async function begin(ctx: Ctx, { provider, to, ...tokens }: z.output<typeof input>, person: PersonId | null): Promise<null> {
  await insertVisit(ctx, { ...tokens, provider, person, onward: to });
  const subject = { kind: 'organisation', id: ctx.organisation };
  await tell(ctx, { kind: 'people.set-off', programme: null, subject, body: { provider, connect: person !== null } });
  return null;
}

/** Every visit is a row until its time is over, and nobody has signed in yet: so they are counted like links. */
async function countVisit(ctx: Ctx, provider: string): Promise<void> {
  if (ctx.client === undefined) return;
  const trying: Trying = { what: 'visit', account: provider };
  const minutes = await waitBefore(ctx, trying);
  if (minutes > 0) throw problem('people.too-many-visits', { minutes });
  await countFailure(ctx, trying);
}

export const setOff = operation('people.set-off', {
  input,
  who: ['visitor'],
  secret: true,
  find: (_ctx, given) => Promise.resolve(findProvider(given.provider)),
  run: async (ctx, given) => {
    await countVisit(ctx, given.provider);
    return begin(ctx, given, null);
  },
});

/** Whoever is connected signs in from then on: so it has to be them who begin it. */
export const setOffToConnect = operation('people.set-off-to-connect', {
  input,
  who: ['person'],
  secret: true,
  grave: true,
  find: (ctx, given) => Promise.resolve(findProvider(given.provider) && ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: (ctx, given, { id }) => begin(ctx, given, id),
});
