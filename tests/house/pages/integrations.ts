/** What there is to see of programs and servers of others: keys of the owner, webhooks and what they were told. */
import { ids } from '#platform/ids.ts';
import { addWebhook } from '#slices/integrations/index.ts';
import { aKey, configureForTests } from '#tests/support/api/api.ts';
import { dates } from '#tests/support/season.ts';
import type { Stage } from '../matrix/stage.ts';

const newSecret = () => Buffer.from(ids.random().replaceAll('-', '')).toString('base64');

/** `size` keys and webhooks; the last webhook has as many deliveries that were given up. */
export async function integrations(stage: Stage, size: number): Promise<{ readonly webhook: string }> {
  configureForTests();
  let webhook = '';
  for (let i = 0; i < size; i += 1) {
    const texts = { address: `https://example.org/hook-${i}`, note: `The newsroom ${i}`, kinds: ['entry.accepted' as const] };
    const manager = stage.as(stage.manager, { clock: dates.before });
    ({ webhook } = await addWebhook(manager, { programme: stage.programme, ...texts, secret: newSecret() }));
    await aKey(stage, stage.people.owner, { scopes: ['read:entries'] });
  }
  await stage.database.owner.pool.query(
    `insert into plaudit.webhook_deliveries (organisation_id, webhook_id, event_id, number, kind, subject_kind, subject_id, event_at, state, created_at, settled_at)
     select $1, $2, id, row_number() over (order by id), 'entry.accepted', subject_kind, subject_id, at, 'failed', at, at
     from plaudit.audit_events where organisation_id = $1 limit $3`,
    [stage.organisation, webhook, size],
  );
  return { webhook };
}
