/** What people choose for themselves and what an organiser sets up beside an award: views, webhooks, keys, holds, timers, texts of mail. */
import type { Client, Form } from '../client.ts';
import { type Kind, oncePerCall, oncePerEvent, oncePerSubject, patiently } from '../kind.ts';
import type { World } from '../world.ts';

async function idOf({ look }: World, statement: string, value: string): Promise<string | undefined> {
  const rows = await patiently(() => look<{ id: string }>(statement, [value]));
  return rows[0]?.id;
}

/** By what the body of the event is called: `Call 3-17`. */
const namedAfterCall = (event: string, field: string) =>
  `select substring(b.body::json ->> '${field}' from '^Call (.*)$') as mark, count(*)::int as found from plaudit.audit_events e
   join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id where e.kind = '${event}' group by 1`;

/** Sends one form after the other about one thing, which had to be there before. */
async function each(client: Client, subject: string, forms: readonly Omit<Form, 'about'>[]): Promise<void> {
  for (const form of forms) await client.send({ ...form, about: { subject } });
}

async function aView(client: Client, world: World): Promise<void> {
  const { season } = world;
  const path = `/manage/${season.slug}/${season.open.slug}/entries`;
  const name = `Call ${client.nextCall()}`;
  await client.send({ kind: 'lists.save-view', path, act: 'save-view', fields: { name, query: 'sort=title' } }, name.slice(5));
  const view = await idOf(world, 'select id from plaudit.saved_views where name = $1', name);
  if (view === undefined) return;
  await each(client, view, [
    { kind: 'lists.change-view', path, act: 'change-view', fields: { view, name: `Was ${view}`, shared: 'on' } },
    { kind: 'lists.remove-view', path, act: 'remove-view', fields: { view } },
    { kind: 'lists.restore-view', path, act: 'restore-view', fields: { view } },
    { kind: 'lists.remove-view', path, act: 'remove-view', fields: { view } },
  ]);
}

/** Nobody listens there: what is told of it is tried while it lives, and fails. */
const address = 'https://127.0.0.1:9/hook';

async function aWebhook(client: Client, world: World): Promise<void> {
  const list = `/manage/${world.season.slug}/webhooks`;
  const note = `Call ${client.nextCall()}`;
  const fields = { address, note, kinds: 'entry.accepted' };
  await client.send({ kind: 'integrations.add-webhook', path: list, act: 'add', fields }, note.slice(5));
  const webhook = await idOf(world, 'select id from plaudit.webhooks where note = $1', note);
  if (webhook === undefined) return;
  const path = `${list}/${webhook}`;
  await each(client, webhook, [
    { kind: 'integrations.change-webhook', path, act: 'change', fields: { ...fields, note: 'Known', version: '1', state: 'on' } },
    { kind: 'integrations.test-webhook', path, act: 'test' },
    { kind: 'integrations.renew-webhook-secret', path, act: 'renew' },
    { kind: 'integrations.hide-webhook-secret', path, act: 'hide' },
    { kind: 'integrations.delete-webhook', path, act: 'delete' },
  ]);
}

async function aKey(client: Client, world: World): Promise<void> {
  const path = '/account/api-keys';
  const name = `Call ${client.nextCall()}`;
  const fields = { name, scopes: 'read:entries', days: '30', _proof: client.person.password };
  await client.send({ kind: 'integrations.make-key', path, act: 'make', fields }, name.slice(5));
  const key = await idOf(world, 'select id from plaudit.api_keys where name = $1', name);
  if (key === undefined) return;
  const about = { key };
  await client.send({ kind: 'integrations.hide-key', path, act: 'keep', fields: { id: key }, about });
  await client.send({ kind: 'integrations.revoke-key', path, act: 'revoke', fields: { id: key }, about });
}

async function aHold(client: Client, world: World): Promise<void> {
  const path = '/manage/privacy';
  const held = client.chance.pick(world.people);
  const fields = { on: held.email, reason: 'a claim in the storm' };
  await client.send({ kind: 'privacy.place-hold', path, act: 'hold', fields, about: { on: held.id } });
  const standing = 'select id from plaudit.privacy_holds where subject_id = $1 and lifted_at is null';
  const hold = await idOf(world, standing, held.id);
  if (hold !== undefined) await each(client, hold, [{ kind: 'privacy.lift-hold', path, act: 'lift', fields: { hold } }]);
}

