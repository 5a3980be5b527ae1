/** More time than others: for one entrant, and for everybody an outage kept back. */
import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { eventsOf } from '#tests/support/panel.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld, type Season } from '#tests/support/season.ts';
import { entryPage } from '../../entry-page.ts';
import { homeOf } from '../../home.ts';
import { extendDeadline, graceOutage, startEntry, submitEntry, takeExtensionBack, takeGraceBack } from '../../index.ts';
import { deadlinePage } from '../deadline-page.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };
const close = dates.entriesCloseAt.getTime();
const until = '2026-04-03T16:00:00Z';
const t = Date.parse(until);
const reason = 'Their office was flooded.';
const at = (season: Season, person: PersonId, clock: number) => season.as(person, { clock: new Date(clock), key: ids.random() });

async function extend(season: Season, person: PersonId, to = until, clock = close) {
  return extendDeadline(at(season, season.manager, clock), {
    edition: season.edition,
    email: await emailOf(season, person),
    until: to,
    reason,
  });
}

const page = (season: Season, clock: number) => deadlinePage(at(season, season.manager, clock), season.slug, season.editionSlug);

async function mailsOf({ edition }: Season) {
  const { rows } = await database.owner.pool.query<{ mail: string; person: PersonId; yours: string | null }>(
    `select mail, person_id as person, data ->> 'yours' as yours from plaudit.outbox
      where edition_id = $1 and mail like 'entries.more-time%' order by created_at, person_id`,
    [edition],
  );
  return rows;
}

test('an entrant with more time submits until its last millisecond; what any other entrant sees does not change', async () => {
  const season = await aSeason(world);
  const mine = [];
  const owner = await aPerson(season);
  for (let i = 0; i < 4; i += 1) mine.push(await aDraft(season, { owner }));
  const other = await aDraft(season);
  const seenByOther = async () =>
    JSON.stringify([await entryPage(at(season, other.owner, close + 1), other.entry), await homeOf(at(season, other.owner, close + 1))]);
  const before = await seenByOther();
  await database.owner.pool.query(`update directory.people set time_zone = 'Asia/Tokyo' where id = $1`, [owner]);
  await extend(season, owner);
  const outcomes = [];
  for (const [i, ms] of [-1000, -1, 0, 1].entries()) {
    const entry = mine[i]?.entry ?? other.entry;
    // The database's clock stands at the instant; what the request waited here is taken off.
    await database.setClock(new Date(t + ms));
    outcomes.push(
      await submitEntry(at(season, owner, t + ms), { entry, version: 1, ...text }).then(
        () => 'in',
        (error: { code: string }) => error.code,
      ),
    );
  }
  await database.setClock(undefined);
  expect(outcomes).toEqual(['in', 'in', 'entries.closed', 'entries.closed']);
  expect(await seenByOther()).toBe(before);
  expect(await refusalCode(submitEntry(at(season, other.owner, close), { entry: other.entry, version: 1, ...text }))).toBe(
    'entries.closed',
  );
  const own = await entryPage(at(season, owner, close + 1), mine[2]?.entry ?? '');
  expect([own.closes, own.open, own.late.reason]).toEqual(['2026-04-03T17:00:00+01:00[Europe/Dublin]', true, reason]);
  expect((await startEntry(at(season, owner, t - 1), { category: season.categories[1] })).entry).toBeTruthy();
  expect(await mailsOf(season)).toEqual([{ mail: 'entries.more-time', person: owner, yours: '2026-04-04T01:00:00+09:00[Asia/Tokyo]' }]);
});

