import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { snapshot } from '#platform/database/snapshot.server.ts';
import { ids } from '#platform/ids.ts';
import { releaseSeat } from '#slices/judging/index.ts';
import { honoursOfEdition } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { anEntry, aPanel, assignAll, eventsOf, type Panel, seatsOf, submit, submitAll } from '#tests/support/panel.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aMember, aPerson, dates, foundedWorld } from '#tests/support/season.ts';
import { computeTally, publishResults, standingsForManager, tellWinners, winnersForPublic, withdrawAnnouncement } from './index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const after = { clock: dates.afterJudging };
const ceremony = new Date('2026-05-20T19:00:00Z');

beforeEach(() => database.setClock(dates.afterJudging));

const asManager = (panel: Panel) => panel.as(panel.manager, after);

/** All ballots are in. */
async function aJudgedPanel(marks: () => readonly number[] = () => [8]): Promise<Panel> {
  const panel = await aPanel(world);
  await submitAll(panel, marks);
  return panel;
}

const count = (panel: Panel) => computeTally(asManager(panel), { edition: panel.edition });

function publish(panel: Panel, tally: string, announceAt: string = ceremony.toISOString(), notAwarded: string[] = []) {
  return publishResults(asManager(panel), { edition: panel.edition, tally, announceAt, notAwarded });
}

const winners = (panel: Panel) => winnersForPublic(panel.asVisitor(), panel.slug, panel.editionSlug);

function rowsIn(table: 'decisions' | 'honours' | 'tallies', panel: Panel, scopes = ['decisions']): Promise<number> {
  return snapshot(asManager(panel), scopes, async ({ db }) => {
    const { rows } =
      await sql`select from ${sql.table(table)} where organisation_id = ${panel.organisation} and edition_id = ${panel.edition}`.execute(
        db,
      );
    return rows.length;
  });
}

test('an exact weighted result is published, and anybody reads it with its trail', async () => {
  const panel = await aJudgedPanel(() => [8, 7, 9, 6, 10]);
  const { tally, ballots } = await count(panel);
  expect(ballots).toBe(4);
  expect(await publish(panel, tally, 'now')).toEqual({ announcedAt: dates.afterJudging.toISOString(), decisions: 2, honours: 2 });
  const page = await winners(panel);
  expect(page.announcedAt).toBe('2026-05-02T10:00:00+01:00[Europe/Dublin]');
  expect(page.totals).toEqual({ entries: 2, judges: 3 });
  const [first] = page.outcomes;
  // 35 · 8 + 20 · 7 + 20 · 9 + 15 · 6 + 10 · 10 = 790, of 100.
  expect(first?.winners).toMatchObject([{ nominee: 'Three rings Ltd', title: 'Three rings', score: '7.9000', exact: '79/10', ballots: 2 }]);
  expect(first?.winners[0]?.trail.map(({ kind }) => kind)).toEqual([
    'entries.entry-submitted',
    'screening.entry-accepted',
    'judging.judges-assigned',
    'judging.ballot-submitted',
    'judging.ballot-submitted',
    'results.tally-computed',
    'results.results-published',
  ]);
  expect((await honoursOfEdition(panel.asVisitor(), panel.edition)).length).toBe(2);
});

test('what the public reads names no judge and gives no instant of a ballot', async () => {
  const panel = await aPanel(world);
  await submitAll(panel, () => [8], new Date('2026-04-17T09:00:00Z'));
  await publish(panel, (await count(panel)).tally, 'now');
  const text = JSON.stringify(await winners(panel));
  for (const name of [...panel.judges, 'Oduya', 'Reyl', 'Castellane', '2026-04-17']) expect(text).not.toContain(name);
});

