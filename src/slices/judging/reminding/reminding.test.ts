/** Judges who are late: a manager reminds them, and each hears what is missing in their own time. */
import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { chooseTopics } from '#slices/messages/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { aPanel, eventsOf, seatsOf, submit } from '#tests/support/panel.ts';
import { startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aPerson, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { progressForManager, remindJudges } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const at = dates.whileJudging;
const later = (ms: number) => new Date(at.getTime() + ms);
const remind = (season: Season, count: number, clock = at) =>
  remindJudges(season.as(season.manager, { clock, key: ids.random() }), { edition: season.edition, count });
const progress = (season: Season, clock = at) => progressForManager(season.as(season.manager, { clock }), season.edition);

type Mail = { readonly person: PersonId; readonly count: number; readonly closes: string; readonly yours: string | null };

async function mailsOf({ edition }: Season): Promise<Mail[]> {
  const { rows } = await database.owner.pool.query<Mail>(
    `select person_id as person, (data -> 'count')::int as count, data ->> 'closes' as closes, data ->> 'yours' as yours
       from plaudit.outbox where edition_id = $1 and mail = 'judging.missing' order by person_id`,
    [edition],
  );
  return rows;
}

test('a manager reminds as many judges as they saw are late; each gets one mail with what is missing, in their own zone too', async () => {
  const panel = await aPanel(world);
  const [seat] = await seatsOf(panel);
  if (!seat) throw new Error('no seat');
  await submit(panel, seat.judge, seat.entry, [7]);
  await database.owner.pool.query(`update directory.people set time_zone = 'Asia/Tokyo' where id = $1`, [seat.judge]);
  const owed = Map.groupBy(
    (await seatsOf(panel)).filter((one) => one !== seat && !(one.judge === seat.judge && one.entry === seat.entry)),
    ({ judge }) => judge,
  );
  expect((await progress(panel)).remind).toEqual({ now: owed.size, lately: 0, off: 0 });
  expect(await refusal(remind(panel, owed.size + 1))).toMatchObject({ code: 'judging.reminder-changed', facts: { now: owed.size } });
  expect(await remind(panel, owed.size)).toEqual({ reminded: owed.size });
  const closes = '2026-05-01T17:00:00+01:00[Europe/Dublin]';
  expect(await mailsOf(panel)).toEqual(
    [...owed.keys()].sort().map((person) => ({
      person,
      count: owed.get(person)?.length,
      closes,
      yours: person === seat.judge ? '2026-05-02T01:00:00+09:00[Asia/Tokyo]' : null,
    })),
  );
  expect(await eventsOf(panel, 'judging.judges-reminded')).toBe(1);
});

test('a judge is reminded once a day at most, not at all who wants no reminders, and the list shows when', async () => {
  const panel = await aPanel(world);
  const [quiet] = panel.judges;
  await chooseTopics(panel.as(quiet ?? ('' as PersonId), { clock: at }), { reminders: false, news: true });
  const before = await progress(panel);
  expect(before.remind.off).toBe(1);
  const { now } = before.remind;
  await remind(panel, now);
  const after = await progress(panel, later(86_399_999));
  expect(after.remind).toEqual({ now: 0, lately: now, off: 1 });
  expect(after.judges.map(({ judge, reminded }) => [judge === quiet, reminded])).toEqual(
    after.judges.map(({ judge }) => [judge === quiet, judge === quiet ? null : '2026-04-10T10:00:00+01:00[Europe/Dublin]']),
  );
  expect(await refusalCode(remind(panel, 0, later(86_399_999)))).toBe('judging.nobody-to-remind');
  expect((await progress(panel, later(86_400_000))).remind).toEqual({ now, lately: 0, off: 1 });
  expect(await refusalCode(remind(panel, now, dates.afterJudging))).toBe('judging.closed');
  const stranger = panel.as(await aPerson(panel), { clock: at });
  expect(await refusalCode(remindJudges(stranger, { edition: panel.edition, count: now }))).toBe('general.not-found');
});

test('two managers who press at one time send one mail to each', async () => {
  const panel = await aPanel(world);
  const { now } = (await progress(panel)).remind;
  const started = await startAtBarrier(database, 'judge_reminders', [() => remind(panel, now), () => remind(panel, now)]);
  expect([wonOf(started).length, (await mailsOf(panel)).length]).toEqual([1, now]);
});
