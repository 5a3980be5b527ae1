import { expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { withdrawRole } from '#slices/programmes/index.ts';
import { undoScreening } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { anEntry, aPanel, aSeat, assignAll, judgesIn, marksOf, type Panel, seatsOf, submit } from '#tests/support/panel.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { assignJudges, ballotForJudge, ballotsOfJudge, declareInterest, previewAssignment, releaseSeat, saveBallot } from './index.ts';
import { freeSeats } from './panel/free-seats.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const during = { clock: dates.whileJudging };

async function judgesOn(panel: Panel, entry: EntryId): Promise<PersonId[]> {
  return (await seatsOf(panel)).filter((seat) => seat.entry === entry).map(({ judge }) => judge);
}

test('the preview says what assigning will do, and assigning does just that', async () => {
  const panel = await aPanel(world, { assigned: false });
  const preview = await previewAssignment(panel.as(panel.manager, during), panel.edition);
  expect(preview).toMatchObject({ entries: 2, judges: 3, added: 4, kept: 0, dropped: 0, perEntry: 2, short: [], early: false });
  expect(await seatsOf(panel)).toEqual([]);
  expect(await assignAll(panel)).toEqual({ added: 4, dropped: 0, short: 0 });
  expect((await seatsOf(panel)).length).toBe(4);
  expect(await previewAssignment(panel.as(panel.manager, during), panel.edition)).toMatchObject({ added: 0, kept: 4 });
});

test('a plan that changed after it was looked at is not carried out', async () => {
  const panel = await aPanel(world, { assigned: false });
  const { hash } = await previewAssignment(panel.as(panel.manager, during), panel.edition);
  await anEntry(panel, 0, 'A late arrival');
  expect(await refusalCode(assignJudges(panel.as(panel.manager, during), { edition: panel.edition, plan: hash }))).toBe(
    'judging.plan-changed',
  );
  expect(await seatsOf(panel)).toEqual([]);
});

test('before entries close judges are assigned only at the explicit word of a manager', async () => {
  const panel = await aPanel(world, { assigned: false });
  const ctx = panel.as(panel.manager, { clock: dates.whileOpen });
  const { hash: plan, early } = await previewAssignment(ctx, panel.edition);
  expect(early).toBe(true);
  expect(await refusalCode(assignJudges(ctx, { edition: panel.edition, plan }))).toBe('judging.entries-still-open');
  expect(await assignJudges(ctx, { edition: panel.edition, plan, early: true })).toMatchObject({ added: 4 });
});

test('assigning again keeps every seat that stands and fills what is missing', async () => {
  const panel = await aPanel(world);
  const before = await seatsOf(panel);
  const late = await anEntry(panel, 0, 'A late arrival');
  expect(await assignAll(panel)).toEqual({ added: 2, dropped: 0, short: 0 });
  expect((await seatsOf(panel)).filter(({ entry }) => entry !== late)).toEqual(before);
});

test('whoever judges no more loses the seats without a submitted ballot, and keeps the others', async () => {
  const panel = await aPanel(world, { seats: 3 });
  const [judge] = panel.judges;
  const [done, open] = panel.entries;
  if (!judge || !done || !open) throw new Error('the panel is empty');
  await submit(panel, judge, done, [7]);
  await withdrawRole(panel.as(panel.manager, during), { programme: panel.programme, person: judge, role: 'judge' });
  expect(await assignAll(panel)).toMatchObject({ dropped: 1, short: 1 });
  expect((await seatsOf(panel)).filter((seat) => seat.judge === judge)).toEqual([{ entry: done, judge }]);
});

test('a judge who declares an interest gives the seat and what was begun back, and is never assigned the entry', async () => {
  const panel = await aPanel(world, { seats: 3 });
  const { entry, judge } = await aSeat(panel);
  const ctx = panel.as(judge, during);
  await saveBallot(ctx, { entry, version: 0, marks: marksOf(panel, [5]), comment: 'begun' });
  await declareInterest(ctx, { entry, reason: 'My sister works there.' });
  expect(await judgesOn(panel, entry)).not.toContain(judge);
  const rows = await database.owner.pool.query('select from plaudit.ballots where entry_id = $1 and judge_id = $2', [entry, judge]);
  expect(rows.rowCount).toBe(0);
  expect(await refusalCode(ballotForJudge(ctx, entry))).toBe('general.not-found');
  expect(await assignAll(panel)).toEqual({ added: 0, dropped: 0, short: 1 });
  const [queue] = await ballotsOfJudge(ctx);
  expect(queue?.interests.length).toBe(1);
});

test('nobody is assigned an entry of their own', async () => {
  const season = await aSeason(world, { seats: 3 });
  const judges = await judgesIn(season, 3);
  const own = await anEntry(season, 0, 'My own work', judges[1]);
  expect(await assignAll(season)).toMatchObject({ added: 2, short: 1 });
  expect((await seatsOf(season)).filter(({ entry }) => entry === own).map(({ judge }) => judge)).not.toContain(judges[1]);
});

test('a manager releases a seat with a reason, but never one with a submitted ballot', async () => {
  const panel = await aPanel(world);
  const [first, second] = await seatsOf(panel);
  if (!first || !second) throw new Error('too few seats');
  const ctx = panel.as(panel.manager, { clock: dates.afterJudging });
  await submit(panel, first.judge, first.entry, [4]);
  expect(await refusalCode(releaseSeat(ctx, { ...first, reason: 'Unwell' }))).toBe('judging.ballot-submitted');
  await releaseSeat(ctx, { ...second, reason: 'Unwell' });
  expect(await seatsOf(panel)).not.toContainEqual(second);
});

test('an entry that judges have been assigned cannot have its acceptance taken back', async () => {
  const panel = await aPanel(world, { seats: 1, judges: 1 });
  const { entry, judge } = await aSeat(panel);
  const undo = () => undoScreening(panel.as(panel.manager, during), { entry });
  expect(await refusal(undo())).toMatchObject({ code: 'judging.entry-has-seats', facts: { judges: 1 } });
  await releaseSeat(panel.as(panel.manager, during), { entry, judge, reason: 'Wrong category' });
  expect(await undo()).toEqual({ entry });
});

test('a seat that falls free is told: an interest, a judge who left without a ballot, an entry that came later', async () => {
  const panel = await aPanel(world, { assigned: false });
  const ctx = () => panel.as(panel.manager, during);
  const edition = { id: panel.edition, programme: panel.programme, seats: 2 };
  const told = () => freeSeats(ctx(), edition);
  expect(await told()).toEqual({ dealt: false, free: 0 });
  await assignAll(panel);
  expect(await told()).toEqual({ dealt: true, free: 0 });
  const { entry, judge } = await aSeat(panel);
  await declareInterest(panel.as(judge, during), { entry, reason: 'My sister works there.' });
  expect(await told()).toEqual({ dealt: true, free: 1 });
  await anEntry(panel, 0, 'A late arrival');
  expect(await told()).toEqual({ dealt: true, free: 3 });
  const first = (await seatsOf(panel)).find((seat) => seat.judge !== judge);
  if (!first) throw new Error('the panel has no seats');
  const seatsOfFirst = (await seatsOf(panel)).filter((seat) => seat.judge === first.judge);
  await submit(panel, first.judge, first.entry, [7]);
  await withdrawRole(ctx(), { programme: panel.programme, person: first.judge, role: 'judge' });
  expect(await told()).toEqual({ dealt: true, free: 3 + seatsOfFirst.length - 1 });
  expect(await refusalCode(freeSeats(panel.as(first.judge, during), edition))).toBe('general.not-found');
});
