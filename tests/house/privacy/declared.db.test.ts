/** Nothing that could hold something of a person is kept without a word about it. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import '#main/slices.ts';
import { allTimers } from '#platform/privacy/holders.ts';
import { columnsOf, declarations, undeclared } from './columns.ts';

const client = new Client({ connectionString: inject('template').shippedUrl });
beforeAll(() => client.connect());
afterAll(() => client.end());

async function everyColumn(): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
      union select n.nspname || '.' || c.relname || '.' || a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where n.nspname = 'graphile_worker'`,
  );
  return new Set(rows.map(({ name }) => name));
}

test('every column that could hold something of a person is declared, with what an export gives and what erasing does', async () => {
  expect(undeclared(await columnsOf(client), await everyColumn())).toEqual([]);
});

test('a table nobody speaks of, and a pointer to a person that says nothing of a merge, are found', async () => {
  await client.query('begin');
  try {
    await client.query(`create table plaudit.planted (organisation_id uuid, note text, papers jsonb, scan bytea, tags text[], size integer,
      person_id uuid references directory.people (id))`);
    const columns = ['note', 'papers', 'scan', 'tags', 'person_id'].map((column) => `plaudit.planted.${column} is declared by nobody`);
    expect(undeclared(await columnsOf(client), await everyColumn())).toEqual(columns);
    await client.query('alter table plaudit.terms add foreign key (organisation_id) references directory.people (id)');
    const pointers = (await columnsOf(client)).filter(({ table, person }) => table === 'plaudit.terms' && person);
    expect(pointers.map(({ column }) => column)).toEqual(['organisation_id']);
    const asPointer = [{ table: 'plaudit.terms', column: 'body', person: true }];
    expect(undeclared(asPointer, await everyColumn())).toEqual([
      'plaudit.terms.body points to a person and does not say what a merge does',
    ]);
  } finally {
    await client.query('rollback');
  }
});

test('every timer that is named in a declaration runs, and every timer that runs is named', () => {
  const named = [...declarations().values()].flatMap((said) => (said.personal ? (said.until?.split(', ') ?? []) : []));
  const timers = allTimers().map(({ name }) => name);
  expect([...new Set(named.filter((name) => /^[a-z]+\.[a-z-]+$/.test(name)))].sort()).toEqual(timers.sort());
});
