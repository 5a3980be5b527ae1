/** The demo's webhook: made, and switched off before anything is told to it. */
import type { ProgrammeId } from '#platform/ids.ts';
import { addWebhook, changeWebhook, secretOf } from '#slices/integrations/index.ts';
import { manager } from '../../../db/demo/people.ts';
import { webhook } from '../../../db/demo/programme.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

export async function loadWebhook(world: World, people: People, programme: ProgrammeId): Promise<void> {
  const as = (step: string) => world.as(people(manager.email), step, world.calendar.ago(40));
  const texts = { ...webhook, kinds: [...webhook.kinds] };
  const made = await addWebhook(as('webhook'), { programme, ...texts, secret: secretOf('demo', programme) });
  await changeWebhook(as('webhook off'), { webhook: made.webhook, version: 1, ...texts, state: 'off' });
}
