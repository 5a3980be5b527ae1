/** Webhooks: a server of somebody's that is told of a programme's events. Managers set them up; what is told names ids, never people. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { faultOfAddress } from '#platform/outward/post.server.ts';
import { seal } from '#platform/secrets/sealing.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { programmeRelations, requireFresh } from '#slices/programmes/index.ts';
import { programmeId, version, webhookAddress, webhookKinds, webhookNote, webhookSecret } from '../schemas.ts';
import { integrationSettings } from '../settings.ts';
import * as store from './webhook-store.ts';

const mostWebhooks = 20;
const shownFor = 10 * 60_000;
/** How long the secret before goes on signing. */
const changeOver = 24 * 3_600_000;

const texts = { address: webhookAddress, note: webhookNote, kinds: webhookKinds };

const relations = (ctx: Ctx, { programme }: Pick<store.Webhook, 'programme'>) => programmeRelations(ctx, programme);
const subjectOf = (id: string) => ({ kind: 'webhook', id }) as const;

const codes = {
  'not-public': 'integrations.address-not-public',
  'not-secure': 'integrations.address-not-https',
  'not-an-address': 'field.invalid',
} as const;

/** What can be told of an address without looking it up; the rest is asked each time something is sent. @throws Problem */
function requireOutward(address: string): void {
  const fault = faultOfAddress(address, integrationSettings().networks);
  if (fault === undefined) return;
  const code = fault in codes ? codes[fault as keyof typeof codes] : 'field.invalid';
  const facts = URL.canParse(address) ? { host: new URL(address).hostname } : {};
  throw problem('general.invalid-input', { count: 1 }, [{ path: 'address', code, facts }]);
}

function sealed(id: string, secret: string): Buffer {
  return seal(integrationSettings().secret, 'webhook', id, secret);
}

const later = (ctx: Ctx, milliseconds: number) => new Date(ctx.now.getTime() + milliseconds);

export const addWebhook = operation('integrations.add-webhook', {
  input: z.object({ programme: programmeId, ...texts, secret: webhookSecret }),
  who: ['manager'],
  secret: true,
  find: (ctx, input) => store.programmeOf(ctx, input.programme),
  relations: (ctx, { id }) => programmeRelations(ctx, id),
  run: async (ctx, input, { id: programme }) => {
    const createdBy = personOf(ctx);
    if (createdBy === undefined) throw problem('general.sign-in-needed');
    requireOutward(input.address);
    if ((await store.countWebhooks(ctx, programme)) >= mostWebhooks)
      throw problem('integrations.too-many-webhooks', { limit: mostWebhooks });
    const id = ctx.ids.random();
    const { address, note, kinds } = input;
    const shownUntil = later(ctx, shownFor);
    await store.insertWebhook(ctx, { id, programme, address, note, kinds, sealedSecret: sealed(id, input.secret), createdBy, shownUntil });
    await tell(ctx, { kind: 'integrations.webhook-added', programme, subject: subjectOf(id), body: { address, note, kinds } });
    return { webhook: id };
  },
});

/** Switched on again, it is told what happened while it was off. */
export const changeWebhook = operation('integrations.change-webhook', {
  input: z.object({ webhook: z.uuid(), version, ...texts, state: z.enum(['on', 'off']) }),
  who: ['manager'],
  find: (ctx, input) => store.lockWebhook(ctx, input.webhook),
  relations,
  run: async (ctx, input, webhook) => {
    requireFresh(webhook, input.version);
    requireOutward(input.address);
    const { address, note, kinds, state } = input;
    await store.markWebhook(ctx, webhook.id, { address, note, kinds, state });
    const body = { address, note, kinds, state };
    await tell(ctx, { kind: 'integrations.webhook-changed', programme: webhook.programme, subject: subjectOf(webhook.id), body });
    return { webhook: webhook.id };
  },
});

