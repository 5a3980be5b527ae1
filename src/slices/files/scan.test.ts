import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configureScanner } from '#platform/files/clamd.server.ts';
import { configureFiles } from '#platform/files.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { addFile, entryForOwner, fileForReader, letRead, submitEntry, takeUpload } from '#slices/entries/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type Clamd, eicar, startClamd } from '#tests/support/files/clamd.ts';
import { pdf } from '#tests/support/files/makers.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { releaseContent, storageForAdministrator } from './index.ts';
import { scanContent } from './scan.ts';

const folder = temporaryFolder('scan');
configureFiles(folder);
const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const judge = await aMember(season, season.programme, 'judge', 'Maren Oduya');
const during = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
letRead(async (ctx) => ctx.actor.kind === 'person' && ctx.actor.id === judge);

let clamd: Clamd;
beforeAll(async () => {
  clamd = await startClamd();
  configureScanner(clamd.address);
});
afterAll(async () => {
  configureScanner(undefined);
  await clamd.stop();
  await rm(folder, { recursive: true, force: true });
});

type Lying = { readonly entry: EntryId; readonly owner: PersonId; readonly file: string; readonly sha256: string };

/** A submitted entry with this beside it. */
async function withFile(words: string): Promise<Lying> {
  const { entry, owner } = await aDraft(season);
  const kept = await takeUpload(during(owner), entry, new File([new Uint8Array(pdf(words))], 'paper.pdf'));
  const { file } = await addFile(during(owner), { entry, ...kept });
  await submitEntry(during(owner), { entry, version: 1, title: 'A', nominee: 'B', body: 'C' });
  return { entry, owner, file, sha256: kept.sha256 };
}

const scanned = (sha256: string) => scanContent({ ...season.asSystem(), db: database.jobs.db, database: database.jobs }, sha256);
const opens = (person: PersonId, file: string) =>
  fileForReader(during(person), file).then(
    () => 'opens',
    (error: { code: string }) => error.code,
  );
const stateOf = async ({ owner, entry }: Lying) =>
  (await entryForOwner(during(owner), entry)).files.map(({ state, finding }) => [state, finding]);

test('until somebody has looked at it a file is held: its writer and the office are told, and a judge finds nothing', async () => {
  const lying = await withFile('quite clean');
  expect(await stateOf(lying)).toEqual([['held', '']]);
  expect([await opens(lying.owner, lying.file), await opens(season.manager, lying.file), await opens(judge, lying.file)]).toEqual([
    'files.held',
    'files.held',
    'general.not-found',
  ]);
  const jobs = await database.owner.pool.query(`select from graphile_worker._private_jobs where key = $1`, [`files.scan:${lying.sha256}`]);
  expect(jobs.rowCount).toBe(1);
  await scanned(lying.sha256);
  expect([await stateOf(lying), await opens(judge, lying.file)]).toEqual([[['clean', '']], 'opens']);
});

test('what the scanner finds is refused to everybody, and its writer is told what it was', async () => {
  const lying = await withFile(eicar);
  await scanned(lying.sha256);
  expect(await stateOf(lying)).toEqual([['refused', 'Eicar-Test-Signature']]);
  expect(await refusal(fileForReader(during(lying.owner), lying.file))).toMatchObject({
    code: 'files.refused',
    facts: { name: 'paper.pdf', finding: 'Eicar-Test-Signature' },
  });
  expect(await opens(judge, lying.file)).toBe('general.not-found');
  expect(await refusalCode(releaseContent(during(season.administrator), { sha256: lying.sha256 }))).toBe('general.not-found');
});

test('a scanner that is away or says nothing leaves the file held for another try', async () => {
  const lying = await withFile('waits');
  clamd.silent = true;
  await expect(scanned(lying.sha256)).rejects.toThrow('the scanner');
  clamd.silent = false;
  configureScanner('127.0.0.1:1');
  await expect(scanned(lying.sha256)).rejects.toThrow('ECONNREFUSED');
  configureScanner(clamd.address);
  expect(await stateOf(lying)).toEqual([['held', '']]);
  await scanned(lying.sha256);
  expect(await stateOf(lying)).toEqual([['clean', '']]);
});

test('what is too large for the scanner stays held until an administrator answers for it', async () => {
  clamd.limit = 100;
  const lying = await withFile('x'.repeat(900_000));
  await scanned(lying.sha256);
  clamd.limit = 1_000_000;
  expect(await stateOf(lying)).toEqual([['held', 'too-large']]);
  const { waiting } = await storageForAdministrator(during(season.administrator));
  expect(waiting.filter(({ finding }) => finding === 'too-large').map(({ sha256 }) => sha256)).toEqual([lying.sha256]);
  expect(await refusalCode(storageForAdministrator(during(season.manager)))).toBe('general.not-found');
  await releaseContent(during(season.administrator), { sha256: lying.sha256 });
  expect([await stateOf(lying), await opens(judge, lying.file)]).toEqual([[['unscanned', 'released']], 'opens']);
});

test('without a scanner a file is given unscanned, and the storage page says so', async () => {
  configureScanner(undefined);
  const lying = await withFile('nobody looks');
  configureScanner(clamd.address);
  expect([await stateOf(lying), await opens(judge, lying.file)]).toEqual([[['unscanned', '']], 'opens']);
  const { sums } = await storageForAdministrator(during(season.administrator));
  expect(sums.map(({ state }) => state)).toEqual(['clean', 'refused', 'unscanned']);
});
