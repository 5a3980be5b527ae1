/** Trials of keys and webhooks. */
import type { PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  hideKey,
  hideWebhookSecret,
  keySecretOf,
  makeKey,
  renewWebhookSecret,
  replayDeliveries,
  revokeKey,
  stopFailedWebhook,
  testWebhook,
} from '#slices/integrations/index.ts';
import { aKey, configureForTests } from '#tests/support/api/api.ts';
import { dates } from '#tests/support/season.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
configureForTests();

const texts = { address: 'https://example.org/hook', note: '', kinds: ['entry.accepted'] as ('entry.accepted' | 'entry.returned')[] };
const newSecret = () => Buffer.from(ids.random().replaceAll('-', '')).toString('base64');
const whole = () => ({ ...texts, secret: newSecret() });

async function webhook(stage: Stage): Promise<{ webhook: string }> {
  return addWebhook(stage.as(stage.manager, { clock: before }), { programme: stage.programme, ...whole() });
}

/** One that was given up, as the job would have left it. */
async function failed(stage: Stage): Promise<{ webhook: string }> {
  const made = await webhook(stage);
  await stage.database.owner.pool.query(
    `insert into plaudit.webhook_deliveries (organisation_id, webhook_id, event_id, number, kind, subject_kind, subject_id, event_at, state, created_at, settled_at)
     select $1, $2, id, 1, 'entry.accepted', subject_kind, subject_id, at, 'failed', at, at from plaudit.audit_events where organisation_id = $1 limit 1`,
    [stage.organisation, made.webhook],
  );
  return made;
}

const ownKey = async (stage: Stage) => ({
  key: (await aKey(stage, stage.people.owner, { scopes: ['read:entries'], provedAt: before, clock: before })).id,
});
const keyFor = (person: PersonId) => ({
  name: 'Nightly export',
  scopes: ['read:entries' as const],
  programmes: [],
  days: 30,
  secret: keySecretOf(ids.random(), person),
});

export const integrationTrials: readonly Trial[] = [
  trial(makeKey, before, (stage) => keyFor(stage.people.owner)),
  trial(hideKey, before, ownKey),
  trial(revokeKey, before, ownKey),
  trial(addWebhook, before, (stage) => ({ programme: stage.programme, ...whole() })),
  trial(changeWebhook, before, async (stage) => ({ ...(await webhook(stage)), version: 1, ...texts, state: 'off' as const })),
  trial(deleteWebhook, before, webhook),
  trial(renewWebhookSecret, before, async (stage) => ({ ...(await webhook(stage)), secret: newSecret() })),
  trial(hideWebhookSecret, before, webhook),
  trial(testWebhook, before, webhook),
  trial(replayDeliveries, before, failed),
  trial(stopFailedWebhook, before, webhook, { role: 'jobs' }),
];
