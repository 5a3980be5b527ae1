import { expect, it } from 'vitest';
import '#main/slices.ts';
import { requestLink } from '#slices/people/index.ts';
import { configureHealth } from '#slices/system/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { aPerson, aSeason, foundedWorld } from '#tests/support/season.ts';
import { startCounter, writeCounters } from './counters.ts';
import { metricsFor } from './metrics.ts';

const database = await testDatabase();
const token = 'a-token-for-whoever-watches';
configureHealth({ dataFolder: temporaryFolder('metrics'), diskLimit: 2 ** 29, backupScheduled: true });
const world = await foundedWorld(database);
await aSeason(world);
await aPerson(world, 'Nadia Wren');

const ask = (given?: string) =>
  metricsFor(
    new Request('http://localhost/metrics', { headers: given === undefined ? {} : { authorization: `Bearer ${given}` } }),
    token,
    database.app,
  );
const figures = async () => (await (await ask(token))?.text()) ?? '';
const figure = async (line: string) => Number(new RegExp(`^${line} (\\S+)$`, 'm').exec(await figures())?.[1]);

it('figures are for whoever has the token; for all others there is no such page', async () => {
  expect((await ask(token))?.status).toBe(200);
  expect([
    await ask(),
    await ask('another-token-of-whoever'),
    await metricsFor(new Request('http://localhost/metrics'), undefined, database.app),
  ]).toEqual([undefined, undefined, undefined]);
});

it('every line is as the format has it, and every figure stands under its name', async () => {
  const lines = (await figures()).trimEnd().split('\n');
  const form =
    /^(?:# HELP [a-z_]+ [^\n]+|# TYPE [a-z_]+ (?:gauge|counter|histogram)|[a-z_]+(?:\{[a-z]+="(?:[^"\\]|\\.)*"(?:,[a-z]+="(?:[^"\\]|\\.)*")*\})? -?[0-9.e+-]+)$/;
  expect(lines.filter((line) => !form.test(line))).toEqual([]);
  const types = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  expect(new Set(types).size).toBe(types.length);
});

it('the figures follow what happens', async () => {
  const before = await figure('plaudit_mail_waiting');
  await requestLink(world.asVisitor(), { email: 'waits@people.example', to: '/home', token: 'w'.repeat(43) });
  expect(await figure('plaudit_mail_waiting')).toBe(before + 1);
  expect(await figure('plaudit_record_unsealed_events')).toBeGreaterThan(0);
  expect(await figure('plaudit_backup_age_seconds')).toBe(-1);
  expect(await figure('plaudit_check\\{check="queue"\\}')).toBe(2);
});

it('what each process counted is told by all, and buckets are cumulated', async () => {
  const counter = startCounter();
  for (const milliseconds of [5, 20, 20, 60_000]) counter.answered(200, milliseconds);
  counter.answered(503, 5);
  await writeCounters(database.app, 'web other 7', counter.now());
  expect(await figure('plaudit_http_answers_total\\{process="web other 7",status="2xx"\\}')).toBe(4);
  expect(await figure('plaudit_http_answers_total\\{process="web other 7",status="5xx"\\}')).toBe(1);
  const bucket = (le: string) => figure(`plaudit_http_seconds_bucket\\{process="web other 7",le="${le}"\\}`);
  expect([await bucket('0.01'), await bucket('0.025'), await bucket('10'), await bucket('\\+Inf')]).toEqual([2, 4, 4, 5]);
});

it('nobody is in the figures: no name, no address, no id', async () => {
  const { rows } = await database.owner.pool.query<{ told: string }>(
    `select name as told from directory.people union select email from directory.people union select id::text from directory.people
     union select name from directory.organisations union select id::text from directory.organisations union select name from plaudit.programmes`,
  );
  const text = await figures();
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter(({ told }) => text.includes(told))).toEqual([]);
});
