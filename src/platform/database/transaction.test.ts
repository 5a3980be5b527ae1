import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { ids } from '../ids.ts';
import { transaction } from './transaction.server.ts';

const { app, owner } = await testDatabase();
const claims = { organisation: ids.random() };
await owner.pool.query(
  'create table public.counters (id integer primary key, n integer not null); insert into public.counters values (1, 0), (2, 0)',
);
await owner.pool.query('grant usage on schema public to plaudit_app_rights; grant select, update on public.counters to plaudit_app_rights');

async function counterAt(id: number): Promise<number | undefined> {
  const { rows } = await owner.pool.query<{ n: number }>('select n from public.counters where id = $1', [id]);
  return rows[0]?.n;
}

describe('a transaction', () => {
  it('is tried again when the server names a deadlock, until both have been carried out', async () => {
    const add = (first: number, second: number) =>
      transaction(app, claims, async (db) => {
        await sql`update public.counters set n = n + 1 where id = ${first}`.execute(db);
        await sql`select pg_sleep(0.2)`.execute(db);
        await sql`update public.counters set n = n + 1 where id = ${second}`.execute(db);
      });
    await Promise.all([add(1, 2), add(2, 1)]);
    expect([await counterAt(1), await counterAt(2)]).toEqual([2, 2]);
  });

  it('is tried again when it could not be serialised, and gives up on any other error', async () => {
    const before = (await counterAt(1)) ?? 0;
    let tries = 0;
    const fail = (code: string, times: number) =>
      transaction(app, claims, async (db) => {
        tries += 1;
        await sql`update public.counters set n = n + 1 where id = 1`.execute(db);
        if (tries <= times) await sql.raw(`do $$ begin raise exception 'made to fail' using errcode = '${code}'; end $$`).execute(db);
      });
    await fail('40001', 3);
    expect([tries, await counterAt(1)]).toEqual([4, before + 1]);
    tries = 0;
    await expect(fail('23514', 3)).rejects.toThrow('made to fail');
    expect([tries, await counterAt(1)]).toEqual([1, before + 1]);
  });

  it('whose commit the standby did not confirm is reported as unknown, though it may have been made', async () => {
    // A deferred trigger speaks while the commit is under way, as the server does when the wait for the standby is cancelled.
    await owner.pool.query(`create table public.unconfirmed (id integer);
      grant insert on public.unconfirmed to plaudit_app_rights;
      create function public.warn() returns trigger language plpgsql as $$ begin
        raise warning 'canceling wait for synchronous replication due to user request'; return null; end $$;
      create constraint trigger at_commit after insert on public.unconfirmed deferrable initially deferred for each row execute function public.warn()`);
    const unknown = transaction(app, claims, (db) => sql`insert into public.unconfirmed values (1)`.execute(db));
    await expect(unknown).rejects.toMatchObject({ code: 'general.unknown-outcome' });
    const confirmed = transaction(app, claims, (db) => sql`update public.counters set n = n where id = 1`.execute(db));
    await expect(confirmed).resolves.toBeDefined();
  });

  it('whose connection is cut before the commit has done nothing and says so', async () => {
    const before = await counterAt(2);
    const cut = transaction(app, claims, async (db) => {
      await sql`update public.counters set n = n + 1 where id = 2`.execute(db);
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    });
    await expect(cut).rejects.toMatchObject({ code: 'general.busy' });
    expect(await counterAt(2)).toBe(before);
  });

  it('sees only what its claims allow: one organisation, one person, the scopes it opened', async () => {
    const person = ids.random();
    const seen = await transaction(app, { ...claims, person, scopes: ['ballots'] }, async (db) => {
      const { rows } = await sql<{ o: string; p: string; ballots: boolean; decisions: boolean }>`select
        plaudit.current_organisation() as o, plaudit.current_person() as p,
        plaudit.scope_open('ballots') as ballots, plaudit.scope_open('decisions') as decisions`.execute(db);
      return rows[0];
    });
    expect(seen).toEqual({ o: claims.organisation, p: person, ballots: true, decisions: false });
    const after = await sql<{ o: string | null }>`select plaudit.current_organisation() as o`.execute(app.db);
    expect(after.rows[0]?.o).toBeNull();
  });

  it('goes on after a migration has changed what its prepared statements answer', async () => {
    const read = () => transaction(app, claims, (db) => sql<{ id: number }>`select * from public.counters where id = ${1}`.execute(db));
    for (let turn = 0; turn < 5; turn += 1) await read();
    await owner.pool.query('alter table public.counters add column note text');
    expect((await read()).rows).toEqual([{ id: 1, n: (await counterAt(1)) ?? 0, note: null }]);
    const look = () => sql<{ id: number }>`select * from public.counters where id = ${2}`.execute(app.db);
    for (let turn = 0; turn < 30; turn += 1) await Promise.all([look(), look()]);
    await owner.pool.query('alter table public.counters add column remark text');
    expect((await look()).rows).toEqual([{ id: 2, n: (await counterAt(2)) ?? 0, note: null, remark: null }]);
  });
});