test('nothing is readable one millisecond before the announcement, and everything at its instant', async () => {
  const panel = await aJudgedPanel();
  const { tally } = await count(panel);
  const before = await winners(panel).catch((error: unknown) => error);
  await publish(panel, tally);
  await database.setClock(new Date(ceremony.getTime() - 1));
  expect(await winners(panel).catch((error: unknown) => error)).toEqual(before);
  expect(await honoursOfEdition(panel.asVisitor(), panel.edition)).toEqual([]);
  for (const table of ['decisions', 'honours', 'tallies'] as const) {
    expect([table, await rowsIn(table, panel, [])]).toEqual([table, 0]);
  }
  await database.setClock(ceremony);
  expect((await winners(panel)).outcomes.map((outcome) => outcome.winners.length)).toEqual([1, 1]);
  expect((await honoursOfEdition(panel.asVisitor(), panel.edition)).length).toBe(2);
});

test('an exact tie is a joint award', async () => {
  const panel = await aPanel(world);
  const twin = await anEntry(panel, 0, 'Its twin');
  await assignAll(panel);
  await submitAll(panel, (entry) => (entry === twin ? [7, 7, 5, 9, 4] : [7, 7, 5, 7, 7]));
  await publish(panel, (await count(panel)).tally, 'now');
  const [first, second] = (await winners(panel)).outcomes;
  expect(first?.winners.map(({ title }) => title)).toEqual(['Its twin', 'Three rings']);
  expect(second?.winners.length).toBe(1);
  expect((await honoursOfEdition(panel.asVisitor(), panel.edition)).map(({ shared }) => shared)).toEqual([true, true, false]);
});

test('a category may be left without an award, and then nothing is decided about its entries', async () => {
  const panel = await aJudgedPanel();
  await publish(panel, (await count(panel)).tally, 'now', [panel.categories[1]]);
  const [, second] = (await winners(panel)).outcomes;
  expect(second).toMatchObject({ name: 'Innovation of the year', entries: 1, winners: [] });
  expect(await rowsIn('decisions', panel)).toBe(1);
  const { categories } = await standingsForManager(asManager(panel), panel.edition);
  expect(categories.map((category) => category.winners.length)).toEqual([1, 0]);
});

test('nothing is counted while ballots can still change', async () => {
  const panel = await aJudgedPanel();
  const ctx = panel.as(panel.manager, { clock: new Date(dates.judgingCloseAt.getTime() - 1) });
  expect(await refusalCode(computeTally(ctx, { edition: panel.edition }))).toBe('ranking.judging-still-open');
});

test('a count waits for a ballot that arrived in time and is still on its way', async () => {
  const panel = await aPanel(world);
  const [last, ...rest] = await seatsOf(panel);
  if (!last) throw new Error('no seats');
  for (const { entry, judge } of rest) await submit(panel, judge, entry, [8]);
  const slow = await database.app.pool.connect();
  const claims = `select set_config('plaudit.organisation', $1, true), set_config('plaudit.person', $2, true)`;
  const seat = [panel.organisation, last.entry, last.judge];
  await slow.query('begin');
  await slow.query(claims, [panel.organisation, last.judge]);
  await slow.query('select from plaudit.assignments where organisation_id = $1 and entry_id = $2 and judge_id = $3 for update', seat);
  let counted = false;
  const counting = count(panel).finally(() => {
    counted = true;
  });
  await new Promise((next) => setTimeout(next, 200));
  expect(counted).toBe(false);
  const id = ids.random();
  await slow.query(
    `insert into plaudit.ballots (organisation_id, entry_id, judge_id, id, edition_id, state, saved_at, submitted_at)
     values ($1, $2, $3, $4, $5, 'submitted', $6, $6)`,
    [...seat, id, panel.edition, dates.whileJudging],
  );
  await slow.query('insert into plaudit.ballot_marks select $1, $2, c, 8 from unnest($3::uuid[]) c', [
    panel.organisation,
    id,
    panel.criteria,
  ]);
  await slow.query('commit');
  slow.release();
  expect((await counting).ballots).toBe(4);
});

