/**
 * Every operation done once, by the first who may: that each statement it sends is understood by this server. The matrix asks much more, of
 * the server the product brings with it; of the oldest one that is promised, this is asked with every change.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configureFiles } from '#platform/files.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { foundedWorld } from '#tests/support/season.ts';
import { actors, standings } from './actors.ts';
import { doneBy } from './observe.ts';
import { parseMatrix } from './permissions.ts';
import { aStage } from './stage.ts';
import { trials } from './trials.ts';

configureFiles(temporaryFolder('operations'));
const database = await testDatabase();
const matrix = parseMatrix(readFileSync(new URL('../../../docs/generated/permissions.md', import.meta.url), 'utf8'));

test('every operation is done by the first who may do it', { timeout: 120_000 }, async () => {
  const stage = await aStage(await foundedWorld(database));
  const answers: string[] = [];
  for (const trial of trials) {
    const row = matrix.get(trial.operation);
    const first = actors.find((actor) => standings[actor].some((relation) => row?.get(relation))) ?? 'system';
    answers.push(`${trial.operation}: ${await doneBy(stage, trial, first)}`);
  }
  expect(answers.length).toBeGreaterThan(150);
  expect(answers.filter((answer) => !answer.endsWith(': done'))).toEqual([]);
});
