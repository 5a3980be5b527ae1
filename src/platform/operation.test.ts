import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { canonicalJson } from '#core/record/canonical.ts';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { addPerson, foundOrganisation } from '#slices/people/index.ts';
import { asPerson, asSystem, asVisitor } from '../../tests/support/contexts.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { declareMail } from './mails.ts';
import { operation } from './operation.server.ts';
import { mail } from './outbox.server.ts';
import { enqueue, task } from './queue/tasks.server.ts';
import { tell } from './tell.server.ts';

const { app, owner } = await testDatabase();
const organisation = ids.random<OrganisationId>();
await foundOrganisation(asSystem(app, organisation), { slug: 'hall', name: 'The Hall' });
const { person } = await addPerson(asSystem(app, organisation), { email: 'a@example.org', name: 'A' });

task('test.nothing', z.object({}), () => Promise.resolve());
declareMail('test.mail', () => ({ subject: 'Test', text: 'Test' }));

/** An operation that does everything an operation may do, and can be made to fail at its end. */
const rename = operation('test.rename', {
  input: z.object({ name: z.string().min(1).max(20), fail: z.boolean().default(false), slow: z.number().default(0) }),
  who: ['person'],
  find: async (ctx) =>
    ctx.db.selectFrom('directory.people').select(['id', 'version']).where('id', '=', person).forUpdate().executeTakeFirst(),
  run: async (ctx, input, found) => {
    await ctx.db
      .updateTable('directory.people')
      .set({ name: input.name, version: found.version + 1 })
      .where('id', '=', found.id)
      .execute();
    await tell(ctx, {
      kind: 'test.renamed',
      programme: null,
      subject: { kind: 'organisation', id: organisation },
      body: { name: input.name },
    });
    await mail(ctx, { mail: 'test.mail', to: 'a@example.org', data: {} });
    await enqueue(ctx, 'test.nothing', {});
    if (input.slow > 0) await sleep(input.slow);
    if (input.fail) throw problem('general.stale-version');
    return { version: found.version + 1 };
  },
});

async function counts() {
  const { rows } = await owner.pool.query<{ version: number; events: number; mails: number; jobs: number; keys: number }>(
    `
    select (select version from directory.people where id = $1) as version,
      (select count(*)::int from plaudit.audit_events where kind = 'test.renamed') as events,
      (select count(*)::int from plaudit.outbox where mail = 'test.mail') as mails,
      (select count(*)::int from graphile_worker.jobs where task_identifier = 'test.nothing') as jobs,
      (select count(*)::int from plaudit.idempotency_keys where operation = 'test.rename') as keys`,
    [person],
  );
  return rows[0];
}

