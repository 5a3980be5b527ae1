/** What organisers see to: the words of an edition's mails, as whom a programme writes, what came back, and mail that was refused. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { Problem } from '#core/problems/problem.ts';
import type { PersonId } from '#platform/ids.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import {
  approveBatch,
  changeMailText,
  changeSender,
  clearAddress,
  configureMail,
  discardBatch,
  mailboxForAdministrator,
  noteReturn,
  prepareBatch,
  readReport,
  resetMailText,
  retryMail,
} from './index.ts';
import { mailListPage } from './lists/list-page.ts';
import { sendMail } from './sending/sending.ts';
import { textPage, textsPage } from './texts/views.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const orla = await aPerson(season, 'Orla Tennant');
await aSubmission(season, { owner: orla, title: 'Plain <b>letters</b>\nhttps://evil.example {hash}' });
const { owner: writer } = await aDraft(season);
await database.setClock(dates.whileOpen);

const manager = () => season.as(season.manager);
const job = () => asSystem(database.jobs, season.organisation);
const url = 'https://awards.example';
const settings = { mailFrom: 'Plaudit <plaudit@example.org>', url, mailDomains: ['example.org', 'bücher.example'] };
const servers: MailServer[] = [];
afterEach(async () => {
  configureMail({ ...settings, smtpUrl: undefined }, 'a secret of tests');
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(() => configureMail({ smtpUrl: undefined, mailFrom: 'a@example.org', url: 'http://localhost' }));

async function serve(...given: Parameters<typeof startMailServer> | []): Promise<MailServer> {
  const server = await startMailServer(0, given[1]);
  servers.push(server);
  configureMail({ ...settings, smtpUrl: `smtp://127.0.0.1:${server.port}` }, 'a secret of tests');
  return server;
}

const letter = { mail: 'entries.letter', subject: 'News', body: '{greeting}\n\n{entries}' };

/** A letter to everybody who entered, on its way; its mails. */
async function aLetter(given: Partial<typeof letter> = {}): Promise<{ id: string; person: PersonId }[]> {
  const prepared = await prepareBatch(season.as(season.manager), { edition: season.edition, ...letter, ...given });
  await approveBatch(manager(), prepared);
  const { rows } = await database.owner.pool.query<{ id: string; person: PersonId }>(
    'select id, person_id as person from plaudit.outbox where batch_id = $1 order by id',
    [prepared.batch],
  );
  return rows;
}

async function stateOf(id: string): Promise<{ state: string; reason: string | null }> {
  const { rows } = await database.owner.pool.query<{ state: string; reason: string | null }>(
    'select state, last_error as reason from plaudit.outbox where id = $1',
    [id],
  );
  return rows[0] ?? { state: 'none', reason: null };
}

const listed = (query = '') =>
  mailListPage(manager(), {
    params: { programme: season.slug, edition: season.editionSlug },
    url: new URL(`http://localhost/?${query}`),
  });

const receipt = { edition: season.edition, mail: 'entries.receipt' };
const seen = (as = '') =>
  textPage(manager(), { programme: season.slug, slug: season.editionSlug, mail: receipt.mail }, new URLSearchParams({ as }));