test('a missing ballot holds the publication back and is named, until its seat is released', async () => {
  const panel = await aPanel(world);
  const [owing, ...rest] = await seatsOf(panel);
  if (!owing) throw new Error('no seats');
  for (const { entry, judge } of rest) await submit(panel, judge, entry, [8]);
  const { tally } = await count(panel);
  expect(await refusal(publish(panel, tally))).toEqual({
    code: 'results.gate-closed',
    facts: { count: 1 },
    fields: ['gate: ranking.ballot-missing'],
  });
  const { refusals } = await standingsForManager(asManager(panel), panel.edition);
  expect(refusals).toMatchObject([{ code: 'ranking.ballot-missing', facts: { category: expect.any(String), judge: expect.any(String) } }]);
  expect(await rowsIn('decisions', panel)).toBe(0);
  await releaseSeat(asManager(panel), { ...owing, reason: 'Unwell' });
  expect(await publish(panel, tally)).toMatchObject({ decisions: 2 });
});

test('an entry below the minimum panel holds the publication back', async () => {
  const panel = await aPanel(world);
  const seats = await seatsOf(panel);
  const [entry] = panel.entries;
  for (const seat of seats.filter((one) => one.entry === entry)) await releaseSeat(asManager(panel), { ...seat, reason: 'Unwell' });
  for (const seat of seats.filter((one) => one.entry !== entry)) await submit(panel, seat.judge, seat.entry, [8]);
  const { tally } = await count(panel);
  expect(await refusal(publish(panel, tally))).toMatchObject({ code: 'results.gate-closed', fields: ['gate: ranking.panel-too-small'] });
  expect(await publish(panel, tally, ceremony.toISOString(), [panel.categories[0]])).toMatchObject({ honours: 1 });
});

test('a count that no longer fits the ballots is not published', async () => {
  const panel = await aPanel(world);
  const [last, ...rest] = await seatsOf(panel);
  if (!last) throw new Error('no seats');
  for (const { entry, judge } of rest) await submit(panel, judge, entry, [8]);
  const { tally } = await count(panel);
  await submit(panel, last.judge, last.entry, [3]);
  expect(await refusal(publish(panel, tally))).toMatchObject({ code: 'results.gate-closed', fields: ['tally: results.tally-out-of-date'] });
  expect((await standingsForManager(asManager(panel), panel.edition)).tally?.current).toBe(false);
  const { tally: second } = await count(panel);
  expect(await refusalCode(publish(panel, tally))).toBe('results.tally-out-of-date');
  expect(await publish(panel, second)).toMatchObject({ decisions: 2 });
});

test('an announcement may be withdrawn and made anew while it lies ahead, and not once it has come', async () => {
  const panel = await aJudgedPanel();
  const { tally } = await count(panel);
  await publish(panel, tally);
  expect(await refusalCode(publish(panel, tally))).toBe('results.already-published');
  expect(await withdrawAnnouncement(asManager(panel), { edition: panel.edition })).toEqual({ decisions: 2 });
  expect([await rowsIn('decisions', panel), await rowsIn('honours', panel)]).toEqual([0, 0]);
  expect(await refusalCode(withdrawAnnouncement(asManager(panel), { edition: panel.edition }))).toBe('results.nothing-to-withdraw');
  expect(await refusal(publish(panel, tally, '2026-05-02T08:59:59Z'))).toMatchObject({
    code: 'results.announcement-in-the-past',
    fields: ['announceAt: results.announcement-in-the-past'],
  });
  await publish(panel, tally);
  await database.setClock(ceremony);
  const late = panel.as(panel.manager, { clock: ceremony });
  expect(await refusalCode(withdrawAnnouncement(late, { edition: panel.edition }))).toBe('results.already-announced');
  expect((await winners(panel)).outcomes.length).toBe(2);
});

