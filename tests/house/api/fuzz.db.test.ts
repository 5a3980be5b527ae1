import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { scopes } from '#core/access/scopes.ts';
import { problem } from '#core/problems/problem.ts';
import { describeApi } from '#http/api/document.ts';
import { endpoint } from '#http/api/endpoint.ts';
import { testDatabase } from '#tests/support/database.ts';
import { dates } from '#tests/support/season.ts';
import { wordsFor } from '#words/index.ts';
import { aKey, anApi } from '../../support/api/api.ts';
import { readDescription } from '../../support/api/fuzz/description.ts';
import { type FuzzActor, fuzz } from '../../support/api/fuzz/fuzz.ts';
import { fuzzedWorld } from '../../support/api/fuzz/world.ts';

const database = await testDatabase();
const world = await fuzzedWorld(database);
const document = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../openapi.json'), 'utf8')) as Record<string, unknown>;

test('whatever is sent to the API, it answers as it is described, and acts for nobody who may not', async () => {
  const api = await anApi(world.season);
  const { description, actors, known } = { description: readDescription(document), ...world };
  const report = await fuzz({ description, api, actors, known, runs: 6, seed: 20_260_301 });
  expect({ faults: report.faults, thrown: api.faults.map(String) }).toEqual({ faults: [], thrown: [] });
  // Power: many operations did something, and were not only refused at the door; by night every one does.
  const reached = [...report.statuses].filter(([, seen]) => [...seen.keys()].some((status) => status < 300));
  expect(reached.length).toBeGreaterThan(description.operations.length / 4);
});

test('a route that breaks and one that answers what is not described are both found', async () => {
  const planted = [
    endpoint({
      method: 'GET',
      path: '/broken/{name}',
      id: 'broken',
      subject: 'public',
      summary: 'Breaks for a name of one letter',
      scope: 'public',
      params: z.object({ name: z.string().max(40) }),
      answer: z.object({ ok: z.boolean() }),
      run: ({ now }, { params }) => {
        if (params.name.length < 3) throw new Error('a fault nobody meant');
        return Promise.resolve({ body: { ok: now !== undefined } });
      },
    }),
    endpoint({
      method: 'GET',
      path: '/undescribed',
      id: 'undescribed',
      subject: 'public',
      summary: 'Refuses with a code it does not name',
      scope: 'public',
      answer: z.object({ ok: z.boolean() }),
      run: () => Promise.reject(problem('people.link-used-or-expired')),
    }),
  ];
  const api = await anApi(world.season, { endpoints: planted });
  const description = readDescription(describeApi(planted, wordsFor('en'), '0'));
  const actors: FuzzActor[] = [{ name: 'nobody', key: undefined, scopes: [] }];
  const { faults } = await fuzz({ description, api, actors, known: {}, runs: 60, seed: 7 });
  expect(faults.map((fault) => fault.replace(/ — .*|: .*/s, '')).sort()).toEqual([
    'broken answers 500',
    'undescribed answers 410, which is not described',
  ]);
  expect(api.faults.map(String)).toContain('Error: a fault nobody meant');
});

test('a key acts for nobody else: one without the scope is refused at the door', async () => {
  const api = await anApi(world.season);
  const reading = scopes.filter((scope) => scope.startsWith('read:'));
  const { secret } = await aKey(world.season, world.season.manager, { scopes: reading, provedAt: dates.whileOpen });
  const answer = await api.ask('/companies', { method: 'POST', key: secret, body: { name: 'Wick Lower Mutual' } });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'api.scope-missing']);
});
