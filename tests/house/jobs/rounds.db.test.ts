/** The rounds of the jobs process, each as that process runs it: in its role, on rows that are there. */
import { expect, test } from 'vitest';
import '#main/slices.ts';
import { configureFiles } from '#platform/files.server.ts';
import { allRounds } from '#platform/queue/rounds.server.ts';
import { testDatabase } from '../../support/database.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { aDraft, aSeason, foundedWorld } from '../../support/season.ts';

configureFiles(temporaryFolder('rounds'));
const database = await testDatabase();
await aDraft(await aSeason(await foundedWorld(database)));

test('every round may do, in the role of the jobs, what it does', async () => {
  const faults: unknown[] = [];
  const note = (round: string) => (facts: unknown) => faults.push([round, facts]);
  const rounds = allRounds();
  expect(rounds.length).toBeGreaterThan(5);
  for (const { name, run } of rounds) {
    const log = { debug: () => {}, info: () => {}, warn: note(name), error: note(name) };
    await run(database.jobs, log).catch(note(name));
  }
  expect(faults).toEqual([]);
});
