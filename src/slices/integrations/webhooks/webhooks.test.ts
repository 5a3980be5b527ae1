import { createHmac } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { returnEntry } from '#slices/screening/index.ts';
import { configureForTests } from '#tests/support/api/api.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { aReceiver } from '#tests/support/receiver.ts';
import { sealAll } from '#tests/support/record/sealed.ts';
import { refusal } from '#tests/support/refusal.ts';
import { anAcceptedEntry, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { dispatchWebhooks, workWebhook } from './delivering.ts';
import { forgetOldDeliveries } from './delivery-store.ts';
import type { KindToTell } from './kinds.ts';
import { deliveriesOf, webhookForReader } from './views.ts';
import { addWebhook, changeWebhook, deleteWebhook, renewWebhookSecret, replayDeliveries, testWebhook } from './webhooks.ts';

const database = await testDatabase();
configureForTests();
const world = await foundedWorld(database);
const season = await aSeason(world);
const receiver = await aReceiver();
afterAll(() => receiver.close());

const hour = 3_600_000;
/** The clock of the database; every instant of these tests lies on it. */
let now = dates.whileOpen.getTime();
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds;
  await database.setClock(new Date(now));
}
await pass(0);

const manager = () => world.as(season.manager);
const secret = Buffer.from('thirty-two bytes, only in tests!').toString('base64');
const other = Buffer.from('thirty-two other bytes, in tests').toString('base64');
const system = () => asSystem(database.jobs, world.organisation);

async function webhook(kinds: readonly KindToTell[] = ['entry.accepted']): Promise<string> {
  await sealAll(database.jobs, world.organisation);
  receiver.got.length = 0;
  receiver.manner = 204;
  const made = await addWebhook(manager(), { programme: season.programme, address: receiver.url, note: '', kinds: [...kinds], secret });
  return made.webhook;
}

/** As the rounds of the jobs process would: what has happened is sealed, then told. `patience` is what a receiver has. */
async function work(id: string, patience = 8_000): Promise<void> {
  await sealAll(database.jobs, world.organisation);
  await workWebhook(system(), id, patience);
}

const listed = async (id: string) => (await deliveriesOf(manager(), id, { limit: 50 })).deliveries;
const typesGot = () => receiver.got.map(({ body }) => (JSON.parse(body) as { type: string }).type);

