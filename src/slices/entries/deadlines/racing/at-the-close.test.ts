/** What happens when many, or something large, arrive as entries close: the database's clock at arrival decides. */
import { expect, test } from 'vitest';
import { Problem } from '#core/problems/problem.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aDraft, aSeason, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { submitEntry } from '../../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };

test('two submits of one entry at one time: one is in, under one number, with one receipt', async () => {
  const season = await aSeason(world);
  const { entry, owner } = await aDraft(season);
  const submit = () => submitEntry(season.as(owner, { clock: dates.whileOpen, key: ids.random() }), { entry, version: 1, ...text });
  const started = await startAtBarrier(database, 'entries', [submit, submit]);
  expect(started.held).toBe(2);
  expect([wonOf(started).map(({ number }) => number), lostOf(started)]).toEqual([['A-001'], ['entries.already-submitted']]);
  const { rowCount } = await database.owner.pool.query(`select from plaudit.outbox where mail = 'entries.receipt' and person_id = $1`, [
    owner,
  ]);
  expect(rowCount).toBe(1);
});

const databaseNow = async () =>
  (await database.owner.pool.query<{ now: Date }>('select plaudit.plaudit_now() as now')).rows[0]?.now.getTime() ?? 0;

/** As many drafts of one owner as that, without asking for each. */
async function drafts(season: Season, count: number): Promise<{ owner: PersonId; entries: EntryId[] }> {
  const { entry, owner } = await aDraft(season);
  const { rows } = await database.owner.pool.query<{ id: EntryId }>(
    `with copied as (
       insert into plaudit.entries (organisation_id, id, edition_id, category_id, owner_id, state, created_at, saved_at)
       select organisation_id, gen_random_uuid(), edition_id, category_id, owner_id, state, created_at, saved_at
         from plaudit.entries, generate_series(2, $2) where id = $1 returning id)
     select id from copied union all select $1::uuid`,
    [entry, count],
  );
  return { owner, entries: rows.map(({ id }) => id) };
}

/** Lets in as many at one time as the pool has connections; the others wait in this process, as requests do. */
async function inLanes<T>(all: readonly (() => Promise<T>)[], lanes: number): Promise<PromiseSettledResult<T>[]> {
  const settled: PromiseSettledResult<T>[] = [];
  const left = all.entries();
  const lane = async () => {
    for (const [i, start] of left) [settled[i]] = await Promise.allSettled([start()]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return settled;
}

test('1,000 submits within 50 ms of the deadline on either side: exactly those are in that arrived before it', {
  timeout: 60_000,
}, async () => {
  const season = await aSeason(world);
  const { owner, entries } = await drafts(season, 1000);
  // A whole second from now, as the database's clock shows it.
  const closes = Math.ceil((await databaseNow()) / 1000) * 1000 + 1000;
  await database.owner.pool.query(
    `update plaudit.editions set entries_close_at = to_timestamp($2::float8 / 1000), judging_close_at = to_timestamp($2::float8 / 1000) + interval '1 day'
      where id = $1`,
    [season.edition, closes],
  );
  const [asked, shown] = [performance.now(), await databaseNow()];
  const closesHere = asked + (closes - shown);
  // Each arrives at its own tenth of a millisecond, and all wait until the last has: they are let in when entries have closed.
  const arrivals = [];
  for (const [i, entry] of entries.entries()) {
    while (performance.now() < closesHere - 50 + i / 10);
    arrivals.push({ entry, ctx: season.as(owner, { key: ids.random() }) });
  }
  const settled = await inLanes(
    arrivals.map(
      ({ entry, ctx }) =>
        () =>
          submitEntry(ctx, { entry, version: 1, ...text }),
    ),
    8,
  );
  const taken = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = settled.flatMap((one) => (one.status === 'rejected' && one.reason instanceof Problem ? [one.reason] : []));
  expect(taken.length + refused.length).toBe(1000);
  expect(Math.min(taken.length, refused.length)).toBeGreaterThan(0);
  // What each was answered agrees with the instant that was written down for it.
  expect(taken.filter(({ submittedAt }) => Date.parse(submittedAt) >= closes)).toEqual([]);
  const told = ({ facts }: Problem) => Date.parse(String(facts.arrivedAt).replace(/\[.*/, ''));
  expect(refused.filter((one) => one.code !== 'entries.closed' || told(one) < closes)).toEqual([]);
  // And what is in is what was answered to be in, numbered without a gap.
  const { rows } = await database.owner.pool.query<{ number: string; before: boolean }>(
    `select number, submitted_at < to_timestamp($2::float8 / 1000) as before from plaudit.entries
      where edition_id = $1 and state = 'submitted' order by length(number), number`,
    [season.edition, closes],
  );
  expect(rows).toEqual(taken.map((_, i) => ({ number: `A-${String(i + 1).padStart(3, '0')}`, before: true })));
});

test('a submission that was on its way as entries closed counts from the instant it arrived here, whatever it takes to come in whole', async () => {
  const season = await aSeason(world);
  const [early, late] = [await aDraft(season), await aDraft(season)];
  const close = dates.entriesCloseAt.getTime();
  // The database is asked thirty seconds after the close, once all of it is here.
  await database.setClock(new Date(close + 30_000));
  const begun = ({ entry, owner }: typeof early, secondsAgo: number) =>
    submitEntry({ ...season.as(owner), arrived: performance.now() - secondsAgo * 1000 }, { entry, version: 1, ...text });
  expect(Date.parse((await begun(early, 31)).submittedAt)).toBeLessThan(close);
  expect(await refusal(begun(late, 29))).toMatchObject({
    code: 'entries.closed',
    facts: { closedAt: '2026-04-01T17:00:00+01:00[Europe/Dublin]' },
  });
  await database.setClock(undefined);
});
