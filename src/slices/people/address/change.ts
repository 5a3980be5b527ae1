/** Another address for an account: asked for by its owner, confirmed at the new one, and undone from the old one for a week. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { deleteFactorsSince, deleteRecoveryCodes } from '../factors/factor-store.ts';
import { hasFactor } from '../factors/views.ts';
import { countRequest } from '../proof/link-requests.ts';
import { deleteIdentitiesSince } from '../providers/identity-store.ts';
import { email, token } from '../schemas.ts';
import { deleteSessions } from '../sessions/session-store.ts';
import * as store from '../store.ts';

function organisation(ctx: Ctx) {
  return { kind: 'organisation', id: ctx.organisation };
}

/** Mails the new address. Whether somebody has it already is told there alone: to whoever asks, the answer and the work are the same. */
export const requestAddress = operation('people.request-address', {
  input: z.object({ email, token }),
  who: ['person'],
  secret: true,
  grave: true,
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: async (ctx, input, { id: person }) => {
    await countRequest(ctx, input.email, undefined);
    const taken = (await store.findPerson(ctx, input.email)) !== undefined;
    await store.insertLink(ctx, input.token, { purpose: 'new-address', email: input.email, person });
    await mail(ctx, { mail: 'people.new-address', to: input.email, data: { token: input.token, taken: taken ? 1 : 0 } });
    await tell(ctx, {
      kind: 'people.address-requested',
      programme: null,
      subject: organisation(ctx),
      body: { person, email: input.email },
    });
    return null;
  },
});

/** `undo` is the token of the link that goes to the old address. */
export const confirmAddress = operation('people.confirm-address', {
  input: z.object({ token, undo: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ link: await store.lockLink(ctx, input.token, 'new-address') }),
  run: async (ctx, input, { link }) => {
    if (!link?.email || link.person === null) throw problem('people.address-link-over');
    const before = await store.lockAccount(ctx, link.person);
    if (!before) throw problem('people.address-link-over');
    if (await store.findPerson(ctx, link.email)) throw problem('people.address-taken');
    await store.markLinkUsed(ctx, link);
    await store.markEmail(ctx, link.person, link.email);
    await store.insertLink(ctx, input.undo, { purpose: 'old-address', email: before.email, person: link.person });
    const data = { token: input.undo, email: link.email, name: before.name };
    await mail(ctx, { mail: 'people.address-changed', to: before.email, person: link.person, data });
    const body = { person: link.person, from: before.email, to: link.email };
    await tell(ctx, { kind: 'people.address-changed', programme: null, subject: organisation(ctx), about: link.person, body });
    return null;
  },
});

/**
 * Back to the old address. Whoever changed it may have been a thief, so everything goes that could have been theirs: sessions, the
 * password, and what was added or connected since to prove who one is. A link to the old address opens the account.
 */
export const undoAddress = operation('people.undo-address', {
  input: z.object({ token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ link: await store.lockLink(ctx, input.token, 'old-address') }),
  run: async (ctx, _input, { link }) => {
    if (!link?.email || link.person === null) throw problem('people.address-link-over');
    const { person } = link;
    if (await store.findPerson(ctx, link.email)) throw problem('people.address-taken');
    await store.markLinkUsed(ctx, link);
    await store.markEmail(ctx, person, link.email);
    await store.markPassword(ctx, person, null);
    await deleteSessions(ctx, person);
    await deleteFactorsSince(ctx, person, link.createdAt);
    await deleteIdentitiesSince(ctx, person, link.createdAt);
    if (!(await hasFactor(ctx, person))) await deleteRecoveryCodes(ctx, person);
    const body = { person, email: link.email };
    await tell(ctx, { kind: 'people.address-undone', programme: null, subject: organisation(ctx), about: person, body });
    return null;
  },
});
