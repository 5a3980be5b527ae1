/** Details that separate a toy from the real thing, by their own wording: the deadline, the late entry, what a withdrawal releases. */
import { expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { releaseSeat, saveBallot, submitBallot } from '#slices/judging/index.ts';
import { changePart, createProgramme, editionById, partsOf, unlockConfiguration } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { withLateCode } from '#tests/support/entering/late-code.ts';
import { limit } from '#tests/support/entering/limits.ts';
import { aPanel, marksOf, seatsOf } from '#tests/support/panel.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, anEdition, aSeason, aSubmission, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { entryPage } from '../../entry-page.ts';
import { entryForManager, redeemLateCode, reviveEntry, submitEntry, withdrawEntry } from '../../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };
const at = (season: Season, person: PersonId, clock: Date | number) => season.as(person, { clock: new Date(clock), key: ids.random() });

async function withTimeline(season: Season, change: Readonly<Record<string, unknown>>): Promise<Date> {
  const ctx = () => season.as(season.manager, { clock: dates.before });
  const current = async () => {
    const edition = await editionById(ctx(), season.edition);
    if (!edition) throw new Error('no edition');
    return edition;
  };
  const before = await current();
  if (before.unlockedBecause === null)
    await unlockConfiguration(ctx(), { edition: before.id, version: before.version, because: 'Agreed with the board.' });
  const edition = await current();
  const { timeline } = await partsOf(ctx(), edition);
  const body = JSON.parse(JSON.stringify({ ...timeline, ...change })) as never;
  await changePart(ctx(), { edition: edition.id, version: edition.version, part: 'timeline', body });
  return (await current()).entriesCloseAt;
}

/** Where clocks change while entries are open, or in the night before the close. */
const zones = [
  ['Europe/Dublin', '2026-03-29T17:00', '2026-03-29T16:00:00.000Z', '2026-03-29T17:00:00+01:00[Europe/Dublin]'],
  ['America/New_York', '2026-03-31T17:00', '2026-03-31T21:00:00.000Z', '2026-03-31T17:00:00-04:00[America/New_York]'],
  ['Pacific/Auckland', '2026-04-05T17:00', '2026-04-05T05:00:00.000Z', '2026-04-05T17:00:00+12:00[Pacific/Auckland]'],
] as const;

test.each(zones)(
  'detail 1: entry at t−1 s accepted, at t+grace refused, across a change of clocks in %s; the page shows the zone, the server decides',
  async (timeZone, closes, instant, shown) => {
    const admin = world.as(world.administrator, { clock: dates.before });
    const made = await createProgramme(admin, { name: `Awards of ${timeZone}`, timeZone });
    const manager = await aMember(world, made.programme, 'manager', 'Ilse Quarrington');
    const season = await anEdition({ ...world, ...made, manager });
    const rounds = [{ key: 'final', name: 'Judging', opens: '2026-04-07T09:00', closes: '2026-05-01T17:00' }];
    const close = await withTimeline(season, { entries: { opens: '2026-03-01T09:00', closes, grace: 15 }, rounds });
    expect(close.toISOString()).toBe(instant);
    const t = close.getTime();
    const grace = 15 * 60_000;
    // Whatever a browser says of the time is not asked.
    const submit = async (clock: number) => {
      const { entry, owner } = await aDraft(season);
      const said = { entry, version: 1, ...text, submittedAt: new Date(t - 86_400_000).toISOString() };
      return submitEntry(at(season, owner, clock), said).then(({ submittedAt }) => submittedAt);
    };
    expect(await submit(t - 1000)).toBe(new Date(t - 1000).toISOString());
    expect(await submit(t + grace - 1)).toBe(new Date(t + grace - 1).toISOString());
    expect(await refusal(submit(t + grace))).toMatchObject({ code: 'entries.closed', facts: { closedAt: shown } });
    const { entry, owner } = await aDraft(season);
    expect((await entryPage(at(season, owner, t - 1000), entry)).closes).toBe(shown);
  },
);

test('detail 2: code used by two requests at once, one wins; late entry flagged, price tier by submission instant', async () => {
  const season = await aSeason(world);
  const { code } = await withLateCode(season, 1);
  const tiers = [
    { key: 'early', name: 'Early', until: '2026-04-01T17:00', amount: 9900 },
    { key: 'late', name: 'Late', amount: 19_900 },
  ];
  await withTimeline(season, { fees: { currency: 'EUR', tiers } });
  const close = dates.entriesCloseAt.getTime();
  const two = [await aDraft(season), await aDraft(season)];
  const redeem = (owner: PersonId) => redeemLateCode(at(season, owner, close), { edition: season.edition, code });
  const started = await startAtBarrier(
    database,
    'late_redemptions',
    two.map(
      ({ owner }) =>
        () =>
          redeem(owner),
    ),
  );
  expect([wonOf(started).length, lostOf(started)]).toEqual([1, ['season.late-code-used-up']]);
  const won = two[started.settled.findIndex(({ status }) => status === 'fulfilled')] ?? two[0];
  const early = await aSubmission(season);
  const late = won ?? early;
  await submitEntry(at(season, late.owner, close), { entry: late.entry, version: 1, ...text });
  const seen = async (entry: EntryId) => {
    const { late: flagged, fee } = await entryForManager(at(season, season.manager, close), entry);
    return [flagged, fee?.tier, fee?.amount];
  };
  expect([await seen(early.entry), await seen(late.entry)]).toEqual([
    [false, 'early', 9900],
    [true, 'late', 19_900],
  ]);
});

test('detail 15: withdraw, and votes, quota and fee state are all consistent; a vote of several marks is written whole or not at all; a removed ballot stays listed with its reason', async () => {
  // Quota and fee: the place is free, the fee stays that of the first submission.
  const season = await aSeason(world);
  await limit(season, { all: 1 });
  await withTimeline(season, { fees: { currency: 'EUR', tiers: [{ key: 'full', name: 'Full', amount: 14_900 }] } });
  const second = await aDraft(season);
  const first = await aSubmission(season);
  const submit = () => submitEntry(at(season, second.owner, dates.whileOpen), { entry: second.entry, version: 1, ...text });
  expect(await refusalCode(submit())).toBe('entries.category-full');
  const fee = async () => (await entryForManager(at(season, season.manager, dates.whileOpen), first.entry)).fee;
  const before = await fee();
  await withdrawEntry(at(season, first.owner, dates.whileOpen), { entry: first.entry });
  expect((await submit()).number).toBe('A-002');
  expect(await refusalCode(reviveEntry(at(season, first.owner, dates.whileOpen), { entry: first.entry }))).toBe('entries.category-full');
  expect([before?.amount, await fee()]).toEqual([14_900, before]);

  // Votes: a ballot with one bad mark leaves none behind; a seat given back stays in the record with its reason.
  const panel = await aPanel(world);
  const [seat] = await seatsOf(panel);
  if (!seat) throw new Error('no seat');
  const judge = () => at(panel, seat.judge, dates.whileJudging);
  const marks = marksOf(panel, [7, 7, 7, 7, 99]);
  await refusal(submitBallot(judge(), { entry: seat.entry, version: 0, marks, comment: '' }));
  const counted = async () =>
    (
      await database.owner.pool.query(
        `select from plaudit.ballot_marks m join plaudit.ballots b on b.organisation_id = m.organisation_id and b.id = m.ballot_id
        where b.organisation_id = $1 and b.entry_id = $2`,
        [panel.organisation, seat.entry],
      )
    ).rowCount;
  expect(await counted()).toBe(0);
  await saveBallot(judge(), { entry: seat.entry, version: 0, marks: marksOf(panel, [7]), comment: '' });
  const manager = () => at(panel, panel.manager, dates.whileJudging);
  await releaseSeat(manager(), { entry: seat.entry, judge: seat.judge, reason: 'A former colleague.' });
  const { rows } = await database.owner.pool.query<{ reason: string }>(
    `select b.body::jsonb ->> 'reason' as reason from plaudit.audit_events e join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
      where e.chain_id = $1 and e.kind = 'judging.seat-released'`,
    [panel.programme],
  );
  expect(rows.map(({ reason }) => reason)).toEqual(['A former colleague.']);
  expect(await seatsOf(panel)).not.toContainEqual(seat);
});
