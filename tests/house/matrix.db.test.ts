/**
 * Every operation, tried by everybody. What happens is what the reviewed matrix in `docs/generated/permissions.md` says, and where it
 * says nothing, nothing is written and nothing is told, not even whether there is such a thing.
 */
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Relation } from '#core/access/relations.ts';
import '#main/slices.ts';
import { configureFiles } from '#platform/files.server.ts';
import { allOperations } from '#platform/operation.server.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folders.ts';
import { onDatabase } from '../support/postgres/template.ts';
import { foundedWorld } from '../support/season.ts';
import { type Actor, standings } from './matrix/actors.ts';
import { changedTables, fingerprints } from './matrix/fingerprint.ts';
import { type Tried, tryEverybody } from './matrix/observe.ts';
import { differences, flipped, type Observed, parseMatrix } from './matrix/permissions.ts';
import { aStage } from './matrix/stage.ts';
import { trials } from './matrix/trials.ts';

configureFiles(temporaryFolder('matrix'));
const database = await testDatabase();
const matrix = parseMatrix(readFileSync(new URL('../../docs/generated/permissions.md', import.meta.url), 'utf8'));
const tried = new Map<string, Tried>();
const personal: ReadonlySet<Relation> = new Set(['visitor', 'person', 'owner', 'writer', 'judge']);

const observer = new Client({ connectionString: onDatabase(inject('template').superUrl, database.name) });
afterAll(() => observer.end());

beforeAll(async () => {
  await observer.connect();
  const stage = await aStage(await foundedWorld(database));
  const look = await fingerprints(observer);
  for (const trial of trials) {
    const row = matrix.get(trial.operation);
    const may = (actor: Actor) => standings[actor].some((relation) => row?.get(relation) === true);
    // Both by a role of theirs: what is personal is nobody else's.
    const byRole = (actor: Actor) => standings[actor].some((relation) => !personal.has(relation) && row?.get(relation) === true);
    const inPlaceOf = (actor: Actor) => byRole('administrator') && byRole(actor);
    tried.set(trial.operation, await tryEverybody(stage, trial, { may, mayInPlaceOf: inPlaceOf }, look));
  }
}, 240_000);

const observed = (): Observed => new Map([...tried].map(([operation, { outcomes }]) => [operation, outcomes]));

test('every operation of every door is tried, and nothing else', () => {
  expect(trials.map(({ operation }) => operation).sort()).toEqual([...allOperations().keys()].sort());
});

test('the matrix says of everybody and every operation what happens, and a refusal writes nothing', () => {
  expect(differences(matrix, observed())).toEqual([]);
});

test('whoever may do something does it: no input of these was wrong', () => {
  const failed = [...observed()].flatMap(([operation, outcomes]) =>
    [...outcomes]
      .filter(([actor]) => standings[actor].some((relation) => matrix.get(operation)?.get(relation)))
      .filter(([, { answer }]) => answer !== 'done')
      .map(([actor, { answer }]) => `${operation}: ${actor} was answered ${answer}`),
  );
  expect(failed).toEqual([]);
});

test('an administrator who stands in for somebody may nothing that not both may by a role, and what is refused writes nothing', () => {
  const answers = [...tried].flatMap(([operation, { standIns }]) =>
    [...standIns].map(([person, code]) => `${operation} for ${person}: ${code}`),
  );
  expect(answers.length).toBeGreaterThan(tried.size);
  expect(answers.filter((answer) => !answer.endsWith(': general.not-standing-in'))).toEqual([]);
});

test('a refusal does not tell whether there is such a thing', () => {
  expect([...tried.values()].flatMap(({ telling }) => telling)).toEqual([]);
});

test('flipping any one cell of the matrix is found', () => {
  const seen = observed();
  const cells = [...matrix].flatMap(([operation, row]) => [...row.keys()].map((relation): [string, Relation] => [operation, relation]));
  expect(cells.length).toBe(matrix.size * new Set(Object.values(standings).flat()).size);
  // What differs is said operation by operation, so that the row of the cell is enough.
  const only = <T>(all: ReadonlyMap<string, T>, name: string) => new Map([...all].filter(([operation]) => operation === name));
  const unnoticed = cells.filter(
    ([operation, relation]) => differences(flipped(only(matrix, operation), operation, relation), only(seen, operation)).length === 0,
  );
  expect(unnoticed).toEqual([]);
});

test('an operation that wrote, or was never tried, is found', () => {
  const seen = new Map(observed());
  const [name = ''] = seen.keys();
  const outcomes = new Map(seen.get(name)).set('visitor', { answer: 'general.sign-in-needed', wrote: ['plaudit.entries'] });
  expect(differences(matrix, new Map(seen).set(name, outcomes))).toContain(`${name}: visitor may not, and plaudit.entries changed`);
  seen.delete(name);
  expect(differences(matrix, seen)).toEqual([`${name} was not tried`]);
});

test('a change of one value in one table is seen in its fingerprint', async () => {
  const look = await fingerprints(observer);
  const before = await look();
  await observer.query('begin');
  await observer.query(`update plaudit.programmes set summary = summary || '.' where id = (select id from plaudit.programmes limit 1)`);
  const after = await look();
  await observer.query('rollback');
  expect(changedTables(before, after)).toEqual(['plaudit.programmes']);
});