async function aText(client: Client, { season, look }: World): Promise<void> {
  const path = `/manage/${season.slug}/${season.open.slug}/mail/texts/entries.receipt`;
  const version = async () => {
    const rows = await patiently(() =>
      look<{ version: number }>('select version from plaudit.mail_texts where edition_id = $1 and mail = $2', [
        season.open.id,
        'entries.receipt',
      ]),
    );
    return String(rows[0]?.version ?? 0);
  };
  const about = { subject: season.open.id };
  const text = { subject: 'We have it', body: '{greeting}\n\nWe have your entry.' };
  const form = { path, about };
  await client.send({ ...form, kind: 'messages.change-mail-text', act: 'save', fields: { ...text, version: await version() } });
  await client.send({ ...form, kind: 'messages.reset-mail-text', act: 'reset', fields: { version: await version() } });
}

const within = (operation: string, of: string, event: string): Kind => ({
  operation,
  within: of,
  check: (lines, look) => oncePerSubject(lines, look, event),
});
const withinKey = (operation: string, event: string): Kind => ({
  operation,
  within: 'integrations.make-key',
  check: (lines, look) => oncePerEvent(lines, look, event, 'key'),
});

export const services: readonly Kind[] = [
  {
    operation: 'people.set-zone',
    weight: 1,
    act: async (client) => {
      const zone = client.chance.pick(['Europe/Dublin', 'Asia/Tokyo', '']);
      await client.send({ kind: 'people.set-zone', path: '/account/zone', act: 'zone', fields: { zone } });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'people.zone-set'),
  },
  {
    operation: 'messages.choose-topics',
    weight: 1,
    act: async (client) => {
      await client.send({ kind: 'messages.choose-topics', path: '/account/mail', act: 'choose', fields: { news: 'on' } });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'messages.topics-chosen'),
  },
  {
    operation: 'integrations.make-key',
    weight: 1,
    act: aKey,
    check: (lines, look) => oncePerCall(lines, look, namedAfterCall('integrations.key-made', 'name')),
  },
  withinKey('integrations.hide-key', 'integrations.key-hidden'),
  withinKey('integrations.revoke-key', 'integrations.key-revoked'),
  {
    operation: 'lists.save-view',
    weight: 1,
    by: 'manager',
    act: aView,
    check: (lines, look) => oncePerCall(lines, look, namedAfterCall('lists.view-saved', 'name')),
  },
  within('lists.change-view', 'lists.save-view', 'lists.view-changed'),
  within('lists.remove-view', 'lists.save-view', 'lists.view-removed'),
  within('lists.restore-view', 'lists.save-view', 'lists.view-restored'),
  {
    operation: 'integrations.add-webhook',
    weight: 1,
    by: 'manager',
    act: aWebhook,
    check: (lines, look) => oncePerCall(lines, look, namedAfterCall('integrations.webhook-added', 'note')),
  },
  within('integrations.change-webhook', 'integrations.add-webhook', 'integrations.webhook-changed'),
  within('integrations.test-webhook', 'integrations.add-webhook', 'integrations.webhook-tested'),
  within('integrations.renew-webhook-secret', 'integrations.add-webhook', 'integrations.webhook-secret-renewed'),
  within('integrations.hide-webhook-secret', 'integrations.add-webhook', 'integrations.webhook-secret-hidden'),
  within('integrations.delete-webhook', 'integrations.add-webhook', 'integrations.webhook-deleted'),
  {
    operation: 'privacy.place-hold',
    weight: 1,
    by: 'administrator',
    act: aHold,
    check: (lines, look) => oncePerEvent(lines, look, 'privacy.hold-placed', 'on'),
  },
  within('privacy.lift-hold', 'privacy.place-hold', 'privacy.hold-lifted'),
  {
    operation: 'privacy.set-timer',
    weight: 1,
    by: 'administrator',
    act: async (client) => {
      const fields = { timer: 'entries.drafts', days: String(client.chance.between(400, 500)), automatic: 'no' };
      await client.send({ kind: 'privacy.set-timer', path: '/manage/privacy', act: 'timer', fields });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'privacy.timer-set'),
  },
  {
    operation: 'messages.change-mail-text',
    weight: 1,
    by: 'manager',
    act: aText,
    check: (lines, look) => oncePerSubject(lines, look, 'messages.text-changed'),
  },
  within('messages.reset-mail-text', 'messages.change-mail-text', 'messages.text-reset'),
];
