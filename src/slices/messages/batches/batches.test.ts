/** One text to many: prepared, looked at, let go, taken back; and what each of them reads. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';
import { assignAll, judgesIn, submitAll } from '#tests/support/panel.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aDraft, anAcceptedEntry, aPerson, aSeason, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import { approveBatch, chooseTopics, configureMail, discardBatch, prepareBatch, recallBatch, refuseTopic, sendTest } from '../index.ts';
import { sendMail } from '../sending/sending.ts';
import { offToken } from '../topics/links.ts';
import { offPage } from '../topics/views.ts';
import { batchPage, newBatchPage } from './views.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { seats: 1, minimumPanel: 1 });
await judgesIn(season, 1);
const names = ['Ada Byrne', 'Bela Kovács', 'Cara Dunne'] as const;
const people = await Promise.all(names.map((name) => aPerson(season, name)));
const [ada, bela, cara] = people as [PersonId, PersonId, PersonId];
const entries: EntryId[] = [];
for (const [i, owner] of people.entries())
  entries.push((await anAcceptedEntry(season, { owner, title: `Work ${i} by https://evil.example` })).entry);

const manager = (clock: Date = dates.whileOpen) => season.as(season.manager, { clock });
const job = () => asSystem(database.jobs, season.organisation);
const url = 'https://awards.example';
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer(0);
  configureMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, mailFrom: 'Plaudit <plaudit@example.org>', url }, 'a secret of tests');
});
afterAll(async () => {
  configureMail({ smtpUrl: undefined, mailFrom: 'a@example.org', url });
  await server.stop();
});

const letter = { mail: 'entries.letter', subject: '{programme}: dinner', body: '{greeting}\n\nabout {entries}\n\n{address}' };
const prepare = (given: Partial<typeof letter> = {}) => prepareBatch(manager(), { edition: season.edition, ...letter, ...given });
const where = (batch: string) => ({ programme: season.slug, slug: season.editionSlug, batch });
const pageOf = (batch: string, as?: PersonId) => batchPage(manager(), where(batch), new URLSearchParams(as && { as }));

type Row = { id: string; person: PersonId; state: string; held_for: string | null; last_error: string | null };
async function membersOf(batch: string): Promise<Row[]> {
  const { rows } = await database.owner.pool.query<Row>(
    `select o.id, o.person_id as person, o.state, o.held_for, o.last_error from plaudit.outbox o join directory.people p on p.id = o.person_id
     where o.batch_id = $1 order by p.name`,
    [batch],
  );
  return rows;
}
const statesOf = async (batch: string) => (await membersOf(batch)).map(({ state }) => state);
async function sendAll(batch: string): Promise<void> {
  for (const { id } of await membersOf(batch)) await sendMail(job(), id);
}

test('a batch is held, and shows to how many it would go and what each of them would read', async () => {
  const { batch, count } = await prepare();
  expect(count).toBe(3);
  expect(await statesOf(batch)).toEqual(['held', 'held', 'held']);
  await sendAll(batch);
  expect(server.received).toEqual([]);
  const page = await pageOf(batch, bela);
  expect(page.batch).toMatchObject({ state: 'held', all: 3, leaving: 3, gone: 0 });
  expect(page.readers.map(({ name }) => name)).toEqual([...names]);
  expect(page.preview?.subject).toBe('The Handbell Awards: dinner');
  expect(page.preview?.text).toContain('Hello Bela Kovács,');
  expect(page.preview?.text).toContain('“Work 1 by https:\u200B//evil.\u200Bexample” (A-002)');
  expect(page.preview?.text).not.toContain('Work 0');
});

test('what is approved is the number that was seen: another one is refused with both', async () => {
  const { batch } = await prepare();
  await chooseTopics(season.as(cara), { reminders: true, news: false });
  expect((await pageOf(batch)).batch).toMatchObject({ all: 3, leaving: 2 });
  expect(await refusal(approveBatch(manager(), { batch, count: 3 }))).toMatchObject({
    code: 'messages.batch-changed',
    facts: { seen: 3, now: 2 },
  });
  expect(await statesOf(batch)).toEqual(['held', 'held', 'held']);
  expect(await approveBatch(manager(), { batch, count: 2 })).toEqual({ batch, count: 2 });
  expect(await statesOf(batch)).toEqual(['queued', 'queued', 'withheld']);
  await chooseTopics(season.as(cara), { reminders: true, news: true });
});

test('an approved batch can be taken back until the first is tried, and approved again; each leaves once, to one recipient', async () => {
  const { batch } = await prepare();
  await approveBatch(manager(), { batch, count: 3 });
  await recallBatch(manager(), { batch });
  expect(await statesOf(batch)).toEqual(['held', 'held', 'held']);
  await sendAll(batch);
  expect(server.received).toEqual([]);
  await approveBatch(manager(), { batch, count: 3 });
  const [first] = await membersOf(batch);
  await sendMail(job(), first?.id ?? '');
  expect(await refusal(recallBatch(manager(), { batch }))).toMatchObject({ code: 'messages.batch-leaving', facts: { begun: 1 } });
  expect(await refusal(approveBatch(manager(), { batch, count: 3 }))).toMatchObject({ code: 'messages.batch-decided' });
  await sendAll(batch);
  expect(await statesOf(batch)).toEqual(['sent', 'sent', 'sent']);
  expect(server.received.map(({ to }) => to)).toEqual(await Promise.all(people.map((person) => emailOf(season, person))));
  const { rows } = await database.owner.pool.query('select 1 from graphile_worker._private_jobs where key like $1', [`mail ${first?.id}`]);
  expect(rows).toHaveLength(1);
});

test('a mail that can be switched off says so to the reader and to mail programs; the link acts on POST alone, and once is enough', async () => {
  const { batch } = await prepare({ subject: 'Second letter' });
  await approveBatch(manager(), { batch, count: 3 });
  await sendAll(batch);
  const mail = server.received.find(({ subject }) => subject === 'Second letter');
  const [member] = await membersOf(batch);
  const token = offToken(season, member?.id ?? '');
  expect(mail?.headers).toMatchObject({
    'list-unsubscribe': `<${url}/mail-off/${token}>`,
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  });
  expect(mail?.text).toContain(`${url}/mail-off/${token}`);
  expect([...(mail?.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([`${url}/home`, `${url}/mail-off/${token}`]);
  const visitor = season.asVisitor();
  expect(await offPage(visitor, token)).toEqual({ topic: 'news', email: await emailOf(season, ada) });
  expect((await pageOf((await prepare()).batch)).batch.leaving).toBe(3);
  await refuseTopic(visitor, { token });
  await refuseTopic(visitor, { token });
  const after = await prepare();
  expect((await pageOf(after.batch)).batch).toMatchObject({ all: 3, leaving: 2 });
  for (const wrong of [
    `${token}x`,
    token.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    offToken({ organisation: season.organisation }, after.batch),
    '',
  ])
    expect(await refusal(refuseTopic(visitor, { token: wrong }))).toMatchObject({ code: 'general.not-found' });
  await chooseTopics(season.as(ada), { reminders: true, news: true });
});

test('whoever has nothing to be told any more when a mail leaves gets none', async () => {
  const { entry, owner } = await aDraft(season);
  await database.setClock(dates.whileOpen);
  const { batch, count } = await prepare({ mail: 'entries.unfinished', subject: '{programme}', body: '{entries} until {closes}' });
  expect(count).toBe(1);
  await approveBatch(manager(), { batch, count: 1 });
  await database.owner.pool.query('delete from plaudit.entry_history where entry_id = $1', [entry]);
  await database.owner.pool.query('delete from plaudit.entries where id = $1', [entry]);
  const before = server.received.length;
  await sendAll(batch);
  expect(await membersOf(batch)).toMatchObject([{ person: owner, state: 'withheld', last_error: 'nothing-to-say' }]);
  expect(server.received.length).toBe(before);
});

test('a batch that is thrown away never leaves, and nobody approves it any more', async () => {
  const { batch } = await prepare();
  await discardBatch(manager(), { batch });
  await sendAll(batch);
  expect(await statesOf(batch)).toEqual(['withheld', 'withheld', 'withheld']);
  expect(await refusal(approveBatch(manager(), { batch, count: 3 }))).toMatchObject({
    code: 'messages.batch-decided',
    facts: { state: 'discarded' },
  });
});

test('a test goes to whoever asks, as the chosen reader would get it, and to nobody else', async () => {
  await sendTest(season.as(season.manager), { edition: season.edition, ...letter, as: cara });
  const { rows } = await database.owner.pool.query<{ id: string; recipient: string }>(
    `select id, recipient from plaudit.outbox where mail = 'messages.test'`,
  );
  expect(rows.map(({ recipient }) => recipient)).toEqual([await emailOf(season, season.manager)]);
  await sendMail(job(), rows[0]?.id ?? '');
  const got = server.received.at(-1);
  expect(got).toMatchObject({ to: rows[0]?.recipient, subject: '[Test] The Handbell Awards: dinner' });
  expect(got?.text).toContain('Hello Cara Dunne,');
  // A stranger is nobody this mail could go to: the places keep their names.
  const { mail: _same } = await sendTest(season.as(season.manager), { edition: season.edition, ...letter, as: await aPerson(season) });
  const { rows: both } = await database.owner.pool.query<{ text: string }>(
    `select data ->> 'text' as text from plaudit.outbox where mail = 'messages.test' and state = 'queued'`,
  );
  expect(both).toMatchObject([{ text: expect.stringContaining('‹greeting›') }]);
});

test('results go to everybody who entered, each reads of their own, and nobody before the announcement', async () => {
  await assignAll(season);
  await submitAll(season, (entry) => [entries.indexOf(entry) === 1 ? 9 : 5]);
  await database.setClock(dates.afterJudging);
  const after = manager(dates.afterJudging);
  const outcome = { edition: season.edition, mail: 'results.outcome', subject: '{programme} {edition}', body: '{entries}' };
  expect(await refusal(prepareBatch(after, outcome))).toMatchObject({ code: 'messages.nobody-to-write-to' });
  const chosen = await newBatchPage(after, season.slug, season.editionSlug, 'results.outcome');
  expect(chosen.kinds.find(({ mail }) => mail === 'results.outcome')?.people).toBe(0);
  const { tally } = await computeTally(after, { edition: season.edition });
  await publishResults(after, { edition: season.edition, tally, announceAt: 'now', notAwarded: [season.categories[1]] });
  await database.setClock(new Date(dates.afterJudging.getTime() + 60_000));
  const { batch, count } = await prepareBatch(after, outcome);
  expect(count).toBe(3);
  const read = async (as: PersonId) => (await batchPage(after, where(batch), new URLSearchParams({ as }))).preview?.text;
  expect(await read(ada)).toContain('(A-001): entered in Team of the year, and not among the winners');
  expect(await read(bela)).toContain('(A-002): winner of Team of the year');
  expect(await read(bela)).not.toContain('A-001');
});
