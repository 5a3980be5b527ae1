/** The rounds of the jobs process, each as that process runs it: in its role, on rows that are there. */
import { afterAll, expect, test } from 'vitest';
import '#main/slices.ts';
import { configureFiles } from '#platform/files.server.ts';
import { allRounds } from '#platform/queue/rounds.server.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folders.ts';
import { aDraft, aSeason, foundedWorld } from '../support/season.ts';

configureFiles(temporaryFolder('rounds'));
const database = await testDatabase();
await aDraft(await aSeason(await foundedWorld(database)));
const faults: unknown[] = [];
const log = {
  debug: () => {},
  info: () => {},
  warn: (facts: unknown) => faults.push(facts),
  error: (facts: unknown) => faults.push(facts),
};
afterAll(() => expect(faults).toEqual([]));

test('there are rounds', () => {
  expect(allRounds().length).toBeGreaterThan(5);
});

test.each(allRounds().map((round) => [round.name, round] as const))('the round “%s” may do what it does', async (_name, { run }) => {
  await expect(run(database.jobs, log)).resolves.toBeUndefined();
});