test('once results are decided no seat is released and no ballot reopened', async () => {
  const panel = await aJudgedPanel();
  await publish(panel, (await count(panel)).tally);
  const [seat] = await seatsOf(panel);
  if (!seat) throw new Error('no seats');
  expect(await refusalCode(releaseSeat(asManager(panel), { ...seat, reason: 'Unwell' }))).toBe('judging.results-decided');
});

test('the standings show every score exactly and how it came about', async () => {
  const panel = await aJudgedPanel(() => [8]);
  await count(panel);
  const { categories, tally, weightTotal, criteria } = await standingsForManager(asManager(panel), panel.edition);
  expect(tally).toMatchObject({ ballots: 4, current: true });
  expect([weightTotal, criteria.length]).toEqual(['100', 5]);
  expect(categories[0]?.standings).toMatchObject([{ rank: 1, tied: false, score: '8.0000', exact: '8', total: '1600' }]);
  expect(categories[0]?.standings[0]?.ballots).toMatchObject([
    { sum: '800', mean: '8.0000', marks: [8, 8, 8, 8, 8] },
    { sum: '800', mean: '8.0000', marks: [8, 8, 8, 8, 8] },
  ]);
});

test('a manager with an entry of their own is a stranger to its category until it is announced', async () => {
  const panel = await aPanel(world);
  const colleague = await aMember(panel, panel.programme, 'manager', 'Dag Vennerstad');
  await anEntry(panel, 1, 'Mine', colleague);
  await assignAll(panel);
  await submitAll(panel, () => [8]);
  await count(panel);
  const seen = await standingsForManager(panel.as(colleague, after), panel.edition);
  expect([seen.categories.map(({ name }) => name), seen.withheld]).toEqual([['Team of the year'], ['Innovation of the year']]);
});

test('auditors read along and change nothing; judges and strangers are told there is nothing', async () => {
  const panel = await aJudgedPanel();
  const { tally } = await count(panel);
  const auditor = panel.as(await aMember(panel, panel.programme, 'auditor', 'Inger Quist'), after);
  expect((await standingsForManager(auditor, panel.edition)).categories.length).toBe(2);
  const events = await eventsOf(panel, 'results.tally-computed');
  const { edition } = panel;
  const [judge] = panel.judges;
  const strangers = [panel.as(judge ?? panel.manager, after), panel.as(await aPerson(world), after)];
  for (const ctx of strangers) expect(await refusalCode(standingsForManager(ctx, edition))).toBe('general.not-found');
  for (const ctx of [...strangers, auditor]) {
    expect(await refusalCode(computeTally(ctx, { edition }))).toBe('general.not-found');
    expect(await refusalCode(publishResults(ctx, { edition, tally, announceAt: 'now' }))).toBe('general.not-found');
    expect(await refusalCode(withdrawAnnouncement(ctx, { edition }))).toBe('general.not-found');
  }
  expect(await eventsOf(panel, 'results.tally-computed')).toBe(events);
  expect(await rowsIn('decisions', panel)).toBe(0);
});

test('winners are told by mail once, when the announcement has come', async () => {
  const panel = await aJudgedPanel();
  await publish(panel, (await count(panel)).tally);
  const tellThem = () => tellWinners(panel.asSystem({ key: `results.tell-winners ${panel.edition}` }), { edition: panel.edition });
  expect(await refusalCode(tellThem())).toBe('general.not-found');
  await database.setClock(ceremony);
  expect(await tellThem()).toEqual({ mails: 2 });
  expect(await tellThem()).toEqual({ mails: 2 });
  const { rows } = await database.owner.pool.query(
    `select data->>'title' as title, data->>'path' as path from plaudit.outbox where mail = 'results.you-won' order by 1`,
  );
  const path = `/p/${panel.slug}/${panel.editionSlug}/winners`;
  expect(rows).toEqual([
    { title: 'Plain letters', path },
    { title: 'Three rings', path },
  ]);
});
