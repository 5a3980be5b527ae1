/** What happens when several do the same thing at the same instant: held between look and act, and let go together. */
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import '#main/slices.ts';
import type { EntryId } from '#platform/ids.ts';
import { ids } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { newToken } from '#platform/tokens.server.ts';
import { startEntry, submitEntry } from '#slices/entries/index.ts';
import { assignJudges, previewAssignment } from '#slices/judging/index.ts';
import { acceptInvitation, invite } from '#slices/programmes/index.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { testDatabase } from '../database.ts';
import { anEntry, aPanel, eventsOf, judgesIn, seatsOf, submitAll } from '../panel.ts';
import { refusalCode } from '../refusal.ts';
import { aDraft, aPerson, aSeason, dates, emailOf, foundedWorld } from '../season.ts';
import { lostOf, startAtBarrier, wonOf } from './barrier.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world, { seats: 2, minimumPanel: 1 });
/** No more than the pool has connections, one left for whoever looks. */
const clients = 6;
const many = <T>(start: (place: number) => Promise<T>) => Array.from({ length: clients }, (_, place) => () => start(place));

afterEach(() => database.setClock(undefined));

const words = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'Word for word.' };

test('the same entry submitted by six windows at once is submitted once, under one number', async () => {
  const { entry, owner } = await aDraft(season);
  const started = await startAtBarrier(
    database,
    'entries',
    many(() => submitEntry(season.as(owner, { clock: dates.whileOpen, key: ids.random() }), { entry, version: 1, ...words })),
  );
  expect(started.held).toBe(clients);
  expect(wonOf(started).length).toBe(1);
  expect(lostOf(started)).toEqual(Array.from({ length: clients - 1 }, () => 'entries.already-submitted'));
});

test('six entries that arrive before the deadline and are let in after it are all in time, each under its own number', async () => {
  await database.setClock(new Date(dates.entriesCloseAt.getTime() - 1));
  const owner = await aPerson(season);
  const drafts: EntryId[] = [];
  for (let i = 0; i < clients; i += 1) drafts.push((await startEntry(season.as(owner), { category: season.categories[0] })).entry);
  const send = (place: number) =>
    submitEntry(season.as(owner, { key: ids.random() }), { entry: drafts[place] ?? '', version: 1, ...words });
  const started = await startAtBarrier(database, 'entries', many(send), () => database.setClock(dates.entriesCloseAt));
  expect(started.held).toBe(clients);
  expect(lostOf(started)).toEqual([]);
  expect(new Set(wonOf(started).map(({ number }) => number)).size).toBe(clients);
  // Whoever comes a minute later comes too late: the barrier let nobody else in.
  await database.setClock(new Date(dates.entriesCloseAt.getTime() + 60_000));
  expect(await refusalCode(startEntry(season.as(owner), { category: season.categories[0] }))).toBe('entries.closed');
});

test('the same key sent six times at once acts once, and everybody gets that answer', async () => {
  const owner = await aPerson(season);
  const key = ids.random();
  const before = await eventsOf(season, 'entries.entry-started');
  const started = await startAtBarrier(
    database,
    'idempotency_keys',
    many(() => startEntry(season.as(owner, { clock: dates.whileOpen, key }), { category: season.categories[0] })),
  );
  expect(started.held).toBe(clients);
  expect(lostOf(started)).toEqual([]);
  expect(new Set(wonOf(started).map(({ entry }) => entry)).size).toBe(1);
  expect((await eventsOf(season, 'entries.entry-started')) - before).toBe(1);
});

test('an invitation that is accepted six times at once is accepted once', async () => {
  const person = await aPerson(season, 'Ruth Abara');
  const token = newToken();
  await invite(season.as(season.manager), {
    programme: season.programme,
    email: await emailOf(season, person),
    name: 'Ruth Abara',
    role: 'judge',
    token,
  });
  const started = await startAtBarrier(
    database,
    'invitations',
    many(() => acceptInvitation(season.as(person, { key: ids.random() }), { token, session: newToken() })),
  );
  expect(started.held).toBe(clients);
  expect(wonOf(started).length).toBe(1);
  expect(lostOf(started)).toEqual(Array.from({ length: clients - 1 }, () => 'people.invitation-used-or-expired'));
});

test('the last seats dealt by six windows at once are dealt once', async () => {
  await anEntry(season, 1, 'Plain letters');
  await judgesIn(season, 2);
  const ctx = () => season.as(season.manager, { clock: dates.whileJudging, key: ids.random() });
  const { hash } = await previewAssignment(ctx(), season.edition);
  const started = await startAtBarrier(
    database,
    'assignments',
    many(() => assignJudges(ctx(), { edition: season.edition, plan: hash })),
  );
  expect(wonOf(started).filter(({ added }) => added > 0).length).toBe(1);
  expect(new Set(lostOf(started)).size).toBeLessThanOrEqual(1);
  const seats = await seatsOf(season);
  expect(new Set(seats.map(({ entry, judge }) => `${entry} ${judge}`)).size).toBe(seats.length);
  expect(seats.length).toBe(2);
});

test('results published by six windows at once are published once', async () => {
  const panel = await aPanel(world);
  await submitAll(panel, (entry) => [entry === panel.entries[0] ? 8 : 6]);
  const ctx = () => panel.as(panel.manager, { clock: dates.afterJudging, key: ids.random() });
  const { tally } = await computeTally(ctx(), { edition: panel.edition });
  const publish = () => publishResults(ctx(), { edition: panel.edition, tally, announceAt: 'now' });
  const started = await startAtBarrier(database, 'editions', many(publish));
  expect(started.held).toBe(clients);
  expect(wonOf(started).length).toBe(1);
  expect(lostOf(started)).toEqual(Array.from({ length: clients - 1 }, () => 'results.already-published'));
  expect(await eventsOf(panel, 'results.results-published')).toBe(1);
});

/** Two ways to take the last of something: one looks whether it was taken and then takes it, the other holds the door while it looks. */
const taking = (name: string, holds: boolean) =>
  operation(name, {
    input: z.object({ work: z.uuid() }),
    who: ['system'],
    find: async (ctx, { work }) => {
      const door = ctx.db
        .selectFrom('programmes')
        .select('id')
        .where('organisation_id', '=', ctx.organisation)
        .where('id', '=', season.programme);
      if (holds) await door.forUpdate().execute();
      const taken = ctx.db.selectFrom('audit_events').select('id').where('organisation_id', '=', ctx.organisation);
      return { taken: (await taken.where('subject_id', '=', work).where('kind', '=', name).execute()).length };
    },
    run: async (ctx, { work }, { taken }) => {
      // Whoever comes too late tells so, under another name.
      await tell(ctx, { kind: taken > 0 ? 'test.came-late' : name, programme: null, subject: { kind: 'work', id: work }, body: {} });
      return { mine: taken === 0 };
    },
  });

const planted = taking('test.take-unheld', false);
const sound = taking('test.take-held', true);

test('a planted look before an act is found at every start, and the same behind a held door never', async () => {
  for (let start = 0; start < 3; start += 1) {
    const work = ids.random();
    const takers = (take: typeof planted) => many(() => take(world.asSystem({ key: ids.random() }), { work }));
    const raced = await startAtBarrier(database, 'audit_events', takers(planted));
    expect(raced.held).toBe(clients);
    expect(wonOf(raced).filter(({ mine }) => mine).length).toBe(clients);
    const held = await startAtBarrier(database, 'audit_events', takers(sound));
    expect(held.held).toBe(clients);
    expect(wonOf(held).filter(({ mine }) => mine).length).toBe(1);
  }
});
