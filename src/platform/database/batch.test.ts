import { CompiledQuery, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { ids } from '../ids.ts';
import { sendBatch } from './batch.server.ts';
import type { Db } from './db.server.ts';
import { together } from './together.server.ts';
import { transaction } from './transaction.server.ts';

const { app, owner } = await testDatabase();
const claims = { organisation: ids.random() };
await owner.pool.query(`create table public.shelves (id integer primary key, books integer not null check (books < 100));
  insert into public.shelves values (1, 0), (2, 0), (3, 0);
  grant usage on schema public to plaudit_app_rights; grant select, insert, update on public.shelves to plaudit_app_rights`);

const booksOn = async (id: number) =>
  (await owner.pool.query<{ books: number }>('select books from public.shelves where id = $1', [id])).rows[0]?.books;
const add = (db: Db, id: number, books: number) => sql`update public.shelves set books = books + ${books} where id = ${id}`.execute(db);
const one = async (name: string, text: string, ...values: unknown[]) => {
  const client = await app.pool.connect();
  try {
    return await sendBatch(client, [{ name, text, values }]);
  } finally {
    client.release();
  }
};

describe('statements that go together', () => {
  it('are answered in order, with what each of them is', async () => {
    const read = CompiledQuery.raw('select books, null as note, now() as at from public.shelves where id = $1', [2]);
    const write = CompiledQuery.raw('update public.shelves set books = 7 where id = $1', [2]);
    for (let turn = 0; turn < 4; turn += 1) {
      const [before, none, after] = await transaction(app, claims, (db) => together(db, read, write, read));
      expect([before, none, after]).toEqual([
        [{ books: turn === 0 ? 0 : 7, note: null, at: expect.any(Date) }],
        [],
        [{ books: 7, note: null, at: expect.any(Date) }],
      ]);
    }
  });

  it('see, after one that waited for a lock, what was committed while it waited', async () => {
    const lock = CompiledQuery.raw('select from public.shelves where id = 3 for update');
    const read = CompiledQuery.raw('select books from public.shelves where id = $1', [3]);
    const held = Promise.withResolvers<void>();
    const first = transaction(app, claims, async (db) => {
      await add(db, 3, 5);
      held.resolve();
      await sql`select pg_sleep(0.3)`.execute(db);
    });
    await held.promise;
    const [, rows] = await transaction(app, claims, (db) => together(db, lock, read));
    await first;
    expect(rows).toEqual([{ books: 5 }]);
  });

  it('are refused outside a transaction', async () => {
    await expect(together(app.db, CompiledQuery.raw('select 1'))).rejects.toThrow('in a transaction only');
  });

  it('can be sent again after one before them failed and they were skipped with their preparation', async () => {
    const client = await app.pool.connect();
    const [failing, skipped] = [
      { name: 'fails', text: 'select 1 / $1::integer as n', values: [0] },
      { name: 'skipped', text: 'select $1::integer as n', values: [4] },
    ];
    try {
      await expect(sendBatch(client, [failing, skipped])).rejects.toThrow('division by zero');
      const [again, other] = await sendBatch(client, [skipped, { ...failing, values: [1] }]);
      expect([again?.rows, other?.rows]).toEqual([[{ n: 4 }], [{ n: 1 }]]);
    } finally {
      client.release();
    }
  });

  it('are not sent at all when a value of one cannot be written down, and hold nothing up', async () => {
    const round: { itself?: unknown } = {};
    round.itself = round;
    await expect(one('round', 'select $1::text as n', round)).rejects.toThrow('circular');
    expect((await one('round', 'select $1::text as n', 'a'))[0]?.rows).toEqual([{ n: 'a' }]);
  });
});

describe('a transaction with a first read and a last write', () => {
  const first = { text: 'select books from public.shelves where id = $1', values: [1] };
  const setTo = (books: number) => ({ text: 'update public.shelves set books = $1 where id = 1', values: [books] });

  it('gives what was read to the work, and commits the write with it', async () => {
    const work = async (db: Db, _now: Date, { rows }: { rows: readonly unknown[] }) => {
      await add(db, 2, 1);
      return rows;
    };
    const before = (await booksOn(2)) ?? 0;
    expect(await transaction(app, claims, work, { first, last: () => setTo(9) })).toEqual([{ books: 0 }]);
    expect([await booksOn(1), await booksOn(2)]).toEqual([9, before + 1]);
  });

  it('keeps nothing of the work when the write is refused, and its connection serves on', async () => {
    const before = await booksOn(2);
    const refused = transaction(app, claims, (db) => add(db, 2, 1), { last: () => setTo(100) });
    await expect(refused).rejects.toThrow('violates check constraint');
    expect([await booksOn(1), await booksOn(2)]).toEqual([9, before]);
    await Promise.all(Array.from({ length: 8 }, () => transaction(app, claims, (db) => add(db, 2, 1))));
    expect(await booksOn(2)).toBe((before ?? 0) + 8);
  });

  it('is tried again as a whole when the write could not be serialised', async () => {
    let tries = 0;
    const last = () => {
      tries += 1;
      const code = tries < 3 ? '40001' : undefined;
      return code === undefined ? setTo(3) : { text: `do $$ begin raise exception 'late' using errcode = '${code}'; end $$`, values: [] };
    };
    const before = (await booksOn(2)) ?? 0;
    await transaction(app, claims, (db) => add(db, 2, 1), { last });
    expect([tries, await booksOn(1), await booksOn(2)]).toEqual([3, 3, before + 1]);
  });

  it('is busy, not unknown, when the write ran out of time: it was surely not committed', async () => {
    const before = await booksOn(2);
    const last = () => ({ text: `do $$ begin raise exception 'too slow' using errcode = '57014'; end $$`, values: [] });
    await expect(transaction(app, claims, (db) => add(db, 2, 1), { last })).rejects.toMatchObject({ code: 'general.busy' });
    expect(await booksOn(2)).toBe(before);
  });

  it('has an unknown outcome when the connection goes while write and commit are under way', async () => {
    const last = () => ({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] });
    await expect(transaction(app, claims, (db) => add(db, 2, 1), { last })).rejects.toMatchObject({ code: 'general.unknown-outcome' });
  });
});
