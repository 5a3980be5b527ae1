/** Who is reminded of the close that counts for them, when, and how often. */
import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { chooseTopics } from '#slices/messages/index.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { withLateCode } from '#tests/support/entering/late-code.ts';
import { startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, anAcceptedEntry, aPerson, aSeason, aSubmission, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { deadlinePage } from '../deadlines/deadline-page.ts';
import { planReminders, redeemLateCode, remindWritersNow, reopenEntry, withdrawEntry } from '../index.ts';
import { remindIn, remindWriters } from './reminding.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const manager = (season: Season, clock: Date) => season.as(season.manager, { clock, key: ids.random() });
const plan = (season: Season, days: readonly number[], version = 0, clock: Date = dates.whileOpen) =>
  planReminders(manager(season, clock), { edition: season.edition, days: [...days], version });
/** As the jobs process does, at an instant. */
const round = (season: Season, at: string) =>
  remindIn(asSystem(database.jobs, season.organisation, { clock: new Date(at) }), season.edition);

type Mail = { readonly person: PersonId; readonly closes: string; readonly entries: string };

async function mailsOf({ edition }: Season): Promise<Mail[]> {
  const { rows } = await database.owner.pool.query<Mail>(
    `select person_id as person, data ->> 'closes' as closes, data ->> 'entries' as entries from plaudit.outbox
      where edition_id = $1 and mail = 'entries.unfinished' order by created_at, id`,
    [edition],
  );
  return rows;
}

const [weekBefore, dayBefore] = ['2026-03-25T17:00:00Z', '2026-03-31T16:00:00Z'];

test('whoever has a draft is reminded seven days and one day before the close, once each; whoever submitted or withdrew is not', async () => {
  const season = await aSeason(world);
  const writer = await aDraft(season);
  await aDraft(season, { owner: writer.owner, category: 1 });
  await aSubmission(season);
  const gone = await aSubmission(season);
  await withdrawEntry(season.as(gone.owner, { clock: dates.whileOpen }), { entry: gone.entry });
  await plan(season, [1, 7]);
  const sent = [];
  for (const at of ['2026-03-25T16:59:59.999Z', weekBefore, weekBefore, '2026-03-28T09:00:00Z', dayBefore, '2026-04-01T15:59:59.999Z'])
    sent.push(await round(season, at));
  expect(sent).toEqual([0, 1, 0, 0, 1, 0]);
  const mails = await mailsOf(season);
  expect(mails.map(({ person, closes }) => [person, closes])).toEqual(
    Array(2).fill([writer.owner, '2026-04-01T17:00:00+01:00[Europe/Dublin]']),
  );
  expect(mails[0]?.entries.split('\n').length).toBe(2);
});

test('nobody is reminded where it is off, of what came too late to be reminded of, or who wants no reminders', async () => {
  const season = await aSeason(world);
  const [, quiet] = [await aDraft(season), await aDraft(season)];
  expect(await round(season, weekBefore)).toBe(0);
  await plan(season, [7], 0, new Date('2026-03-25T17:00:00.001Z'));
  expect(await round(season, '2026-03-25T18:00:00Z')).toBe(0);
  await plan(season, [], 1);
  expect(await round(season, weekBefore)).toBe(0);
  await plan(season, [7], 2);
  await chooseTopics(season.as(quiet.owner, { clock: dates.whileOpen }), { reminders: false, news: true });
  expect(await round(season, weekBefore)).toBe(1);
  expect(await refusalCode(plan(season, [3], 2))).toBe('general.stale-version');
});

test('who has a later close is reminded by that one: a late code, and a next version that is being written', async () => {
  const season = await aSeason(world);
  const { code } = await withLateCode(season);
  const [late, mine] = [await aDraft(season), await anAcceptedEntry(season)];
  await redeemLateCode(season.as(late.owner, { clock: new Date('2026-03-30T09:00:00Z') }), { edition: season.edition, code });
  await plan(season, [1]);
  expect([await round(season, dayBefore), await round(season, '2026-04-02T16:00:00Z')]).toEqual([0, 1]);
  const until = '2026-04-10T09:00:00Z';
  await reopenEntry(manager(season, new Date('2026-04-05T09:00:00Z')), { entry: mine.entry, reason: 'A figure had slipped.', until });
  expect([await round(season, '2026-04-09T08:59:59.999Z'), await round(season, '2026-04-09T09:00:00Z')]).toEqual([0, 1]);
  expect((await mailsOf(season)).map(({ person, closes }) => [person, closes])).toEqual([
    [late.owner, '2026-04-03T17:00:00+01:00[Europe/Dublin]'],
    [mine.owner, '2026-04-10T10:00:00+01:00[Europe/Dublin]'],
  ]);
});

test('two rounds at one time send one mail', async () => {
  const season = await aSeason(world);
  await aDraft(season);
  await plan(season, [7]);
  const started = await startAtBarrier(
    database,
    'editions',
    Array.from({ length: 2 }, () => () => remindWriters(season.asSystem({ clock: new Date(weekBefore) }), { edition: season.edition })),
  );
  expect([wonOf(started).length, (await mailsOf(season)).length]).toEqual([1, 1]);
});

test('a manager sees what will go when, and sends one by hand to as many as they saw, once a day', async () => {
  const season = await aSeason(world);
  await aDraft(season);
  const other = await aDraft(season);
  await plan(season, [7, 1]);
  const page = (at: Date) => deadlinePage(season.as(season.manager, { clock: at }), season.slug, season.editionSlug);
  const { reminders } = await page(dates.whileOpen);
  expect(reminders.lines.map(({ days, at, would, state }) => [days, at, would, state])).toEqual([
    [7, '2026-03-25T17:00:00+00:00[Europe/Dublin]', 2, 'to-come'],
    [1, '2026-03-31T17:00:00+01:00[Europe/Dublin]', 2, 'to-come'],
  ]);
  const now = (count: number, at: Date) => remindWritersNow(manager(season, at), { edition: season.edition, count });
  expect(await refusal(now(1, dates.whileOpen))).toMatchObject({ code: 'entries.reminder-changed', facts: { seen: 1, now: 2 } });
  expect(await now(2, dates.whileOpen)).toEqual({ reminded: 2 });
  expect(await refusalCode(now(0, dates.whileOpen))).toBe('entries.nobody-to-remind');
  const [soon, tomorrow] = [86_399_999, 86_400_000].map((ms) => new Date(dates.whileOpen.getTime() + ms));
  expect((await page(soon ?? dates.before)).reminders.byHand).toMatchObject({ now: 0, lately: 2, off: 0 });
  expect((await page(tomorrow ?? dates.before)).reminders.byHand).toMatchObject({ now: 2, lately: 0 });
  // What is planned goes all the same.
  expect(await round(season, weekBefore)).toBe(2);
  const stranger = season.as(await aPerson(season), { clock: dates.whileOpen });
  expect(await refusalCode(remindWritersNow(stranger, { edition: season.edition, count: 2 }))).toBe('general.not-found');
  expect(await refusalCode(remindWritersNow(season.as(other.owner), { edition: season.edition, count: 2 }))).toBe('general.not-found');
});
