import { expect, test } from 'vitest';
import { ids } from '#platform/ids.ts';
import { testDatabase } from '#tests/support/database.ts';
import { aPanel, aSeat, eventsOf, marksOf, seatsOf, submit } from '#tests/support/panel.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { dates, foundedWorld } from '#tests/support/season.ts';
import { ballotForJudge, ballotsOfJudge, declareInterest, reopenBallot, saveBallot, submitBallot } from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const during = { clock: dates.whileJudging };

test('a judge sees the entries assigned and no others', async () => {
  const panel = await aPanel(world, { seats: 1, judges: 2 });
  const seats = await seatsOf(panel);
  for (const { entry, judge } of seats) {
    const queue = (await ballotsOfJudge(panel.as(judge, during))).flatMap(({ categories }) => categories.flatMap(({ ballots }) => ballots));
    expect(queue.map((ballot) => ballot.entry)).toEqual([entry]);
    expect((await ballotForJudge(panel.as(judge, during), entry)).entry.body).toBe('Word for word.');
    const other = panel.entries.find((id) => id !== entry);
    expect(await refusalCode(ballotForJudge(panel.as(judge, during), other))).toBe('general.not-found');
  }
  expect(await refusalCode(ballotForJudge(panel.as(panel.manager, during), panel.entries[0]))).toBe('general.not-found');
  expect(await refusalCode(ballotForJudge(panel.as(panel.manager, during), 'no-such-thing'))).toBe('general.not-found');
});

test('what is saved comes back: marks, comment, version and the mean so far', async () => {
  const panel = await aPanel(world);
  const { entry, judge } = await aSeat(panel);
  const ctx = () => panel.as(judge, during);
  const [result = '', , craft = ''] = panel.criteria;
  await saveBallot(ctx(), { entry, version: 0, marks: { [result]: 8, [craft]: 5 }, comment: 'So far so good' });
  const seen = await ballotForJudge(ctx(), entry);
  expect(seen.ballot).toMatchObject({
    state: 'begun',
    version: 1,
    marks: { [result]: 8, [craft]: 5 },
    comment: 'So far so good',
    submittedAt: null,
  });
  // 35 · 8 + 20 · 5 = 380, over a weight of 55.
  const queued = seen.queue.categories.flatMap(({ ballots }) => ballots).find((ballot) => ballot.entry === entry);
  expect(queued).toMatchObject({ state: 'begun', marked: 2, mean: '6.91' });
  expect(await saveBallot(ctx(), { entry, version: 1, marks: {}, comment: '' })).toMatchObject({ version: 2 });
});

test('of two windows the second to save is shown both texts, and nothing of the first is lost', async () => {
  const panel = await aPanel(world);
  const { entry, judge } = await aSeat(panel);
  const [result = ''] = panel.criteria;
  const ctx = () => panel.as(judge, during);
  await saveBallot(ctx(), { entry, version: 0, marks: { [result]: 8 }, comment: 'first window' });
  const stale = await refusal(saveBallot(ctx(), { entry, version: 0, marks: { [result]: 3 }, comment: 'second window' }));
  expect(stale).toMatchObject({
    code: 'general.stale-version',
    facts: { version: 1 },
    fields: [`marks.${result}: field.changed-meanwhile`, 'comment: field.changed-meanwhile'],
  });
  expect((await ballotForJudge(ctx(), entry)).ballot).toMatchObject({ version: 1, marks: { [result]: 8 }, comment: 'first window' });
});

test('of two first savings at one moment one is kept and the other refused', async () => {
  const panel = await aPanel(world);
  const { entry, judge } = await aSeat(panel);
  const save = (comment: string) => saveBallot(panel.as(judge, during), { entry, version: 0, marks: {}, comment });
  const results = await Promise.allSettled([save('one'), save('two'), save('three')]);
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  expect((await ballotForJudge(panel.as(judge, during), entry)).ballot.version).toBe(1);
});

test('a ballot is submitted when every criterion has a mark on its scale', async () => {
  const panel = await aPanel(world);
  const { entry, judge } = await aSeat(panel);
  const ctx = () => panel.as(judge, during);
  const [result = '', originality = ''] = panel.criteria;
  const sent = (marks: Record<string, number>) => submitBallot(ctx(), { entry, version: 0, marks, comment: '' });
  expect(await refusal(sent(marksOf(panel, [11])))).toMatchObject({ code: 'general.invalid-input', facts: { count: 5 } });
  expect(await refusalCode(sent({ ...marksOf(panel, [5]), [ids.random()]: 5 }))).toBe('general.invalid-input');
  const { [result]: _first, [originality]: _second, ...rest } = marksOf(panel, [5]);
  expect(await refusal(sent(rest))).toEqual({
    code: 'judging.marks-missing',
    facts: { count: 2, criteria: 'Result for customers, Originality' },
    fields: [`marks.${result}: judging.mark-missing`, `marks.${originality}: judging.mark-missing`],
  });
  expect(await eventsOf(panel, 'judging.ballot-submitted')).toBe(0);
  expect(await sent(marksOf(panel, [5]))).toMatchObject({ version: 1 });
  expect(await refusalCode(sent(marksOf(panel, [6])))).toBe('judging.ballot-submitted');
});

test('submitting twice under one key is one submission and one event', async () => {
  const panel = await aPanel(world);
  const { entry, judge } = await aSeat(panel);
  const key = ids.random();
  const send = () => submitBallot(panel.as(judge, { ...during, key }), { entry, version: 0, marks: marksOf(panel, [9]), comment: 'Twice' });
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  expect(await send()).toEqual(first);
  expect(await eventsOf(panel, 'judging.ballot-submitted')).toBe(1);
});

test('a ballot counts up to the last millisecond before judging closes and not at the close', async () => {
  const panel = await aPanel(world);
  const { entry, judge } = await aSeat(panel);
  const at = (clock: Date) => panel.as(judge, { clock });
  const written = { entry, version: 0, marks: marksOf(panel, [5]), comment: '' };
  const late = await refusal(submitBallot(at(dates.judgingCloseAt), written));
  const closing = '2026-05-01T17:00:00+01:00[Europe/Dublin]';
  expect(late).toEqual({ code: 'judging.closed', facts: { closedAt: closing, arrivedAt: closing }, fields: [] });
  expect(await refusalCode(saveBallot(at(dates.judgingCloseAt), written))).toBe('judging.closed');
  expect(await submitBallot(at(new Date(dates.judgingCloseAt.getTime() - 1)), written)).toMatchObject({ version: 1 });
  expect(await refusalCode(reopenBallot(at(dates.judgingCloseAt), { entry }))).toBe('judging.closed');
});

test('a judge reopens the own submitted ballot and submits it anew; both stay in the record', async () => {
  const panel = await aPanel(world);
  const { entry, judge } = await aSeat(panel);
  const ctx = () => panel.as(judge, during);
  await submit(panel, judge, entry, [4]);
  expect(await refusalCode(declareInterest(ctx(), { entry, reason: 'Too late for that.' }))).toBe('judging.ballot-submitted');
  expect(await reopenBallot(ctx(), { entry })).toMatchObject({ version: 2 });
  expect(await refusalCode(reopenBallot(ctx(), { entry }))).toBe('judging.ballot-not-submitted');
  await submitBallot(ctx(), { entry, version: 2, marks: marksOf(panel, [6]), comment: '' });
  expect(await eventsOf(panel, 'judging.ballot-submitted')).toBe(2);
});
