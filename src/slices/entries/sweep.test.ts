import { readdirSync } from 'node:fs';
import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import '#main/slices.ts';
import { sweepFiles, tablesReferringToFiles } from '#platform/files/sweep.server.ts';
import { configureFiles, keepFile, openFile } from '#platform/files.server.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { returnEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { addFile, removeFile, submitEntry, takeUpload } from './index.ts';

const data = temporaryFolder('sweep');
configureFiles(data);
afterAll(() => rm(data, { recursive: true, force: true }));

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const { organisation } = season;
const folder = join(data, 'files', organisation);
const day = 86_400_000;
const pdf = (words: string) => new File([`%PDF-1.7\n${words}\n%%EOF`], 'paper.pdf');

/** As the round does it, in the jobs process's own role. */
const sweep = () => sweepFiles(database.jobs.db, organisation, Date.now() - day);
const kept = () => readdirSync(folder).sort();
const age = async (name: string) => {
  const then = new Date(Date.now() - 2 * day);
  await utimes(join(folder, name), then, then);
};

test('content whose request died before there was a row is swept after a day, and not before', async () => {
  const { entry, owner } = await aDraft(season);
  const { sha256 } = await takeUpload(season.as(owner, { clock: dates.whileOpen }), entry, pdf('the process is killed here'));
  expect([await sweep(), kept()]).toEqual([0, [sha256]]);
  await age(sha256);
  expect([await sweep(), kept()]).toEqual([1, []]);
});

test('content goes with the draft it was taken from, and stays once an entry was submitted with it', async () => {
  const take = async ({ entry, owner }: { entry: EntryId; owner: PersonId }, words: string) => {
    const ctx = season.as(owner, { clock: dates.whileOpen });
    const upload = await takeUpload(ctx, entry, pdf(words));
    return { ctx, sha256: upload.sha256, file: (await addFile(ctx, { entry, ...upload })).file };
  };
  const [draft, other] = [await aDraft(season), await aDraft(season)];
  const gone = await take(draft, 'taken away again');
  const twice = [await take(draft, 'in two drafts'), await take(other, 'in two drafts')] as const;
  const spoken = await take(other, 'submitted with it');
  await submitEntry(spoken.ctx, { entry: other.entry, version: 1, title: 'A', nominee: 'B', body: 'C' });
  await returnEntry(season.as(season.manager, { clock: dates.whileOpen }), { entry: other.entry, reason: 'Say more.' });
  for (const { ctx, file } of [gone, twice[0], spoken]) await removeFile(ctx, { file });
  const late = await aSubmission(season);
  const refused = await takeUpload(season.as(late.owner, { clock: dates.whileOpen }), late.entry, pdf('too late'));
  const add = addFile(season.as(late.owner, { clock: dates.whileOpen }), { entry: late.entry, ...refused });
  expect(await refusalCode(add)).toBe('entries.not-editable');
  for (const { sha256 } of [gone, twice[0], spoken, refused]) await age(sha256);
  expect([await sweep(), kept()]).toEqual([2, [twice[0].sha256, spoken.sha256].sort()]);
  const { rows } = await database.owner.pool.query<{ hash: string; refers: number }>(
    "select encode(hash, 'hex') as hash, refers from plaudit.contents where organisation_id = $1",
    [organisation],
  );
  expect(new Map(rows.map(({ hash, refers }) => [hash, refers]))).toEqual(
    new Map([
      [gone.sha256, 0],
      [twice[0].sha256, 1],
      [spoken.sha256, 1],
    ]),
  );
});

test('old content that is sent again has its whole time again before its row', async () => {
  const bytes = new TextEncoder().encode('sent twice');
  const { sha256 } = await keepFile(organisation, bytes);
  await age(sha256);
  await keepFile(organisation, bytes);
  expect([await sweep(), kept().includes(sha256)]).toEqual([0, true]);
});

test('content that is sent again while it is being swept is there afterwards', async () => {
  const bytes = new TextEncoder().encode('at the same moment');
  for (let i = 0; i < 50; i += 1) {
    const { sha256 } = await keepFile(organisation, bytes);
    await age(sha256);
    await Promise.all([sweep(), keepFile(organisation, bytes)]);
    expect(kept()).toContain(sha256);
  }
});

test('what a sweep that was killed had taken aside is put back, and half a file of a writer that was killed goes', async () => {
  const { entry, owner } = await aDraft(season);
  const ctx = season.as(owner, { clock: dates.whileOpen });
  const used = await takeUpload(ctx, entry, pdf('in its hand'));
  await addFile(ctx, { entry, ...used });
  await age(used.sha256);
  await rename(join(folder, used.sha256), join(folder, `.swept-${used.sha256}`));
  const half = '.0b7c6a52-3a52-4d3e-9a57-6f5f0a6c1b11';
  await writeFile(join(folder, half), 'half a f');
  await age(half);
  expect(await sweep()).toBe(0);
  expect(kept().filter((name) => name.startsWith('.'))).toEqual([]);
  expect(await new Response(await openFile(organisation, used.sha256)).text()).toBe('%PDF-1.7\nin its hand\n%%EOF');
});

test('every table that names content is asked before any is swept', async () => {
  const { rows } = await database.owner.pool.query<{ table_name: string }>(
    `select distinct table_name from information_schema.columns
      where table_schema = 'plaudit' and column_name = 'sha256' order by table_name`,
  );
  expect([...tablesReferringToFiles()].sort()).toEqual(rows.map(({ table_name: name }) => name));
});
