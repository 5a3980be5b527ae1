/** API keys: made by a person who has just proved who they are, shown once, and revoked at once. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { seal } from '#platform/secrets/sealing.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeList } from '#slices/programmes/index.ts';
import { keyDays, keyName, keyScopes, keySecret, programmeId } from '../schemas.ts';
import { integrationSettings } from '../settings.ts';
import * as store from './key-store.ts';

const mostKeys = 20;
/** How long a new key can be looked at, so that an answer that got lost costs nothing. */
const shownFor = 10 * 60_000;
const day = 86_400_000;

const findActor = (ctx: Ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined);
const organisation = (ctx: Ctx) => ({ kind: 'organisation', id: ctx.organisation });

/** Only what the person has a part in can be named; all the others are no further than every programme. */
async function requireOwn(ctx: Ctx, programmes: readonly string[]): Promise<void> {
  if (programmes.length === 0) return;
  const own = new Set<string>((await programmeList(ctx)).map(({ id }) => id));
  if (programmes.every((one) => own.has(one))) return;
  throw problem('general.invalid-input', { count: 1 }, [{ path: 'programmes', code: 'integrations.not-your-programme', facts: {} }]);
}

/** No programmes named means every one the person has a part in, now and later. */
export const makeKey = operation('integrations.make-key', {
  input: z.object({ name: keyName, scopes: keyScopes, programmes: z.array(programmeId).max(50), days: keyDays, secret: keySecret }),
  who: ['person'],
  grave: true,
  secret: true,
  find: findActor,
  run: async (ctx, input, { id: person }) => {
    if ((await store.countKeys(ctx, person)) >= mostKeys) throw problem('integrations.too-many-keys', { limit: mostKeys });
    await requireOwn(ctx, input.programmes);
    const id = ctx.ids.random();
    const sealed = seal(integrationSettings().secret, 'api-key', id, input.secret);
    const [shownUntil, expiresAt] = [new Date(ctx.now.getTime() + shownFor), new Date(ctx.now.getTime() + input.days * day)];
    await store.insertKey(ctx, { ...input, id, person, sealed, shownUntil, expiresAt });
    const { name, scopes, programmes } = input;
    const body = { key: id, name, scopes, programmes, expiresAt: expiresAt.toISOString() };
    await tell(ctx, { kind: 'integrations.key-made', programme: null, subject: organisation(ctx), body });
    return { key: id };
  },
});

/** It is kept somewhere now, and is not shown again. */
export const hideKey = operation('integrations.hide-key', {
  input: z.object({ key: z.uuid() }),
  who: ['owner'],
  find: (ctx, input) => store.lockOwnKey(ctx, input.key),
  relations: () => ['owner'],
  run: async (ctx, input) => {
    await store.markHidden(ctx, input.key);
    await tell(ctx, { kind: 'integrations.key-hidden', programme: null, subject: organisation(ctx), body: { key: input.key } });
    return { key: input.key };
  },
});

/** Takes effect with the next request. */
export const revokeKey = operation('integrations.revoke-key', {
  input: z.object({ key: z.uuid() }),
  who: ['owner'],
  find: (ctx, input) => store.lockOwnKey(ctx, input.key),
  relations: () => ['owner'],
  run: async (ctx, input) => {
    await store.markRevoked(ctx, input.key);
    await tell(ctx, { kind: 'integrations.key-revoked', programme: null, subject: organisation(ctx), body: { key: input.key } });
    return { key: input.key };
  },
});
