/** Twenty-five thousand calls of the API, good and hostile: each is answered as its description says, and none by an error. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { anApi } from '../support/api/api.ts';
import { readDescription } from '../support/api/fuzz/description.ts';
import { fuzz } from '../support/api/fuzz/fuzz.ts';
import { fuzzedWorld } from '../support/api/fuzz/world.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const runs = 600;

test('twenty-five thousand calls of any kind are answered as described', { timeout: 900_000 }, async () => {
  const world = await fuzzedWorld(database);
  const api = await anApi(world.season);
  const document = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../openapi.json'), 'utf8')) as Record<string, unknown>;
  const description = readDescription(document);
  const report = await fuzz({ description, api, actors: world.actors, known: world.known, runs });
  console.log(`seed ${report.seed}: ${report.calls} calls`);
  expect({ seed: report.seed, faults: report.faults, thrown: api.faults.map(String) }).toEqual({
    seed: report.seed,
    faults: [],
    thrown: [],
  });
  const idle = [...report.statuses].filter(([, seen]) => ![...seen.keys()].some((status) => status < 400)).map(([id]) => id);
  // Winners are secret in a season that is being judged; everything else was done at least once.
  expect({ seed: report.seed, idle }).toEqual({ seed: report.seed, idle: ['readWinners'] });
});
