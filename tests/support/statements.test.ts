import { expect, test } from 'vitest';
import { unboundStatements } from './statements.ts';

const tables = ['entries', 'editions'];

test('a statement that forgets the organisation of one of its tables is found', () => {
  const forgetful = [
    'select "title" from "entries" where "id" = $1',
    'update plaudit.entries set title = $1 where id = $2',
    'select 1 from "entries" as "e" inner join "editions" as "d" on "d"."id" = "e"."edition_id" where "e"."organisation_id" = $1',
  ];
  expect(unboundStatements(forgetful, tables)).toEqual(forgetful);
});

test('a statement that names every organisation, or no table of ours, is not', () => {
  const bound = [
    'select "title" from "entries" where "organisation_id" = $1 and "id" = $2',
    'insert into "entries" ("organisation_id", "id") values ($1, $2)',
    'select 1 from "entries" as "e" inner join "editions" as "d" on "d"."organisation_id" = "e"."organisation_id"',
    'select "name" from "directory"."people" where "id" = $1',
    'select "token" from "entries_of_others"',
  ];
  expect(unboundStatements(bound, tables)).toEqual([]);
});
