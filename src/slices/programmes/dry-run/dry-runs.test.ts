import { afterAll, expect, test } from 'vitest';
import { type Jobs, startJobs } from '#platform/queue/jobs.server.ts';
import { streamJob } from '#slices/system/index.ts';
import { eventually } from '#tests/support/child.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aMember, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { someFigures } from '#tests/support/tally/dry-run.ts';
import { changePart, dryRunJob, dryRunPage, startDryRun, stopDryRun } from '../index.ts';
import { runDryRun } from './run.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { seats: 2, minimumPanel: 1, published: false });
const manager = () => season.as(season.manager, { clock: dates.before });
const asked = (change: object = {}) => ({ edition: season.edition, ...someFigures, ...change });
const page = (run: string | null = null) => dryRunPage(manager(), season.slug, season.editionSlug, run);
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let queue: Jobs | undefined;
afterAll(() => queue?.stop());

test('a dry run is refused while its figures cannot be counted, and nothing is begun', async () => {
  expect(await refusalCode(startDryRun(manager(), asked({ judges: 1 })))).toBe('programmes.dry-run-too-few-judges');
  const { fields } = await refusal(startDryRun(manager(), asked({ entries: 1, noise: 'loud', seed: '' })));
  expect(fields.map((field) => field.split(':')[0])).toEqual(['entries', 'noise', 'seed']);
  expect((await page()).run).toBeUndefined();
});

test('a dry run that nobody has taken up is stopped at once, and then another may be asked for', async () => {
  const { run } = await startDryRun(manager(), asked());
  expect(await refusalCode(startDryRun(manager(), asked()))).toBe('programmes.dry-run-going-on');
  await stopDryRun(manager(), { run });
  expect((await page()).run?.job.state).toBe('stopped');
  expect(await refusalCode(stopDryRun(manager(), { run }))).toBe('programmes.dry-run-ended');
  // Whoever takes it up afterwards leaves it as it is.
  await runDryRun(asSystem(database.jobs, season.organisation), run);
  expect((await page(run)).run?.job.state).toBe('stopped');
});

test('a dry run is made up by the jobs process, told as it goes, and its result is kept', async () => {
  const { run } = await startDryRun(manager(), asked({ seasons: 2 }));
  const look = () => dryRunJob(manager(), run);
  const stream = streamJob(await look(), look, AbortSignal.timeout(60_000));
  queue = await startJobs({ database: database.jobs, log, concurrency: 1 });
  const told: { state: string; done: number }[] = [];
  for await (const chunk of stream) told.push(JSON.parse(Buffer.from(chunk).toString().replace('data: ', '')));
  expect([told[0]?.state, told.at(-1)?.state]).toEqual(['waiting', 'done']);
  const { run: shown, names } = await page();
  expect(shown?.result?.categories.map(({ category, entries }) => [names[category], entries])).toEqual([
    ['Team of the year', 6],
    ['Innovation of the year', 6],
  ]);
  expect(shown?.result).toMatchObject({ seasons: 2, seats: 12, judges: 4, minutes: 12 * 30 });
});

test('a dry run under way stops when its manager says so, and keeps no result', async () => {
  const { run } = await startDryRun(manager(), asked({ seasons: 50, entries: 60 }));
  await eventually('it is under way', async () => (await dryRunJob(manager(), run)).state === 'running');
  await stopDryRun(manager(), { run });
  await eventually('it has stopped', async () => (await dryRunJob(manager(), run)).state === 'stopped');
  expect((await page(run)).run?.result).toBeUndefined();
});

test('a run whose rules cannot be counted any more fails by itself, and is told to have', async () => {
  const { run } = await startDryRun(manager(), asked());
  await eventually('it is done', async () => (await dryRunJob(manager(), run)).state === 'done');
  await database.owner.pool.query("update plaudit.dry_runs set plan = jsonb_set(plan, '{scorecards}', '{}') where id = $1", [run]);
  await database.owner.pool.query("update plaudit.long_jobs set state = 'waiting', result = null where id = $1", [run]);
  await runDryRun(asSystem(database.jobs, season.organisation), run);
  expect((await page(run)).run?.job.state).toBe('failed');
});

test('a run says when the edition was changed since, and another edition’s is not found', async () => {
  const { edition, run } = await page();
  expect(run?.changedSince).toBe(false);
  const version = Number(
    (await database.owner.pool.query('select version from plaudit.editions where id = $1', [edition.id])).rows[0]?.version,
  );
  await changePart(manager(), { edition: edition.id, version, part: 'texts', body: { strapline: 'Said anew' } });
  expect((await page(run?.id ?? '')).run?.changedSince).toBe(true);
  const other = await aSeason(season);
  const elsewhere = dryRunPage(other.as(other.manager), other.slug, other.editionSlug, run?.id ?? '');
  expect(await refusalCode(elsewhere)).toBe('general.not-found');
});

test('judges learn nothing of a dry run, and auditors see it without asking for one', async () => {
  const { run } = await page();
  const judge = season.as(await aMember(season, season.programme, 'judge', 'Maren Oduya'));
  const auditor = season.as(await aMember(season, season.programme, 'auditor', 'Aino Vuori'));
  expect(await refusalCode(dryRunJob(judge, run?.id ?? ''))).toBe('general.not-found');
  expect((await dryRunPage(auditor, season.slug, season.editionSlug, null)).mayAsk).toBe(false);
  expect(await refusalCode(startDryRun(auditor, asked()))).toBe('general.not-found');
});
