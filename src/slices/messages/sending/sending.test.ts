import { afterAll, afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { type Jobs, startJobs } from '#platform/queue/jobs.server.ts';
import { enqueue, task } from '#platform/queue/tasks.server.ts';
import { newToken } from '#platform/tokens.server.ts';
import { foundOrganisation, requestLink } from '#slices/people/index.ts';
import { eventually } from '#tests/support/child.ts';
import { asSystem, asVisitor } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type MailServer, startMailServer, startTarpit } from '#tests/support/mail-server.ts';
import { configureMail } from '../index.ts';

const { app, jobs, owner } = await testDatabase();
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const organisation = ids.random<OrganisationId>();
await foundOrganisation(asSystem(app, organisation), { slug: 'hall', name: 'The Hall' });

const done = new Set<string>();
task('test.other-work', z.object({ work: z.string() }), (_ctx, { work }) => {
  done.add(work);
  return Promise.resolve();
});

let running: Jobs | undefined;
const servers: MailServer[] = [];
afterEach(async () => {
  await running?.stop();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(() => configureMail({ smtpUrl: undefined, mailFrom: 'a@example.org', url: 'http://localhost' }));

/** A jobs process that sends through this port. */
async function startSending(port: number): Promise<void> {
  configureMail({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Plaudit <plaudit@example.org>', url: 'http://localhost' });
  running = await startJobs({ database: jobs, log, concurrency: 4 });
}

async function serve(port: number, manner?: Parameters<typeof startMailServer>[1]): Promise<MailServer> {
  const server = await startMailServer(port, manner);
  servers.push(server);
  return server;
}

const ask = (email: string) => requestLink(asVisitor(app, organisation), { email, to: '/home', token: newToken() });

async function otherWorkIsDone(work: string): Promise<void> {
  await enqueue(asSystem(app, organisation), 'test.other-work', { work });
  await eventually('other work is done', () => done.has(work));
}

type Row = { message_id: string; state: string; attempts: number; last_error: string | null };
async function outboxOf(email: string): Promise<Row> {
  const { rows } = await owner.pool.query<Row>('select message_id, state, attempts, last_error from plaudit.outbox where recipient = $1', [
    email,
  ]);
  const [row] = rows;
  if (row === undefined || rows.length !== 1) throw new Error(`${rows.length} mails to ${email}`);
  return row;
}

async function sentEvents(email: string): Promise<number> {
  const { rows } = await owner.pool.query<{ count: number }>(
    `select count(*)::int as count from plaudit.audit_events e join plaudit.audit_bodies b on b.event_id = e.id
     where e.kind = 'messages.mail-sent' and b.body::json ->> 'recipient' = $1`,
    [email],
  );
  return rows[0]?.count ?? 0;
}

it('a mail server that is down holds up no answer and no other work; the mail leaves when it is back, as the mail it was', async () => {
  const once = await serve(0);
  await once.stop();
  await startSending(once.port);
  await ask('down@example.org');
  await eventually('the mail was refused', async () => (await outboxOf('down@example.org')).last_error !== null);
  await otherWorkIsDone('while it is down');
  const waiting = await outboxOf('down@example.org');
  expect(waiting.state).toBe('queued');
  expect(waiting.last_error).toContain('ECONNREFUSED');

  const back = await serve(once.port);
  await eventually('the mail has left', async () => (await outboxOf('down@example.org')).state === 'sent');
  expect(back.received.map(({ to, messageId }) => [to, messageId])).toEqual([['down@example.org', waiting.message_id]]);
});

it('a mail whose server broke off after taking it is sent again under the same Message-ID, and told once', async () => {
  const server = await serve(0, 'breaks-off-once');
  await startSending(server.port);
  await ask('twice@example.org');
  await eventually('the mail has left', async () => (await outboxOf('twice@example.org')).state === 'sent');
  const { message_id: id } = await outboxOf('twice@example.org');
  expect(server.received.map(({ messageId }) => messageId)).toEqual([id, id]);
  expect(await sentEvents('twice@example.org')).toBe(1);
});

it('mails to a server that never answers leave workers for other work', async () => {
  const tarpit = await startTarpit();
  try {
    await startSending(tarpit.port);
    await Promise.all(Array.from({ length: 8 }, (_, i) => ask(`silent-${i}@example.org`)));
    await eventually('mails are being sent', () => tarpit.held() > 0);
    const began = performance.now();
    await otherWorkIsDone('beside the silent server');
    expect(performance.now() - began).toBeLessThan(5_000);
  } finally {
    tarpit.stop();
  }
});
