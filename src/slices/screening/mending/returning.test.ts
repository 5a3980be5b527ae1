import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { entryPage } from '#slices/entries/entry-page.ts';
import { homeOf } from '#slices/entries/home.ts';
import { entryForOwner, saveDraft, submitEntry, withdrawEntry } from '#slices/entries/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { acceptEntry, entryForScreener, moveMending, returnEntry, undoReturn } from '../index.ts';
import { queuePage } from '../queue.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const reason = 'Say which year the figures are from.';
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'All of it, from 2025.' };
/** A week after entries have closed, 17:00 in Dublin. */
const until = '2026-04-08T16:00:00.000Z';
const end = Date.parse(until);
const at = (person: PersonId, clock: Date | number = dates.whileOpen) => season.as(person, { clock: new Date(clock) });
const manager = (clock?: Date | number) => at(season.manager, clock);
const send = async (entry: string, owner: PersonId, clock: number) => {
  const { version } = await entryForOwner(at(owner, clock), entry);
  return submitEntry(at(owner, clock), { entry, version, ...text });
};
const mailsTo = async (person: PersonId) => {
  const { rows } = await database.owner.pool.query<{ mail: string; data: Record<string, string> }>(
    `select mail, data from plaudit.outbox where person_id = $1 and mail like 'screening.%' order by mail`,
    [person],
  );
  return rows.map(({ mail, data }) => [mail, data.until ?? data.closesAt ?? '', data.open ?? '']);
};
const notMended = async (clock: number) => {
  const page = await queuePage(manager(clock), {
    params: { programme: season.slug, edition: season.editionSlug },
    url: new URL('http://localhost/'),
  });
  return page.notMended.map(({ id, mendBy }) => [id, mendBy]);
};

test.each([
  ['a second', 1_000],
  ['a millisecond', 1],
])('an entry sent back may be sent in again %s before its own instant, though entries have closed', async (_, before) => {
  const { entry, owner, number } = await aSubmission(season);
  await returnEntry(manager(), { entry, reason, until });
  expect((await send(entry, owner, end - before)).number).toBe(number);
  const { state, mendBy } = await entryForOwner(at(owner), entry);
  expect([state, mendBy]).toEqual(['submitted', null]);
});

test('at its instant it counts as not mended: it is saved, not sent in, and listed, until it gets more time', async () => {
  const { entry, owner } = await aSubmission(season);
  await returnEntry(manager(), { entry, reason, until });
  expect(await notMended(end - 1)).toEqual([]);
  expect(await refusal(send(entry, owner, end))).toEqual({
    code: 'entries.mend-by-passed',
    facts: { until: '2026-04-08T17:00:00+01:00[Europe/Dublin]', arrivedAt: '2026-04-08T17:00:00+01:00[Europe/Dublin]' },
    fields: [],
  });
  expect(await notMended(end)).toEqual([[entry, '2026-04-08T17:00:00+01:00[Europe/Dublin]']]);
  const { version } = await entryForOwner(at(owner, end), entry);
  await saveDraft(at(owner, end), { entry, version, ...text });
  await moveMending(manager(end + 1_000), { entry, reason: 'You were ill.', until: '2026-04-09T16:00:00Z' });
  expect(await notMended(end + 1_000)).toEqual([]);
  await send(entry, owner, Date.parse('2026-04-09T16:00:00Z') - 1);
  await acceptEntry(manager(end + 2_000), { entry });
});

test('its own instant decides while entries are open as well', async () => {
  const { entry, owner } = await aSubmission(season);
  const soon = dates.whileOpen.getTime() + 3_600_000;
  await returnEntry(manager(), { entry, reason, until: new Date(soon).toISOString() });
  expect(await refusalCode(send(entry, owner, soon))).toBe('entries.mend-by-passed');
  await send(entry, owner, soon - 1);
});

test('its writer learns the instant from the mail, their home and the entry, and that it was moved', async () => {
  const { entry, owner } = await aSubmission(season);
  await returnEntry(manager(), { entry, reason, until });
  const told = '2026-04-08T17:00:00+01:00[Europe/Dublin]';
  const [line] = (await homeOf(at(owner, end - 60_000))).entries;
  expect([line?.closes, line?.away, line?.open, line?.mending]).toEqual([told, 60_000, true, true]);
  const page = await entryPage(at(owner, end - 60_000), entry);
  expect([page.closes, page.open, page.mending, page.note]).toEqual([told, true, { until: told, away: 60_000, open: true }, reason]);
  await moveMending(manager(), { entry, reason: 'You asked for it.', until: '2026-04-10T16:00:00Z' });
  const later = '2026-04-10T17:00:00+01:00[Europe/Dublin]';
  expect((await entryPage(at(owner, end), entry)).closes).toBe(later);
  expect(await mailsTo(owner)).toEqual([
    ['screening.mending-moved', later, ''],
    ['screening.returned', told, 'yes'],
  ]);
});