test('what happened is told once, signed, in the order of the record, and says no name', async () => {
  const id = await webhook(['entry.accepted', 'entry.submitted']);
  const { entry } = await anAcceptedEntry(season, { title: 'The hour after the flood' });
  await work(id);
  await work(id);
  expect(typesGot()).toEqual(['webhook.added', 'entry.submitted', 'entry.accepted']);
  const last = receiver.got.at(-1);
  const { data } = JSON.parse(last?.body ?? '{}') as { data: Record<string, unknown> };
  expect(data).toEqual({
    sequence: 3,
    programme: season.slug,
    subject: { kind: 'entry', id: entry },
    url: `https://awards.example/api/v1/manage/entries/${entry}`,
  });
  expect(receiver.got.map(({ body }) => body).join()).not.toContain('flood');
  const { 'webhook-id': name, 'webhook-timestamp': at, 'webhook-signature': signature } = last?.headers ?? {};
  const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${String(name)}.${String(at)}.${last?.body}`);
  expect(signature).toBe(`v1,${mac.digest('base64')}`);
  expect((await listed(id)).map(({ state, tries }) => [state, tries])).toEqual([
    ['delivered', 1],
    ['delivered', 1],
    ['delivered', 1],
  ]);
});

test('kinds nobody asked for are not told, and counted neither', async () => {
  const id = await webhook(['entry.returned']);
  await anAcceptedEntry(season);
  const { entry } = await aSubmission(season);
  await returnEntry(world.as(season.manager, { clock: dates.whileOpen }), { entry, reason: 'The year is missing.' });
  await work(id);
  expect(typesGot()).toEqual(['webhook.added', 'entry.returned']);
  expect((await listed(id)).map(({ number }) => number)).toEqual([2, 1]);
});

test.each([
  ['breaks', 500, { status: 500, fault: null }],
  ['leads elsewhere', 'redirect', { status: 302, fault: null }],
  ['hangs', 'hang', { status: null, fault: 'slow' }],
  ['tears the connection down', 'refuse', { status: null, fault: 'broken' }],
] as const)('a receiver that %s is asked again later, each time later, until it is given up and sent again', async (_, manner, came) => {
  const id = await webhook();
  await work(id);
  receiver.manner = manner;
  const patience = manner === 'hang' ? 40 : 8_000;
  await testWebhook(manager(), { webhook: id });
  await work(id, patience);
  const [first] = await listed(id);
  expect(first?.attempts.map(({ status, fault }) => ({ status, fault }))).toEqual([came]);
  expect((first?.dueAt?.getTime() ?? 0) - now).toBe(5_000);
  await work(id);
  expect((await listed(id))[0]?.tries).toBe(1);
  for (let tries = 1; tries < 9; tries += 1) {
    await pass(12 * hour);
    await database.owner.pool.query('update plaudit.webhooks set failing_since = $1 where id = $2', [new Date(now), id]);
    await work(id, patience);
  }
  expect((await listed(id))[0]).toMatchObject({ state: 'failed', tries: 9, dueAt: null });
  expect(receiver.got.filter(({ path }) => path !== '/hook')).toEqual([]);

  receiver.manner = 200;
  expect(await replayDeliveries(manager(), { webhook: id })).toEqual({ replayed: 1 });
  const [sentBefore] = receiver.got.slice(-1);
  await work(id);
  expect((await listed(id))[0]).toMatchObject({ state: 'delivered' });
  // The same message under the same name: who has it already can tell.
  expect(receiver.got.at(-1)?.headers['webhook-id']).toBe(sentBefore?.headers['webhook-id']);
  expect(await refusal(replayDeliveries(manager(), { webhook: id }))).toMatchObject({ code: 'integrations.nothing-to-replay' });
});

test('an answer without an end is read as far as it matters', async () => {
  const id = await webhook();
  receiver.manner = 'trickle';
  await work(id);
  const [{ state, attempts } = { state: '', attempts: [] }] = await listed(id);
  expect([state, attempts[0]?.status, attempts[0]?.excerpt.length]).toEqual(['delivered', 200, 1_000]);
});

test('one at which nothing arrives for three days is switched off, its maker is told, and on again it hears what it missed', async () => {
  const id = await webhook();
  receiver.manner = 500;
  await work(id);
  await pass(71 * hour);
  await work(id);
  expect((await webhookForReader(manager(), id)).state).toBe('on');
  await pass(hour);
  await testWebhook(manager(), { webhook: id });
  await work(id);
  expect((await webhookForReader(manager(), id)).state).toBe('failed');
  const mails = await database.owner.pool.query(
    `select from plaudit.outbox where mail = 'integrations.webhook-failed' and person_id = $1`,
    [season.manager],
  );
  expect(mails.rowCount).toBe(1);

  const sent = receiver.got.length;
  receiver.manner = 204;
  await anAcceptedEntry(season);
  await work(id);
  expect(receiver.got.length).toBe(sent);
  const { version } = await webhookForReader(manager(), id);
  await changeWebhook(manager(), { webhook: id, version, address: receiver.url, note: '', kinds: ['entry.accepted'], state: 'on' });
  await work(id);
  expect(typesGot().at(-1)).toBe('entry.accepted');
});

test('a job that died leaves its webhook to another, and two at once send nothing twice', async () => {
  const id = await webhook();
  await sealAll(database.jobs, world.organisation);
  await Promise.all([workWebhook(system(), id), workWebhook(system(), id)]);
  expect(typesGot()).toEqual(['webhook.added']);
  await testWebhook(manager(), { webhook: id });
  // As a process leaves it that was killed while it waited.
  await database.owner.pool.query(`update plaudit.webhooks set working_until = $1 where id = $2`, [new Date(now + 90_000), id]);
  await work(id);
  expect(typesGot()).toEqual(['webhook.added']);
  await pass(91_000);
  await dispatchWebhooks(database.jobs, world.as(season.manager).log);
  const jobs = await database.owner.pool.query(`select from graphile_worker._private_jobs where key = $1`, [`webhook ${id}`]);
  expect(jobs.rowCount).toBe(1);
  await work(id);
  expect(typesGot()).toEqual(['webhook.added', 'webhook.test']);
});

test('for a day two secrets sign, so that a receiver can change over', async () => {
  const id = await webhook();
  await renewWebhookSecret(manager(), { webhook: id, secret: other });
  await work(id);
  expect(String(receiver.got[0]?.headers['webhook-signature']).split(' ').length).toBe(2);
  await pass(24 * hour);
  await testWebhook(manager(), { webhook: id });
  await work(id);
  expect(String(receiver.got.at(-1)?.headers['webhook-signature']).split(' ').length).toBe(1);
  expect((await webhookForReader(manager(), id)).secret).toBeUndefined();
  await deleteWebhook(manager(), { webhook: id });
  expect(await refusal(webhookForReader(manager(), id))).toMatchObject({ code: 'general.not-found' });
});

test.each([
  ['http://example.org/hook', 'integrations.address-not-https'],
  ['https://10.0.0.7/hook', 'integrations.address-not-public'],
  ['https://169.254.169.254/latest', 'integrations.address-not-public'],
  ['https://[::ffff:10.0.0.7]/hook', 'integrations.address-not-public'],
  ['https://[fd00::1]/hook', 'integrations.address-not-public'],
  ['https://0x0a000007/hook', 'integrations.address-not-public'],
  ['https://intranet/hook', 'integrations.address-not-public'],
  ['https://name:word@example.org/hook', 'field.invalid'],
  ['ftp://example.org/hook', 'field.invalid'],
])('%s is no address for a webhook', async (address, code) => {
  const adding = addWebhook(manager(), { programme: season.programme, address, note: '', kinds: ['entry.accepted'], secret });
  expect((await refusal(adding)).fields).toEqual([`address: ${code}`]);
});

test('a name that leads inside is found out when something is sent, whatever it said before', async () => {
  const id = await webhook();
  configureForTests('');
  await work(id);
  configureForTests();
  expect((await listed(id))[0]?.attempts).toMatchObject([{ status: null, fault: 'not-public' }]);
  expect(receiver.got).toEqual([]);
});

test('what was settled a month ago is forgotten, and nothing that still waits', async () => {
  const id = await webhook();
  await work(id);
  receiver.manner = 500;
  await testWebhook(manager(), { webhook: id });
  await work(id);
  await pass(31 * 24 * hour);
  await forgetOldDeliveries(database.jobs.db, world.organisation);
  expect((await listed(id)).map(({ kind, state }) => [kind, state])).toEqual([['webhook.test', 'waiting']]);
});
