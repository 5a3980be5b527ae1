/**
 * Telling webhooks. They are told from the sealed record, so what they hear has happened and stands in its final order, and no save waits
 * for it. One job at a time works for a webhook: it notes what is new, then sends what is due. At least once, first attempts in order.
 */
import { failedForLong, waitAfter } from '#core/webhooks/retry.ts';
import { type Ctx, contextFor } from '#platform/context.ts';
import { type Database, transaction } from '#platform/database/transaction.server.ts';
import type { Log } from '#platform/log.server.ts';
import { type Outcome, patience, postOutward } from '#platform/outward/post.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { unseal } from '#platform/secrets/sealing.server.ts';
import { integrationSettings } from '../settings.ts';
import * as store from './delivery-store.ts';
import { kindFor } from './kinds.ts';
import { messageOf, signatureHeaders } from './message.ts';
import { stopFailedWebhook } from './webhooks.ts';

/** Events looked through at once, and messages one job sends before another takes its place. */
const batch = 500;
const mostSent = 100;

/** Notes what the record has behind the webhook's place. Answers whether there may be more. */
async function noteNew(ctx: Ctx, webhook: store.Working): Promise<boolean> {
  const { organisation } = ctx;
  return transaction(ctx.database, { organisation }, async (db) => {
    const found = await store.unheard(db, organisation, webhook.id, batch);
    const last = found?.events.at(-1);
    if (found === undefined || last === undefined) return false;
    let { told } = found;
    for (const { id: event, kind: heard, subjectKind, subject, at } of found.events) {
      const kind = kindFor(webhook, { kind: heard, subject });
      if (kind === undefined) continue;
      told += 1;
      await store.insertDelivery(db, organisation, webhook.id, {
        event,
        number: told,
        kind,
        subject: { kind: subjectKind, id: subject },
        at,
      });
    }
    await store.markHeard(db, organisation, webhook.id, { position: last.seq, told });
    return found.events.length === batch;
  });
}

function secretsOf({ id, sealedSecret, sealedOldSecret }: store.Working): string[] {
  const { secret } = integrationSettings();
  return [sealedSecret, sealedOldSecret].flatMap((sealed) => (sealed ? (unseal(secret, 'webhook', id, sealed) ?? []) : []));
}

async function send(webhook: store.Working, delivery: store.DueDelivery, millis: number): Promise<Outcome> {
  const { url, networks } = integrationSettings();
  const body = messageOf(delivery, { url, programme: delivery.programmeSlug, edition: delivery.editionSlug });
  const signed = signatureHeaders(delivery.event, new Date(), body, secretsOf(webhook));
  const headers = { 'content-type': 'application/json', 'user-agent': 'Plaudit-Webhooks/1', ...signed };
  return postOutward(webhook.address, { headers, body }, networks, millis);
}

const arrivedAs = ({ status }: Outcome) => status !== null && status >= 200 && status < 300;

async function attempt(ctx: Ctx, webhook: store.Working, delivery: store.DueDelivery, millis: number): Promise<boolean> {
  const outcome = await send(webhook, delivery, millis);
  const { status, fault, milliseconds: ms, excerpt } = outcome;
  const made = { at: new Date().toISOString(), status, fault, ms, excerpt };
  const arrived = arrivedAs(outcome);
  await store.markAttempt(ctx, webhook.id, delivery.event, { attempt: made, arrived, wait: waitAfter(delivery.tries + 1) });
  return arrived;
}

async function stopWhenHopeless(ctx: Ctx, { id, failingSince, now }: store.Working): Promise<void> {
  if (failingSince && failedForLong(failingSince.getTime(), now.getTime())) await stopFailedWebhook(ctx, { webhook: id });
}

/** The job. What it leaves undone the next round finds. `millis` is how long a receiver may take; tests wait less. */
export async function workWebhook(ctx: Ctx, id: string, millis: number = patience): Promise<void> {
  let webhook = await store.holdWebhook(ctx, id, false);
  if (webhook === undefined) return;
  try {
    while (await noteNew(ctx, webhook));
    for (let sent = 0; sent < mostSent && webhook; sent += 1) {
      const delivery = await store.nextDue(ctx, id);
      if (delivery === undefined) return;
      const arrived = await attempt(ctx, webhook, delivery, millis);
      webhook = await store.holdWebhook(ctx, id, true);
      if (!arrived && webhook) await stopWhenHopeless(ctx, webhook);
    }
  } finally {
    await store.releaseWebhook(ctx, id);
  }
}

const teller = { kind: 'system', name: 'integrations.tell-webhook' } as const;

/** The round: a job for every webhook with something to do. */
export async function dispatchWebhooks(database: Database, log: Log): Promise<void> {
  const organisations = await database.db.selectFrom('directory.organisations').select('id').execute();
  for (const { id: organisation } of organisations) {
    const due = await store.dueWebhooks(database.db, organisation);
    for (const webhook of due)
      await enqueue(
        contextFor(database, log, organisation, teller),
        'integrations.tell-webhook',
        { webhook },
        { jobKey: `webhook ${webhook}`, maxAttempts: 3 },
      );
  }
}
