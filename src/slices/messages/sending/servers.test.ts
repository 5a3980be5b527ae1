/** What becomes of a mail at servers that are slow, refuse at each stage, break off or say nothing; real ones, on this machine. */
import { afterAll, afterEach, expect, it } from 'vitest';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { foundOrganisation, requestLink } from '#slices/people/index.ts';
import { asSystem, asVisitor } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type Mood, proxyBefore } from '#tests/support/faults/proxy.ts';
import { type MailServer, startMailServer, startTarpit } from '#tests/support/mail-server.ts';
import { configureMail } from '../index.ts';
import { sendMail } from './sending.ts';
import type { SmtpSettings } from './settings.ts';

const { app, jobs, owner } = await testDatabase();
const organisation = ids.random<OrganisationId>();
await foundOrganisation(asSystem(app, organisation), { slug: 'hall', name: 'The Hall' });
const url = 'http://localhost';

const servers: { readonly stop: () => unknown }[] = [];
afterEach(async () => {
  configureMail({ smtpUrl: undefined, mailFrom: 'a@example.org', url });
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(() => configureMail({ smtpUrl: undefined, mailFrom: 'a@example.org', url }));

async function serve(
  ...[manner, options]: [Parameters<typeof startMailServer>[1]?, Parameters<typeof startMailServer>[2]?]
): Promise<MailServer> {
  const server = await startMailServer(0, manner, options);
  servers.push(server);
  return server;
}

function through(port: number, smtp: Partial<SmtpSettings> = {}, login = ''): void {
  const smtpUrl = `smtp://${login}127.0.0.1:${port}`;
  configureMail(
    { smtpUrl, mailFrom: '"Plaudit" <plaudit@example.org>', url, smtp, mailBounces: 'bounces@example.org' },
    'a secret of tests',
  );
}

type Row = { id: string; message_id: string; state: string; attempts: number; doubts: number; last_error: string | null; waits: boolean };

async function rowOf(email: string): Promise<Row> {
  const { rows } = await owner.pool.query<Row>(
    `select id, message_id, state, attempts, doubts, last_error, next_at is not null as waits from plaudit.outbox where recipient = $1`,
    [email],
  );
  const [row] = rows;
  if (row === undefined || rows.length !== 1) throw new Error(`${rows.length} mails to ${email}`);
  return row;
}

/** Asks for a link and tries once to send it, as the job does. */
async function tryTo(email: string): Promise<Row> {
  await requestLink(asVisitor(app, organisation), { email, to: '/home', token: newToken() });
  await sendMail(asSystem(jobs, organisation), (await rowOf(email)).id);
  return rowOf(email);
}

async function again(email: string): Promise<Row> {
  await sendMail(asSystem(jobs, organisation), (await rowOf(email)).id);
  return rowOf(email);
}

async function isNoted(email: string): Promise<boolean> {
  const { rows } = await owner.pool.query<{ hard: boolean }>('select hard from plaudit.mail_returns where address = $1', [email]);
  return rows[0]?.hard ?? false;
}

it.each([
  ['connect', '421 4.3.2 closing', 'queued', false],
  ['connect', '554 5.3.2 no service here', 'queued', false],
  ['sender', '451 4.7.1 come again', 'queued', false],
  ['sender', '550 5.1.8 nobody we know', 'refused', false],
  ['recipient', '451 4.7.1 greylisted', 'queued', false],
  ['recipient', '452 4.2.2 mailbox full', 'queued', false],
  ['recipient', '550 5.1.1 no such mailbox', 'refused', true],
  ['recipient', '550 5.7.1 not from you', 'refused', false],
  ['text', '451 4.3.0 later', 'queued', false],
  ['text', '554 5.6.0 we will not have it', 'refused', false],
] as const)('a server that says at “%s”: %s, leaves the mail %s', async (at, reply, state, noted) => {
  through((await serve({ at, reply })).port);
  const email = `${at}-${reply.slice(0, 9).replaceAll(/\D/g, '')}@example.org`;
  const row = await tryTo(email);
  expect(row).toMatchObject({ state, attempts: 1, doubts: 0, waits: state === 'queued' });
  expect(row.last_error).toContain(reply.slice(0, 9));
  expect(await isNoted(email)).toBe(noted);
});

it('a server that is not there, and one that never says a word, leave the mail waiting without a doubt', async () => {
  const gone = await startMailServer(0);
  await gone.stop();
  through(gone.port);
  expect(await tryTo('gone@example.org')).toMatchObject({ state: 'queued', doubts: 0, waits: true });
  const tarpit = await startTarpit();
  servers.push(tarpit);
  through(tarpit.port, { timeout: 300 });
  expect(await tryTo('silent@example.org')).toMatchObject({ state: 'queued', doubts: 0, waits: true });
});

it('a server that falls silent after the text leaves a doubt; the mail is sent again as the same mail, and the doubt stays', async () => {
  const silent = await serve('silent-after-text');
  through(silent.port, { timeout: 300 });
  const email = 'doubt@example.org';
  expect(await tryTo(email)).toMatchObject({ state: 'queued', attempts: 1, doubts: 1, waits: true });
  const willing = await serve();
  through(willing.port);
  const sent = await again(email);
  expect(sent).toMatchObject({ state: 'sent', attempts: 2, doubts: 1 });
  expect([...silent.received, ...willing.received].map(({ messageId }) => messageId)).toEqual([sent.message_id, sent.message_id]);
});

it('a line to the server that is slow, broken or half open costs time and no mail, and none is sent as a second one', async () => {
  const willing = await serve();
  const line = await proxyBefore(`smtp://127.0.0.1:${willing.port}`, 25);
  servers.push(line);
  const afresh = async (mood: Mood) => {
    await line.set(mood);
    through(line.port, { timeout: 300 });
  };
  await afresh({ kind: 'slow', bytes: 200, every: 1 });
  expect(await tryTo('slow@example.org')).toMatchObject({ state: 'sent', attempts: 1 });
  await afresh({ kind: 'half-open' });
  expect(await tryTo('silence@example.org')).toMatchObject({ state: 'queued', attempts: 1, doubts: 0, waits: true });
  await afresh({ kind: 'cut-after', bytes: 5, way: 'up' });
  expect(await tryTo('cut@example.org')).toMatchObject({ state: 'queued', attempts: 1, doubts: 0, waits: true });
  // The text has gone, and what the server says of it never arrives.
  await afresh({ kind: 'cut-answer', after: '\r\n.\r\n' });
  expect(await tryTo('unsure@example.org')).toMatchObject({ state: 'queued', attempts: 1, doubts: 1, waits: true });
  await afresh({ kind: 'pass' });
  const late = await Promise.all(['silence', 'cut', 'unsure'].map((name) => again(`${name}@example.org`)));
  expect(late.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  const took = willing.received.map(({ to }) => to).toSorted();
  expect(took).toEqual(['cut', 'silence', 'slow', 'unsure', 'unsure'].map((name) => `${name}@example.org`));
  expect(new Set(willing.received.map(({ messageId }) => messageId)).size).toBe(4);
});

it('a process that dies while it sends leaves a doubt behind', async () => {
  const email = 'killed@example.org';
  await requestLink(asVisitor(app, organisation), { email, to: '/home', token: newToken() });
  const { takeToSend } = await import('../store/outbox.ts');
  await takeToSend(asSystem(jobs, organisation), (await rowOf(email)).id);
  const willing = await serve();
  through(willing.port);
  expect(await again(email)).toMatchObject({ state: 'sent', attempts: 2, doubts: 1 });
});

it('a mail is given up after twenty tries, and can be tried again', async () => {
  through((await serve({ at: 'recipient', reply: '451 4.7.1 never today' })).port);
  const email = 'never@example.org';
  const { id } = await tryTo(email);
  await owner.pool.query('update plaudit.outbox set attempts = 19 where id = $1', [id]);
  expect(await again(email)).toMatchObject({ state: 'failed', attempts: 20, waits: false });
  expect(await again(email)).toMatchObject({ state: 'failed', attempts: 20 });
});

it('what is sent has one recipient, comes back to its own address and says that a machine wrote it', async () => {
  const server = await serve();
  through(server.port);
  const { id, message_id } = await tryTo('whole@example.org');
  expect(server.received).toMatchObject([
    {
      from: 'plaudit@example.org',
      fromName: 'Plaudit',
      to: 'whole@example.org',
      messageId: message_id,
      returnTo: `bounces+${id}@example.org`,
    },
  ]);
  expect(server.received[0]?.headers).toMatchObject({ 'auto-submitted': 'auto-generated' });
  expect(server.received[0]?.headers).not.toHaveProperty('list-unsubscribe');
});

it('mails go over one connection, signed in; a wrong password refuses none of them', async () => {
  const server = await serve('willing', { login: { user: 'plaudit', pass: 'söcret/1' } });
  through(server.port, { connections: 1, password: 'wrong' }, 'plaudit:ignored@');
  expect(await tryTo('later@example.org')).toMatchObject({ state: 'queued', waits: true });
  const before = server.connections();
  through(server.port, { connections: 1 }, `plaudit:${encodeURIComponent('söcret/1')}@`);
  for (const email of ['one@example.org', 'two@example.org', 'three@example.org']) expect((await tryTo(email)).state).toBe('sent');
  expect(server.received.map(({ user }) => user)).toEqual(['plaudit', 'plaudit', 'plaudit']);
  expect(server.connections() - before).toBe(1);
});

it('TLS is taken where it is offered, and where it is required nothing is said without it', async () => {
  const open = await serve();
  through(open.port, { tls: 'required' });
  expect(await tryTo('closed@example.org')).toMatchObject({ state: 'queued', waits: true });
  expect(open.received).toEqual([]);
  const offering = await serve('willing', { tls: true });
  through(offering.port, { tls: 'off' });
  await tryTo('clear@example.org');
  through(offering.port, { tls: 'offered' });
  await tryTo('sealed@example.org');
  // Its certificate is nobody's, which only matters where TLS is required.
  through(offering.port, { tls: 'required' });
  expect(await tryTo('forged@example.org')).toMatchObject({ state: 'queued', waits: true });
  expect(offering.received.map(({ to, secure }) => [to, secure])).toEqual([
    ['clear@example.org', false],
    ['sealed@example.org', true],
  ]);
});

it('what an hour has no room for waits for the next one', async () => {
  const server = await serve();
  const { rows } = await owner.pool.query<{ n: number }>(`select count(*)::int as n from plaudit.outbox where state = 'sent'`);
  through(server.port, { hourly: (rows[0]?.n ?? 0) + 1 });
  expect((await tryTo('room@example.org')).state).toBe('sent');
  expect(await tryTo('no-room@example.org')).toMatchObject({ state: 'queued', attempts: 0 });
  const { rows: waiting } = await owner.pool.query<{ late: boolean }>(
    `select run_at > now() + interval '50 minutes' as late from graphile_worker._private_jobs where key = $1`,
    [`mail ${(await rowOf('no-room@example.org')).id}`],
  );
  expect(waiting).toEqual([{ late: true }]);
});
