/** Keys and webhooks for programs. Keys are made on a page only, by somebody who has just proved who they are. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Endpoint, endpoint, type Told } from '#http/api/endpoint.ts';
import { listOf, pageOf, paging } from '#http/api/paging.ts';
import { instant, slug } from '#http/api/shapes.ts';
import type { Ctx } from '#platform/context.ts';
import { programmeForManager } from '#slices/programmes/index.ts';
import { secretOf } from './door.ts';
import { keyItself } from './keys/views.ts';
import { webhookAddress, webhookKinds, webhookNote } from './schemas.ts';
import { deliveriesOf, webhookForReader, webhooksOf } from './webhooks/views.ts';
import { addWebhook, changeWebhook, deleteWebhook, renewWebhookSecret, replayDeliveries, testWebhook } from './webhooks/webhooks.ts';

const texts = z.object({ address: webhookAddress, note: webhookNote, kinds: webhookKinds });
const webhook = texts.extend({
  id: z.uuid(),
  programme: slug,
  kinds: z.array(z.string()),
  state: z.enum(['on', 'off', 'failed']).describe('failed: nothing arrived for three days, so it was switched off.'),
  version: z.int(),
  createdAt: instant,
  failingSince: instant.nullable(),
  waiting: z.int(),
  failed: z.int(),
  delivered: z.int(),
  lastDelivery: instant.nullable(),
});
const opened = webhook
  .extend({ secret: z.string().optional().describe('For ten minutes after it was made, and for managers alone.') })
  .meta({ id: 'Webhook' });
const delivery = z
  .object({
    event: z.uuid(),
    number: z.int(),
    kind: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    tries: z.int(),
    at: instant,
    dueAt: instant.nullable(),
    settledAt: instant.nullable(),
    attempts: z.array(
      z.object({ at: instant, status: z.int().nullable(), fault: z.string().nullable(), ms: z.int(), excerpt: z.string() }),
    ),
    message: z.string(),
  })
  .meta({ id: 'Delivery' });
const address = z.object({ webhook: z.uuid() });
const refused = ['integrations.address-not-https', 'integrations.address-not-public'] as const;

async function webhookNow(ctx: Ctx, { params }: { readonly params: z.output<typeof address> }): Promise<Told> {
  const view = await webhookForReader(ctx, params.webhook);
  return { body: view, version: view.version };
}

const itself = endpoint({
  method: 'GET',
  path: '/key',
  id: 'readKey',
  subject: 'key',
  summary: 'What this key is and may do',
  scope: 'public',
  answer: z.object({
    id: z.uuid(),
    name: z.string(),
    person: z.object({ id: z.uuid(), name: z.string() }),
    scopes: z.array(z.string()),
    programmes: z.array(z.uuid()).nullable().describe('null: every programme its person has a part in.'),
    expiresAt: instant,
  }),
  refusals: ['api.key-needed'],
  run: async (ctx) => {
    const key = await keyItself(ctx);
    if (key === undefined) throw problem('api.key-needed');
    return { body: key };
  },
});

const webhooks: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/webhooks',
    id: 'listWebhooks',
    subject: 'webhooks',
    summary: 'Webhooks of a programme',
    scope: 'read:webhooks',
    params: z.object({ programme: slug }),
    query: z.object(paging),
    answer: listOf(webhook),
    run: async (ctx, { params, query }) => {
      await programmeForManager(ctx, params.programme);
      const { items, next } = pageOf(await webhooksOf(ctx, params.programme), query, {
        keyOf: ({ createdAt }) => createdAt.toISOString(),
        idOf: ({ id }) => id,
      });
      return { body: { items, next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/manage/programmes/{programme}/webhooks',
    id: 'addWebhook',
    subject: 'webhooks',
    summary: 'Add a webhook',
    text: 'The answer has the secret it signs with; so has the webhook itself for ten minutes. The first message is webhook.added.',
    scope: 'write:webhooks',
    params: z.object({ programme: slug }),
    body: texts,
    status: 201,
    answer: opened,
    operation: addWebhook,
    refusals: ['integrations.too-many-webhooks', ...refused],
    run: async (ctx, { params, body }) => {
      const { id: programme } = await programmeForManager(ctx, params.programme);
      const made = await addWebhook(ctx, { programme, ...body, secret: secretOf(ctx.key ?? '', programme) });
      return { ...(await webhookNow(ctx, { params: made })), location: `/webhooks/${made.webhook}` };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/webhooks/{webhook}',
    id: 'readWebhook',
    subject: 'webhooks',
    summary: 'One webhook',
    scope: 'read:webhooks',
    params: address,
    answer: opened,
    run: webhookNow,
  }),
  endpoint({
    method: 'PUT',
    path: '/webhooks/{webhook}',
    id: 'changeWebhook',
    subject: 'webhooks',
    summary: 'Change a webhook, or switch it on or off',
    text: 'Switched on again, it is told what happened while it was off.',
    scope: 'write:webhooks',
    params: address,
    body: texts.extend({ state: z.enum(['on', 'off']) }),
    answer: opened,
    operation: changeWebhook,
    refusals: refused,
    current: webhookNow,
    run: async (ctx, { params, body, version }) => {
      await changeWebhook(ctx, { webhook: params.webhook, version, ...body });
      return webhookNow(ctx, { params });
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/webhooks/{webhook}',
    id: 'deleteWebhook',
    subject: 'webhooks',
    summary: 'Delete a webhook and what was sent to it',
    scope: 'write:webhooks',
    params: address,
    status: 204,
    operation: deleteWebhook,
    run: async (ctx, { params }) => {
      await deleteWebhook(ctx, params);
      return { body: undefined };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/webhooks/{webhook}/secret',
    id: 'renewWebhookSecret',
    subject: 'webhooks',
    summary: 'Make a new secret',
    text: 'For a day both secrets sign, the new one first.',
    scope: 'write:webhooks',
    params: address,
    answer: opened,
    operation: renewWebhookSecret,
    run: async (ctx, { params }) => {
      await renewWebhookSecret(ctx, { ...params, secret: secretOf(ctx.key ?? '', params.webhook) });
      return webhookNow(ctx, { params });
    },
  }),
  endpoint({
    method: 'POST',
    path: '/webhooks/{webhook}/test',
    id: 'testWebhook',
    subject: 'webhooks',
    summary: 'Have a test message sent',
    scope: 'write:webhooks',
    params: address,
    answer: z.object({ webhook: z.uuid() }),
    operation: testWebhook,
    run: async (ctx, { params }) => ({ body: await testWebhook(ctx, params) }),
  }),
];

const deliveries: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/webhooks/{webhook}/deliveries',
    id: 'listDeliveries',
    subject: 'webhooks',
    summary: 'What was sent to a webhook',
    text: 'Newest first, with what the last attempts came to.',
    scope: 'read:webhooks',
    params: address,
    query: z.object({
      ...paging,
      after: z.coerce.number().int().min(1).max(2_147_483_647).optional().describe('The number behind which to begin.'),
      state: z.enum(['waiting', 'delivered', 'failed']).optional(),
    }),
    answer: listOf(delivery),
    run: async (ctx, { params, query }) => {
      await webhookForReader(ctx, params.webhook);
      const page = await deliveriesOf(ctx, params.webhook, { state: query.state, before: query.after, limit: query.limit });
      const next = page.next === undefined ? undefined : String(page.next);
      return { body: { items: page.deliveries, next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/webhooks/{webhook}/replays',
    id: 'replayDeliveries',
    subject: 'webhooks',
    summary: 'Send again: one delivery, or all that were given up',
    scope: 'write:webhooks',
    params: address,
    body: z.object({ event: z.uuid().optional() }),
    answer: z.object({ replayed: z.int() }),
    operation: replayDeliveries,
    refusals: ['integrations.nothing-to-replay'],
    run: async (ctx, { params, body }) => ({ body: await replayDeliveries(ctx, { ...params, ...body }) }),
  }),
];

export const integrationsApi: readonly Endpoint[] = [itself, ...webhooks, ...deliveries];
