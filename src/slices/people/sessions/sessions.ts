/** Ending sessions: this one, one of the others, or all of them. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import * as store from './session-store.ts';

const findActor = (ctx: Ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined);

function organisation(ctx: Ctx) {
  return { kind: 'organisation', id: ctx.organisation };
}

export const signOut = operation('people.sign-out', {
  input: z.object({}),
  who: ['person'],
  find: findActor,
  run: async (ctx, _input, { sessionId }) => {
    await store.deleteSession(ctx, sessionId);
    await tell(ctx, { kind: 'people.signed-out', programme: null, subject: organisation(ctx), body: {} });
    return null;
  },
});

/** Ends one session of one's own; whoever sits there is signed out with their next click. */
export const endSession = operation('people.end-session', {
  input: z.object({ session: z.uuid() }),
  who: ['person'],
  find: findActor,
  run: async (ctx, input, { id }) => {
    const session = await store.lockOwnSession(ctx, id, input.session);
    if (!session) throw problem('people.session-over');
    await store.deleteSession(ctx, session.id);
    await tell(ctx, { kind: 'people.session-ended', programme: null, subject: organisation(ctx), body: { session: session.id } });
    return null;
  },
});

export const endOtherSessions = operation('people.end-other-sessions', {
  input: z.object({}),
  who: ['person'],
  find: findActor,
  run: async (ctx, _input, { id, sessionId }) => {
    const ended = await store.deleteOtherSessions(ctx, id, sessionId);
    await tell(ctx, { kind: 'people.other-sessions-ended', programme: null, subject: organisation(ctx), body: { ended } });
    return { ended };
  },
});