test('the words of an edition are those of its mails from then on; what people wrote is only ever data in them', async () => {
  expect(await seen(orla)).toMatchObject({ version: 0, own: false, text: { subject: '{programme}: we have your entry {number}' } });
  const text = { subject: 'Got it, {number}: {title}', body: '{greeting}\n\n{title}\n\n{hash} {address}' };
  await changeMailText(manager(), { ...receipt, version: 0, ...text });
  const page = await seen(orla);
  expect(page).toMatchObject({ version: 1, own: true, text });
  expect(page.preview?.subject).toBe('Got it, A-001: Plain <b>letters</b> https:\u200B//evil.\u200Bexample {hash}');
  expect(page.preview?.text).toContain('Hello Orla Tennant,\n\nPlain <b>letters</b>\nhttps:\u200B//evil.\u200Bexample {hash}\n\n');
  expect((await textsPage(manager(), season.slug, season.editionSlug)).kinds.filter(({ own }) => own).map(({ mail }) => mail)).toEqual([
    receipt.mail,
  ]);
  const server = await serve();
  const sent = await aSubmission({ ...season, as: season.as }, { owner: writer, title: '<img src=x onerror=alert(1)>' });
  await database.owner.pool.query(`update plaudit.outbox set state = 'queued' where mail = 'entries.receipt' and person_id = $1`, [writer]);
  const { rows } = await database.owner.pool.query<{ id: string }>('select id from plaudit.outbox where person_id = $1', [writer]);
  for (const { id } of rows) await sendMail(job(), id);
  expect(server.received).toMatchObject([{ subject: `Got it, ${sent.number}: <img src=x onerror=alert(1)>` }]);
  expect(server.received[0]?.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(server.received[0]?.html).toContain(`<a href="${url}/entries/${sent.entry}">`);
});

test('who writes over words they have not seen is shown both; going back to the standing words counts as a version', async () => {
  const error = (await changeMailText(manager(), { ...receipt, version: 0, subject: 'Mine', body: '{title}' }).catch((e) => e)) as Problem;
  expect([error.code, error.fields]).toEqual([
    'general.stale-version',
    [
      { path: 'subject', code: 'field.changed-meanwhile', facts: { saved: 'Got it, {number}: {title}', sent: 'Mine' } },
      { path: 'body', code: 'field.changed-meanwhile', facts: { saved: '{greeting}\n\n{title}\n\n{hash} {address}', sent: '{title}' } },
    ],
  ]);
  await resetMailText(manager(), { ...receipt, version: 1 });
  expect(await seen()).toMatchObject({ version: 2, own: false, text: { subject: '{programme}: we have your entry {number}' } });
  expect(await refusalCode(changeMailText(manager(), { ...receipt, version: 1, subject: 'Mine', body: '{title}' }))).toBe(
    'general.stale-version',
  );
});

test('a place nobody fills is refused with its name and where it stands, and a subject of two lines too', async () => {
  const text = { subject: 'Hello\nBcc: all@example.org', body: '{greeting}\n\nyour {titel}' };
  const error = (await changeMailText(manager(), { ...receipt, version: 2, ...text }).catch((e) => e)) as Problem;
  const known = '{greeting}, {programme}, {edition}, {number}, {title}, {at}, {hash}, {address}';
  expect(error.fields).toEqual([
    { path: 'subject', code: 'messages.line-break-in-header', facts: {} },
    { path: 'body', code: 'messages.unknown-place', facts: { name: 'titel', line: 3, column: 6, known } },
  ]);
  const long = changeMailText(manager(), { ...receipt, version: 2, subject: 'x'.repeat(10_000), body: '{title}' });
  expect((await refusal(long)).fields).toEqual(['subject: field.too-long']);
  expect(
    await refusalCode(changeMailText(manager(), { ...receipt, mail: 'people.sign-in-link', version: 0, subject: 'x', body: 'x' })),
  ).toBe('general.not-found');
});

const sender = { programme: season.programme, version: 0, name: 'The Handbell Awards', address: '', replyTo: '' };

test.each([
  [{ name: 'Handbell\nBcc: all@example.org' }, ['name: messages.line-break-in-header']],
  [{ name: '\u202Eslaeh' }, ['name: messages.line-break-in-header']],
  [{ address: 'awards@other.example' }, ['address: messages.address-of-another-domain']],
  [{ address: 'awards@sub.example.org' }, ['address: messages.address-of-another-domain']],
  [{ address: 'awards@exаmple.org' }, ['address: messages.address-mixed-scripts']],
  [{ address: 'awards@example.org\r\nBcc: all@example.org' }, ['address: field.not-email']],
  [{ replyTo: 'a@b, c@d.example' }, ['replyTo: field.not-email']],
  [{ replyTo: 'ärger@example.org' }, ['replyTo: messages.address-not-ascii']],
])('a programme cannot write as %j', async (wrong, fields) => {
  expect((await refusal(changeSender(manager(), { ...sender, ...wrong }))).fields).toEqual(fields);
});

test('a programme writes under its own name and address, with answers to where somebody reads them', async () => {
  await changeSender(manager(), {
    ...sender,
    name: '"Evil" <x@evil.example>',
    address: 'Awards@BÜCHER.example',
    replyTo: 'office@elsewhere.example',
  });
  expect(await refusalCode(changeSender(manager(), sender))).toBe('general.stale-version');
  const server = await serve();
  for (const { id } of await aLetter()) await sendMail(job(), id);
  const [mail] = server.received;
  expect(mail).toMatchObject({
    fromName: '"Evil" <x@evil.example>',
    from: 'Awards@xn--bcher-kva.example',
    replyTo: 'office@elsewhere.example',
    returnTo: 'plaudit@example.org',
  });
});

const reportOf = (mail: string, to: string, status: string) =>
  Buffer.from(
    readFileSync(new URL('../../../tests/data/mail/returned.eml', import.meta.url), 'utf8')
      .replaceAll('MAIL-ID', mail)
      .replaceAll('RECIPIENT', to)
      .replaceAll('STATUS', status)
      .replaceAll('\n', '\r\n'),
  );

test('a mail that came back for good marks its address: what can be switched off is held with the reason, until somebody clears it', async () => {
  await serve();
  const [first] = (await aLetter()).filter(({ person }) => person === orla);
  const id = first?.id ?? '';
  await sendMail(job(), id);
  const email = await emailOf(season, orla);
  // Approved before it is known, and on its way.
  const held = (await aLetter()).find(({ person }) => person === orla)?.id ?? '';
  const report = await readReport(reportOf(id, email, '5.1.1'));
  expect(report).toMatchObject({ mails: [id], recipients: [{ address: email, action: 'failed', status: '5.1.1' }] });
  const noted = { mail: id, status: '5.1.1', diagnostic: 'nobody here' };
  expect(await noteReturn(job(), noted)).toEqual({ hard: true });
  await noteReturn(job(), noted);
  expect(await stateOf(id)).toEqual({ state: 'bounced', reason: '5.1.1 nobody here' });

  const prepared = await prepareBatch(manager(), { edition: season.edition, ...letter });
  expect(await refusal(approveBatch(manager(), prepared))).toMatchObject({ code: 'messages.batch-changed' });
  await discardBatch(manager(), { batch: prepared.batch });
  await sendMail(job(), held);
  expect(await stateOf(held)).toEqual({ state: 'held', reason: 'address-dead' });
  expect((await listed('state=held')).mails.map(({ id: one, reason }) => [one, reason])).toEqual([
    [held, 'Held: mail to this address came back.'],
  ]);
  const { dead, counts } = await listed();
  expect(dead).toMatchObject([{ address: email, hard: true, returns: 1, held: 1 }]);
  expect(counts.troubled).toBe(2);
  expect(await clearAddress(manager(), { programme: season.programme, address: email })).toEqual({ released: 1 });
  await sendMail(job(), held);
  expect((await stateOf(held)).state).toBe('sent');
  expect(await refusalCode(clearAddress(manager(), { programme: season.programme, address: email }))).toBe('messages.address-fine');
});

test('three soft returns of three mails count as one for good; what is no report notes nothing', async () => {
  await serve();
  const email = await emailOf(season, writer);
  for (const status of ['4.2.2', '5.2.2', '4.4.7']) {
    const mine = (await aLetter()).find(({ person }) => person === writer);
    await sendMail(job(), mine?.id ?? '');
    expect(await noteReturn(job(), { mail: mine?.id ?? '', status, diagnostic: 'full' })).toEqual({ hard: false });
  }
  const { dead } = await listed();
  expect(dead).toMatchObject([{ address: email, hard: false, returns: 3 }]);
  await clearAddress(manager(), { programme: season.programme, address: email });
  const answer = 'From: orla@example.org\r\nTo: plaudit@example.org\r\nSubject: Re: News\r\n\r\nI am away.\r\n';
  for (const nothing of [
    answer,
    '',
    '\0\0\0',
    'Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n',
  ])
    expect(await refusalCode(readReport(Buffer.from(nothing)))).toBe('messages.not-a-report');
});

test('a refused mail is seen in the list with what the server said, is tried again when somebody asks, and only then', async () => {
  await serve(0, { at: 'recipient', reply: '550 5.7.1 not from you' });
  const [mail] = await aLetter({ subject: 'Refused news' });
  const id = mail?.id ?? '';
  await sendMail(job(), id);
  const page = await listed('q=refused+news&state=refused&kind=entries.letter');
  expect(page.mails).toEqual([]);
  expect((await listed('state=refused')).mails).toMatchObject([
    { id, attempts: 1, reason: expect.stringContaining('550 5.7.1 not from you') },
  ]);
  await serve();
  await retryMail(manager(), { mail: id });
  await sendMail(job(), id);
  expect((await stateOf(id)).state).toBe('sent');
  expect((await listed('q=refused+news')).mails.map((one) => one.id)).toEqual([id]);
  expect(await refusal(retryMail(manager(), { mail: id }))).toMatchObject({
    code: 'messages.cannot-be-sent-again',
    facts: { state: 'sent' },
  });
});

test('the list comes in pages that neither lose nor repeat a mail, and the mailbox reads every mail there is', async () => {
  await database.owner.pool.query(
    `insert into plaudit.outbox (organisation_id, id, recipient, mail, data, message_id, state, created_at, programme_id, edition_id)
     select $1, gen_random_uuid(), 'page-' || n || '@example.org', 'entries.receipt', '{}', '<x>', 'sent', now() - interval '1 hour', $2, $3
     from generate_series(1, 120) n`,
    [season.organisation, season.programme, season.edition],
  );
  const found: string[] = [];
  let next: string | undefined = '?q=page-';
  while (next) {
    const page = await listed(next.slice(next.indexOf('?') + 1));
    found.push(...page.mails.map(({ recipient }) => recipient));
    next = page.links.next;
  }
  expect(new Set(found).size).toBe(120);
  expect(found).toHaveLength(120);
  const { mails } = await mailboxForAdministrator(season.as(season.administrator));
  expect(mails).toHaveLength(100);
  expect(mails.filter(({ subject }) => subject.includes('undefined'))).toEqual([]);
});
