import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createDatabase, testDatabase } from './database.ts';

const database = await testDatabase();

const clockOf = async () => (await sql<{ now: Date }>`select plaudit_now() as now`.execute(database.app.db)).rows[0]?.now;

test('a copy of the template has the search path, and the app role neither owns it nor bypasses its policies', async () => {
  const { rows } = await database.app.pool.query(
    `select current_setting('search_path') as path, rolsuper, rolbypassrls, pg_get_userbyid(datdba) = current_user as owns
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  );
  expect(rows).toEqual([{ path: 'plaudit, directory', rolsuper: false, rolbypassrls: false, owns: false }]);
});

test('the clock stands at a set instant and runs again when it is let go', async () => {
  const instant = new Date('2026-03-01T12:00:00Z');
  await database.setClock(instant);
  expect(await clockOf()).toEqual(instant);
  await database.setClock(undefined);
  expect(await clockOf()).toBeInstanceOf(Date);
  expect(await clockOf()).not.toEqual(instant);
});

test('two copies of the template share nothing, and every statement of the app role is seen', async () => {
  const other = await createDatabase();
  try {
    await other.setClock(new Date('2020-01-01T00:00:00Z'));
    database.statements.length = 0;
    expect((await clockOf())?.getTime()).toBeGreaterThan(new Date('2025-01-01').getTime());
    expect(database.statements).toEqual(['select plaudit_now() as now']);
  } finally {
    await other.drop();
  }
});
