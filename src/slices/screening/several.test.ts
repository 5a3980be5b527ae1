import { expect, test } from 'vitest';
import '#slices/judging/index.ts';
import { entriesNamed, entryList } from '#slices/entries/index.ts';
import { listState } from '#slices/lists/index.ts';
import { editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { assignAll, judgesIn } from '#tests/support/panel.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { anAcceptedEntry, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { acceptEntries, undoAcceptances } from './index.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { seats: 1, minimumPanel: 1 });
const manager = () => season.as(season.manager, { clock: dates.whileOpen });
const edition = await editionById(manager(), season.edition);
if (!edition) throw new Error('no edition');
const three = await Promise.all([1, 2, 3].map(async (n) => (await aSubmission(season, { title: `Bell ${n}` })).entry));
const already = (await anAcceptedEntry(season, { title: 'Fell' })).entry;
const states = async () => (await entriesNamed(manager(), edition, three)).map(({ state }) => state);
const events = async (kind: string) =>
  (
    await database.owner.pool.query(`select from plaudit.audit_events where organisation_id = $1 and kind = $2`, [
      season.organisation,
      kind,
    ])
  ).rowCount;
const held = async () =>
  (await listState(manager(), entryList, { subject: season.edition, path: '/list', url: new URL('http://localhost/list') })).held;

test('those that wait are accepted in one act, the others are left and named, and each acceptance is told', async () => {
  const before = await events('screening.entry-accepted');
  const { done, left } = await acceptEntries(manager(), { edition: season.edition, entries: [...three, already] });
  expect([[...done].sort(), left]).toEqual([[...three].sort(), [already]]);
  expect(await states()).toEqual(['accepted', 'accepted', 'accepted']);
  expect(await events('screening.entry-accepted')).toBe((before ?? 0) + 3);
  expect([...(await held())].sort()).toEqual([...three].sort());
});

test('where none waits any more nothing is done', async () => {
  expect(await refusalCode(acceptEntries(manager(), { edition: season.edition, entries: three }))).toBe('screening.none-waiting');
});

test('all of it is taken back in one act, until a judge has been given one of them', async () => {
  await undoAcceptances(manager(), { edition: season.edition, entries: three });
  expect(await states()).toEqual(['submitted', 'submitted', 'submitted']);
  await acceptEntries(manager(), { edition: season.edition, entries: three });
  await judgesIn(season, 1);
  await assignAll(season);
  expect(await refusalCode(undoAcceptances(manager(), { edition: season.edition, entries: three }))).toBe('judging.entry-has-seats');
  expect(await states()).toEqual(['accepted', 'accepted', 'accepted']);
});

test('an entry of another edition is left alone', async () => {
  const elsewhere = await aSeason(season);
  const { entry } = await aSubmission(elsewhere);
  expect(await refusalCode(acceptEntries(manager(), { edition: season.edition, entries: [entry] }))).toBe('screening.none-waiting');
});