test('it is taken back, and refused where it gives nothing, comes too late, or is for nobody here', async () => {
  const season = await aSeason(world);
  const { entry, owner } = await aDraft(season);
  const fields = async (work: Promise<unknown>) => (await refusal(work)).fields;
  expect(await fields(extend(season, owner, new Date(close).toISOString(), close - 1))).toEqual(['until: entries.until-no-later']);
  expect(await fields(extend(season, owner, new Date(close).toISOString()))).toEqual(['until: entries.until-has-passed']);
  expect(await fields(extend(season, owner, '2026-05-01T16:00:00.001Z'))).toEqual(['until: entries.until-after-judging']);
  expect(await fields(extend(season, await aPerson(season)))).toEqual(['email: entries.no-such-entrant']);
  expect(
    await refusalCode(
      extendDeadline(at(season, owner, close), { edition: season.edition, email: await emailOf(season, owner), until, reason }),
    ),
  ).toBe('general.not-found');
  await extend(season, owner);
  const [given] = (await page(season, close)).moreTime.extensions;
  expect([given?.until, given?.reason, given?.running]).toEqual(['2026-04-03T17:00:00+01:00[Europe/Dublin]', reason, true]);
  const back = () => takeExtensionBack(at(season, season.manager, close + 1), { extension: given?.id ?? '' });
  await back();
  expect(await refusalCode(back())).toBe('entries.no-more-time-left');
  expect(await refusalCode(submitEntry(at(season, owner, close + 2), { entry, version: 1, ...text }))).toBe('entries.closed');
  expect((await mailsOf(season)).map(({ mail }) => mail)).toEqual(['entries.more-time', 'entries.more-time-over']);
});

const hour = 3_600_000;
const outage = (season: Season, count: number, clock = close) => ({
  edition: season.edition,
  from: new Date(close - 2 * hour).toISOString(),
  to: new Date(close - hour).toISOString(),
  until: new Date(clock + 24 * hour).toISOString(),
  reason: 'Our pages did not answer.',
  log: '14:00 503 Service Unavailable',
  count,
});

test('after an outage everybody it kept back gets until one instant, by an act that says to how many; it is in the record, and taken back', async () => {
  const season = await aSeason(world);
  const [kept, left] = [await aDraft(season), await aDraft(season)];
  await aSubmission(season);
  const touch = (entry: string, ms: number) =>
    database.owner.pool.query('update plaudit.entries set saved_at = to_timestamp($2::float8 / 1000) where id = $1', [entry, ms]);
  await touch(kept.entry, close - 3 * hour);
  await touch(left.entry, close - 72 * hour);
  const grace = (count: number) => graceOutage(at(season, season.manager, close), outage(season, count));
  expect(await refusal(grace(2))).toMatchObject({ code: 'entries.grace-changed', facts: { seen: 2, now: 1 } });
  const given = await grace(1);
  const submit = ({ entry, owner }: typeof kept, clock: number) => submitEntry(at(season, owner, clock), { entry, version: 1, ...text });
  expect(await refusalCode(submit(left, close + 1))).toBe('entries.closed');
  expect(await refusalCode(submit(kept, close + 24 * hour))).toBe('entries.closed');
  const [shown] = (await page(season, close + 1)).moreTime.graces;
  expect([shown?.people, shown?.log, shown?.state]).toEqual([1, '14:00 503 Service Unavailable', 'running']);
  await takeGraceBack(at(season, season.manager, close + 1), { grace: given.grace });
  expect(await refusalCode(submit(kept, close + 2))).toBe('entries.closed');
  expect((await page(season, close + 2)).moreTime.graces[0]?.state).toBe('taken-back');
  expect([await eventsOf(season, 'entries.outage-graced'), await eventsOf(season, 'entries.grace-taken-back')]).toEqual([1, 1]);
  await grace(1);
  expect((await submit(kept, close + 24 * hour - 1)).number).toBe('A-002');
  expect((await mailsOf(season)).map(({ mail }) => mail).sort()).toEqual([
    'entries.more-time',
    'entries.more-time',
    'entries.more-time-over',
  ]);
});

test('an outage that is not over, or kept nobody back, gives nothing; of two managers who take one back at one time one does', async () => {
  const season = await aSeason(world);
  const ctx = () => at(season, season.manager, close);
  expect((await refusal(graceOutage(ctx(), { ...outage(season, 0), to: new Date(close + 1).toISOString() }))).fields).toEqual([
    'to: entries.no-outage',
  ]);
  expect(await refusalCode(graceOutage(ctx(), outage(season, 0)))).toBe('entries.nobody-kept-back');
  const { entry } = await aDraft(season);
  await database.owner.pool.query('update plaudit.entries set saved_at = $2 where id = $1', [entry, new Date(close - 2 * hour)]);
  const { grace } = await graceOutage(ctx(), outage(season, 1));
  const back = () => takeGraceBack(at(season, season.manager, close + 1), { grace });
  const started = await startAtBarrier(database, 'outage_graces', [back, back]);
  expect([wonOf(started).length, lostOf(started)]).toEqual([1, ['entries.no-more-time-left']]);
});
