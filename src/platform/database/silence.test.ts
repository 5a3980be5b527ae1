import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { proxyBefore } from '#tests/support/faults/proxy.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { openDatabase, transaction } from './transaction.server.ts';

const database = await testDatabase();
const proxy = await proxyBefore(database.urls.app, 5432);
const patience = 250;
const app = openDatabase(proxy.before(database.urls.app), { max: 3, name: 'silent', silence: patience });
afterAll(async () => {
  await app.close();
  await proxy.stop();
});

const claims = { organisation: '00000000-0000-4000-8000-000000000000' };
const work = () => transaction(app, claims, (db) => sql`select 1`.execute(db));
/** As many connections as the pool may have, all of them used and given back. */
const fill = () => Promise.all([work(), work(), work()]);

test('a database that has gone without a word is away to whoever asks, and the pool recovers from it whole', async () => {
  await fill();
  await proxy.set({ kind: 'half-open' });
  const waiting = [refusalCode(work()), app.pool.query('select 1').then(String, () => 'failed')];
  expect(await Promise.all(waiting)).toEqual(['general.busy', 'failed']);
  // The third lay idle; it went with the others, so nobody has to find out about it.
  expect(app.pool.idleCount).toBe(0);
  await proxy.set({ kind: 'pass' });
  await fill();
  expect(app.pool.totalCount).toBe(3);
});

test('a connection that nobody asks anything is not silent, and a slow answer is an answer', async () => {
  const { rows: before } = await app.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  await new Promise((next) => setTimeout(next, 2 * patience));
  await proxy.set({ kind: 'slow', bytes: 20, every: 5 });
  const { rows: after } = await app.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  await proxy.set({ kind: 'pass' });
  expect(after).toEqual(before);
});

test('a line that is refused, reset or cut is a database that is away, and the next request finds it again', async () => {
  for (const mood of [{ kind: 'refuse' }, { kind: 'reset' }] as const) {
    await proxy.set(mood);
    // Those at hand still work under `refuse`; a fourth connection is none.
    const one = openDatabase(proxy.before(database.urls.app), { max: 1, name: 'new' });
    expect(await refusalCode(transaction(one, claims, (db) => sql`select 1`.execute(db)))).toBe('general.busy');
    await proxy.set({ kind: 'pass' });
    await transaction(one, claims, (db) => sql`select 1`.execute(db));
    await one.close();
  }
  await proxy.set({ kind: 'cut-after', bytes: 1, way: 'down' });
  expect(await refusalCode(work())).toBe('general.busy');
  await proxy.set({ kind: 'pass' });
  await work();
});