/** With everything that was sent to it. */
export const deleteWebhook = operation('integrations.delete-webhook', {
  input: z.object({ webhook: z.uuid() }),
  who: ['manager'],
  find: (ctx, input) => store.lockWebhook(ctx, input.webhook),
  relations,
  run: async (ctx, _input, { id, programme, address }) => {
    await store.deleteWebhook(ctx, id);
    await tell(ctx, { kind: 'integrations.webhook-deleted', programme, subject: subjectOf(id), body: { address } });
    return { webhook: id };
  },
});

/** For a day both secrets sign. */
export const renewWebhookSecret = operation('integrations.renew-webhook-secret', {
  input: z.object({ webhook: z.uuid(), secret: webhookSecret }),
  who: ['manager'],
  secret: true,
  find: (ctx, input) => store.lockWebhook(ctx, input.webhook),
  relations,
  run: async (ctx, input, webhook) => {
    const { id, programme } = webhook;
    await store.markSecret(ctx, webhook, {
      sealed: sealed(id, input.secret),
      until: later(ctx, changeOver),
      shownUntil: later(ctx, shownFor),
    });
    await tell(ctx, { kind: 'integrations.webhook-secret-renewed', programme, subject: subjectOf(id), body: {} });
    return { webhook: id };
  },
});

/** It is kept somewhere now, and is not shown again. */
export const hideWebhookSecret = operation('integrations.hide-webhook-secret', {
  input: z.object({ webhook: z.uuid() }),
  who: ['manager'],
  find: (ctx, input) => store.lockWebhook(ctx, input.webhook),
  relations,
  run: async (ctx, _input, { id, programme }) => {
    await store.markSecretHidden(ctx, id);
    await tell(ctx, { kind: 'integrations.webhook-secret-hidden', programme, subject: subjectOf(id), body: {} });
    return { webhook: id };
  },
});

/** Something to be told, so that the receiver can be tried. */
export const testWebhook = operation('integrations.test-webhook', {
  input: z.object({ webhook: z.uuid() }),
  who: ['manager'],
  find: (ctx, input) => store.lockWebhook(ctx, input.webhook),
  relations,
  run: async (ctx, _input, { id, programme }) => {
    await tell(ctx, { kind: 'integrations.webhook-tested', programme, subject: subjectOf(id), body: {} });
    return { webhook: id };
  },
});

/** One delivery, or all that were given up. The same message under the same id: who has it already can tell. */
export const replayDeliveries = operation('integrations.replay-deliveries', {
  input: z.object({ webhook: z.uuid(), event: z.uuid().optional() }),
  who: ['manager'],
  find: (ctx, input) => store.lockWebhook(ctx, input.webhook),
  relations,
  run: async (ctx, input, { id, programme }) => {
    const replayed = await store.markToReplay(ctx, id, input.event);
    if (replayed === 0) throw problem('integrations.nothing-to-replay');
    const body = { replayed, ...(input.event !== undefined && { event: input.event }) };
    await tell(ctx, { kind: 'integrations.deliveries-replayed', programme, subject: subjectOf(id), body });
    return { replayed };
  },
});

async function mailCreator(ctx: Ctx, { createdBy, address, programme }: store.Webhook): Promise<void> {
  const person = (await peopleByIds(ctx, [createdBy])).get(createdBy);
  if (!person?.email) return;
  const data = { name: person.name, host: new URL(address).host, programme };
  await mail(ctx, { mail: 'integrations.webhook-failed', to: person.email, person: createdBy, data });
}

/** Nothing arrived for days: it is switched off, and whoever set it up is told. Called by the job that sends. */
export const stopFailedWebhook = operation('integrations.stop-failed-webhook', {
  input: z.object({ webhook: z.uuid() }),
  who: ['system'],
  find: (ctx, input) => store.lockWebhook(ctx, input.webhook),
  run: async (ctx, _input, webhook) => {
    const { id, programme } = webhook;
    await store.markWebhook(ctx, id, { state: 'failed' });
    await mailCreator(ctx, webhook);
    await tell(ctx, { kind: 'integrations.webhook-failed', programme, subject: subjectOf(id), body: {} });
    return { webhook: id };
  },
});
