import { expect, test } from 'vitest';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { releaseSeat } from '#slices/judging/index.ts';
import { editionById } from '#slices/programmes/index.ts';
import { managerHome } from '#slices/screening/home.ts';
import { acceptEntry, returnEntry, undoScreening } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { limit } from '#tests/support/entering/limits.ts';
import { assignAll } from '#tests/support/panel.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import {
  aDraft,
  aMember,
  anAcceptedEntry,
  aPerson,
  aSeason,
  aSubmission,
  dates,
  foundedWorld,
  type Season,
} from '#tests/support/season.ts';
import { entryPage } from '../entry-page.ts';
import { entriesForManager, entryForJudge, reviveEntry, startEntry, submitEntry, withdrawEntry } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const text = { title: 'The hour after the flood', nominee: 'Wick Lower Mutual', body: 'When the river rose.' };
const at = (season: Season, person: PersonId, clock = dates.whileOpen) => season.as(person, { clock });
const withdraw = (season: Season, { entry, owner }: { entry: EntryId; owner: PersonId }, clock = dates.whileOpen) =>
  withdrawEntry(at(season, owner, clock), { entry });
const revive = (season: Season, { entry, owner }: { entry: EntryId; owner: PersonId }, clock = dates.whileOpen) =>
  reviveEntry(at(season, owner, clock), { entry });

test('what is withdrawn keeps its number and words, is read by nobody, and is looked at anew when it comes back', async () => {
  const season = await aSeason(world);
  const made = await anAcceptedEntry(season);
  await withdraw(season, made);
  expect(await entryForJudge(at(season, season.manager), made.entry)).toBeUndefined();
  const page = await entryPage(at(season, made.owner), made.entry);
  expect([page.state, page.number, page.title, page.mayWithdraw]).toEqual(['withdrawn', made.number, text.title, false]);
  expect(page.withdrawnAt).toBe('2026-03-10T09:00:00+00:00[Europe/Dublin]');
  expect(await refusal(withdraw(season, made))).toMatchObject({ code: 'entries.nothing-to-withdraw', facts: { state: 'withdrawn' } });
  expect(await refusalCode(acceptEntry(at(season, season.manager), { entry: made.entry }))).toBe('screening.not-waiting');
  await revive(season, made);
  const back = await entryPage(at(season, made.owner), made.entry);
  expect([back.state, back.number, back.withdrawnAt, back.mayWithdraw]).toEqual(['submitted', made.number, null, true]);
  expect(await refusalCode(revive(season, made))).toBe('entries.not-withdrawn');
  await returnEntry(at(season, season.manager), { entry: made.entry, reason: 'Say who was helped.' });
  await withdraw(season, made);
  expect((await revive(season, made)).state).toBe('returned');
  expect(await refusalCode(withdraw(season, await aDraft(season)))).toBe('entries.nothing-to-withdraw');
});

test('its place is free for another, and it comes back only while there is one: nobody gets round a limit', async () => {
  const season = await aSeason(world);
  await limit(season, { all: 2, each: 1 });
  const mine = await aSubmission(season);
  await aSubmission(season);
  expect(await refusalCode(startEntry(at(season, mine.owner), { category: season.categories[0] }))).toBe('entries.own-limit-reached');
  const late = await aPerson(season);
  expect(await refusalCode(startEntry(at(season, late), { category: season.categories[0] }))).toBe('entries.category-full');
  await withdraw(season, mine);
  const second = await startEntry(at(season, mine.owner), { category: season.categories[0] });
  const { number } = await submitEntry(at(season, mine.owner), { entry: second.entry, version: 1, ...text });
  expect(number).toBe('A-003');
  expect(await refusalCode(revive(season, mine))).toBe('entries.own-limit-reached');
  await limit(season, { all: 2 });
  expect(await refusalCode(revive(season, mine))).toBe('entries.category-full');
  await limit(season, { all: 3 });
  expect((await revive(season, mine)).state).toBe('submitted');
});

test('of a draft that is sent in and six that come back for the last place one gets it', async () => {
  const season = await aSeason(world);
  const away = await Promise.all(Array.from({ length: 6 }, () => aSubmission(season)));
  for (const each of away) await withdraw(season, each);
  await limit(season, { all: 1 });
  const draft = await aDraft(season);
  const sending = async () => (await submitEntry(at(season, draft.owner), { entry: draft.entry, version: 1, ...text })).entry;
  const coming = away.map((each) => async () => (await revive(season, each)).entry);
  const started = await startAtBarrier(database, 'entries', [sending, ...coming]);
  expect(started.held).toBeGreaterThan(1);
  expect([wonOf(started).length, lostOf(started)]).toEqual([1, Array(6).fill('entries.category-full')]);
  const { rows } = await database.owner.pool.query(
    `select entries_numbered - places_freed as taken,
            (select count(*)::int from plaudit.entries e where e.category_id = c.id and e.state not in ('draft', 'withdrawn')) as there
       from plaudit.categories c where id = $1`,
    [season.categories[0]],
  );
  expect(rows).toEqual([{ taken: 1, there: 1 }]);
});

test('once judges were given it, it stays until they are excused; once entries have closed, it does not come back', async () => {
  const season = await aSeason(world, { seats: 1, minimumPanel: 1 });
  const judge = await aMember(season, season.programme, 'judge', 'Ines Aldous');
  const made = await anAcceptedEntry(season);
  const manager = at(season, season.manager, dates.whileJudging);
  await assignAll(season);
  expect(await refusal(withdraw(season, made, dates.whileJudging))).toMatchObject({ code: 'judging.entry-is-read' });
  await releaseSeat(manager, { entry: made.entry, judge, reason: 'The entrant asks to be left out.' });
  await withdraw(season, made, dates.whileJudging);
  expect(await refusalCode(revive(season, made, dates.whileJudging))).toBe('entries.closed');
  expect(await refusalCode(undoScreening(manager, { entry: made.entry }))).toBe('screening.nothing-to-undo');
  const edition = await editionById(manager, season.edition);
  const listed = edition && (await entriesForManager(manager, edition, { state: 'withdrawn' }));
  expect(listed?.entries.map(({ id }) => id)).toEqual([made.entry]);
});

test('the home of the edition counts what stands in each category, and draws its curve through that alone', async () => {
  const season = await aSeason(world);
  const away = await aSubmission(season);
  await aSubmission(season);
  await aDraft(season);
  await withdraw(season, away);
  const { edition } = await managerHome(at(season, season.manager), null);
  expect(edition?.counts).toEqual({ draft: 1, submitted: 1, returned: 0, accepted: 0, withdrawn: 1, ineligible: 0 });
  expect(edition?.categories.map(({ submitted }) => submitted)).toEqual([1, 0]);
  expect(edition?.submissions.length).toBe(1);
});