test('the instant lies after now and before judging is over, and nothing is written where it does not', async () => {
  const { entry, owner } = await aSubmission(season);
  const back = (at: Date | string) => returnEntry(manager(), { entry, reason, until: new Date(at).toISOString() });
  expect((await refusal(back(dates.whileOpen))).fields).toEqual(['until: entries.until-has-passed']);
  expect((await refusal(back(new Date(dates.judgingCloseAt.getTime() + 1)))).fields).toEqual(['until: screening.mend-by-too-late']);
  expect([(await entryForOwner(at(owner), entry)).state, await mailsTo(owner)]).toEqual(['submitted', []]);
  expect(await refusalCode(moveMending(manager(), { entry, reason, until }))).toBe('screening.not-returned');
  await back(dates.judgingCloseAt);
  const over = manager(dates.judgingCloseAt);
  expect(await refusalCode(moveMending(over, { entry, reason, until: '2026-06-01T09:00:00Z' }))).toBe('screening.over');
  expect(await refusalCode(undoReturn(over, { entry }))).toBe('screening.over');
});

test('a return is taken back while nothing was changed: what was submitted waits, and its writer is told', async () => {
  const { entry, owner } = await aSubmission(season);
  await returnEntry(manager(), { entry, reason, about: ['title'], until });
  await undoReturn(manager(end), { entry });
  const { state, note, asked, mendBy } = await entryForOwner(at(owner), entry);
  expect([state, note, asked, mendBy]).toEqual(['submitted', '', [], null]);
  expect((await mailsTo(owner)).map(([mail]) => mail)).toEqual(['screening.return-undone', 'screening.returned']);
  const decisions = (await entryForScreener(manager(), entry)).decisions.toSorted((a, b) => a.verdict.localeCompare(b.verdict));
  expect(decisions.map(({ verdict, until: to }) => [verdict, to?.toISOString()])).toEqual([
    ['return-undone', undefined],
    ['returned', until],
  ]);
});

test('what its writer has begun to mend cannot be taken back from them', async () => {
  const { entry, owner } = await aSubmission(season);
  await returnEntry(manager(), { entry, reason });
  const { version } = await entryForOwner(at(owner), entry);
  await saveDraft(at(owner, dates.whileOpen.getTime() + 1), { entry, version, ...text });
  expect(await refusalCode(undoReturn(manager(), { entry }))).toBe('screening.mended-meanwhile');
});

test('of what is sent in and an instant that is moved at the same time, one is told of the other', async () => {
  const { entry, owner } = await aSubmission(season);
  await returnEntry(manager(), { entry, reason, until });
  const { version } = await entryForOwner(at(owner), entry);
  const [sent, moved] = await Promise.allSettled([
    submitEntry(at(owner, end - 1), { entry, version, ...text }),
    moveMending(manager(end - 1), { entry, reason, until: '2026-04-10T16:00:00Z' }),
  ]);
  expect(sent.status).toBe('fulfilled');
  expect(moved.status === 'fulfilled' || (await refusalCode(Promise.reject(moved.reason))) === 'screening.not-returned').toBe(true);
});

test('one that is withdrawn meanwhile has no instant to be moved', async () => {
  const { entry, owner } = await aSubmission(season);
  await returnEntry(manager(), { entry, reason, until });
  await withdrawEntry(at(owner), { entry });
  expect([await refusalCode(moveMending(manager(), { entry, reason, until })), await notMended(end)]).toEqual([
    'screening.not-returned',
    [],
  ]);
});

test('whoever read another version than stands is told what is otherwise, and decides nothing', async () => {
  const { entry, owner } = await aSubmission(season);
  const read = (await entryForScreener(manager(), entry)).version;
  await returnEntry(manager(), { entry, version: read, reason });
  await send(entry, owner, dates.whileOpen.getTime() + 1_000);
  const stale = {
    code: 'screening.read-otherwise',
    facts: { at: '2026-03-10T09:00:01+00:00[Europe/Dublin]', head: 'body', answers: 0, files: 0 },
    fields: [],
  };
  expect(await refusal(acceptEntry(manager(), { entry, version: read }))).toEqual(stale);
  expect(await refusal(returnEntry(manager(), { entry, version: read, reason }))).toEqual(stale);
  await acceptEntry(manager(), { entry, version: (await entryForScreener(manager(), entry)).version });
});