describe('an operation', () => {
  it('writes state, event, mail, job and the used key in one transaction, or none of them', async () => {
    const before = await counts();
    await rename(asPerson(app, organisation, person, { key: 'first-key' }), { name: 'B' });
    const after = await counts();
    expect(after).toEqual({ version: 2, events: 1, mails: 1, jobs: 1, keys: 1 });
    await expect(rename(asPerson(app, organisation, person, { key: 'failing-key' }), { name: 'C', fail: true })).rejects.toMatchObject({
      code: 'general.stale-version',
    });
    expect(await counts()).toEqual(after);
    expect(before?.events).toBe(0);
  });

  it('keeps nothing of a request with a secret that guesses could be tried against', async () => {
    const ctx = asSystem(app, organisation);
    const input = { email: 'guessed@example.org', name: 'G', password: 'correct horse battery' };
    const call = () => addPerson({ ...ctx, key: 'secret-key' }, input);
    expect(await call()).toEqual(await call());
    const { rows } = await owner.pool.query<{ request: unknown; request_hash: Buffer }>(
      "select request, request_hash from plaudit.idempotency_keys where key = 'secret-key'",
    );
    const open = hash('sha256', `people.add-person\0${canonicalJson({ administrator: false, ...input })}`, 'buffer');
    expect(rows.map(({ request, request_hash }) => [request, request_hash.equals(open)])).toEqual([[null, false]]);
    await expect(addPerson({ ...ctx, key: 'secret-key' }, { ...input, password: 'another sentence' })).rejects.toMatchObject({
      code: 'general.key-reused',
    });
  });

  it('answers a retry under the same key from what was kept, and acts once', async () => {
    const before = await counts();
    const ctx = asPerson(app, organisation, person, { key: 'retried-key' });
    const first = await rename(ctx, { name: 'D' });
    const second = await rename(ctx, { name: 'D' });
    expect(second).toEqual(first);
    expect((await counts())?.events).toBe((before?.events ?? 0) + 1);
  });

  it('counts from the arrival: not later for what waited in the process, and never earlier', async () => {
    const instantOf = async (call: () => Promise<unknown>) => {
      await call();
      const { rows } = await owner.pool.query<{ at: Date }>(
        "select at from plaudit.audit_events where kind = 'test.renamed' order by id desc limit 1",
      );
      return rows[0]?.at.getTime() ?? 0;
    };
    const clock = async () => (await owner.pool.query<{ now: Date }>('select plaudit.plaudit_now() as now')).rows[0]?.now.getTime() ?? 0;
    const standStill = (milliseconds: number) => {
      for (const until = performance.now() + milliseconds; performance.now() < until; );
    };

    const looked = performance.now();
    const before = await clock();
    let reached = 0;
    const waited = await instantOf(() => {
      const ctx = asPerson(app, organisation, person);
      reached = before + ctx.arrived - looked;
      standStill(1_000);
      return rename(ctx, { name: 'E' });
    });
    expect(waited).toBeLessThan(reached + 1_000);

    const start = await clock();
    const stood = await instantOf(() => {
      const call = rename(asPerson(app, organisation, person), { name: 'F' });
      // The question is on its way, its answer waits until the process moves again.
      setImmediate(() => standStill(300));
      return call;
    });
    // Instants are whole milliseconds, cut off.
    expect(stood).toBeGreaterThanOrEqual(start - 1);
  });

  it('acts once when twins of one request arrive together', async () => {
    const before = await counts();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => rename(asPerson(app, organisation, person, { key: 'twin-key' }), { name: 'E', slow: 30 })),
    );
    expect(new Set(answers.map((answer) => answer.version)).size).toBe(1);
    expect((await counts())?.events).toBe((before?.events ?? 0) + 1);
  });

  it('acts as often as it is called without a key: the control of the test above', async () => {
    const before = await counts();
    await Promise.all(Array.from({ length: 3 }, () => rename(asPerson(app, organisation, person), { name: 'F' })));
    expect((await counts())?.events).toBe((before?.events ?? 0) + 3);
  });

  it('refuses the same key with another request and leaves what was saved', async () => {
    await rename(asPerson(app, organisation, person, { key: 'other-words' }), { name: 'G' });
    const before = await counts();
    await expect(rename(asPerson(app, organisation, person, { key: 'other-words' }), { name: 'H' })).rejects.toMatchObject({
      code: 'general.key-reused',
    });
    expect(await counts()).toEqual(before);
  });

  it('keeps a key free when it was refused, so that the mended form may use it', async () => {
    const ctx = asPerson(app, organisation, person, { key: 'mended-key' });
    await expect(rename(ctx, { name: 'I', fail: true })).rejects.toMatchObject({ code: 'general.stale-version' });
    expect(await rename(ctx, { name: 'I' })).toEqual({ version: (await counts())?.version });
  });

  it('names every field that is wrong', async () => {
    const wrong = rename(asPerson(app, organisation, person), { name: 'a name that is longer than twenty' });
    await expect(wrong).rejects.toMatchObject({
      code: 'general.invalid-input',
      fields: [{ path: 'name', code: 'field.too-long', facts: { maximum: 20 } }],
    });
  });

  it('keeps text as it can be stored: without NUL, halves of characters and carriage returns', async () => {
    await rename(asPerson(app, organisation, person), { name: 'K\0\ud800\r\n' });
    const row = await owner.db.selectFrom('directory.people').select('name').where('id', '=', person).executeTakeFirstOrThrow();
    expect(row.name).toBe('K\ufffd\n');
    await rename(asPerson(app, organisation, person), { name: 'I' });
  });

  it('asks a visitor to sign in and writes nothing', async () => {
    const before = await counts();
    await expect(rename(asVisitor(app, organisation), { name: 'J' })).rejects.toMatchObject({ code: 'general.sign-in-needed' });
    await expect(rename(asSystem(app, organisation), { name: 'J' })).rejects.toMatchObject({ code: 'general.not-found' });
    expect(await counts()).toEqual(before);
  });

  it('that tells nothing is a bug and is rolled back', async () => {
    const silent = operation('test.silent', {
      input: z.object({}),
      who: ['person'],
      find: () => Promise.resolve(true),
      run: async (ctx) => {
        await ctx.db.updateTable('directory.people').set({ name: 'Z' }).where('id', '=', person).execute();
        return null;
      },
    });
    await expect(silent(asPerson(app, organisation, person), {})).rejects.toThrow('told 0 events');
    const row = await owner.db.selectFrom('directory.people').select('name').where('id', '=', person).executeTakeFirstOrThrow();
    expect(row.name).toBe('I');
  });
});
