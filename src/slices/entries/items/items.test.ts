/** What comes by post for an entry: told to whoever entered, found by whoever looks for it, and said what became of it once. */
import { expect, test } from 'vitest';
import { itemLimits } from '#core/entries/items.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { editionById } from '#slices/programmes/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aChapterManager, aDraft, aMember, aPerson, aSeason, aSubmission, dates, emailOf, foundedWorld } from '#tests/support/season.ts';
import { entryPage } from '../entry-page.ts';
import { endItem, keepItemHere, noteItem } from '../index.ts';
import { entryNumbered, itemsHere, itemsPage } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world, { chapters: true });
const region = await aChapterManager(season, 'emea', 'Nadia Achour');
const edition = await editionById(season.as(season.manager, { clock: dates.whileOpen }), season.edition);
if (!edition) throw new Error('no edition');

const later = (minutes: number) => new Date(dates.whileOpen.getTime() + minutes * 60_000);
const at = (person: PersonId, minutes = 10) => season.as(person, { clock: later(minutes) });
const note = (entry: EntryId, what: string, place = '', receivedAt?: Date) =>
  noteItem(at(season.manager), { entry, what, place, ...(receivedAt && { receivedAt: receivedAt.toISOString() }) });
const listed = async (filter: 'here' | 'all', by = season.manager) =>
  (await itemsPage(at(by), edition, filter, undefined)).items.map(({ what, place, outcome }) => [what, place, outcome]);

const hostile = '<b>Sample</b> \u202E 🏆';

test('what came is told by mail and on the entry’s page, without where it lies; what became of it is said once and can be taken back', async () => {
  const { entry, owner } = await aSubmission(season, { title: 'Bell by the river' });
  const { item } = await note(entry, `  ${hostile} `, 'Shelf 3', later(5));
  const { rows } = await database.owner.pool.query<{ what: string; told: string }>(
    `select data->>'what' as what, data::text as told from plaudit.outbox where recipient = $1 and mail = 'entries.item-received'`,
    [await emailOf(world, owner)],
  );
  expect([rows.map(({ what }) => what), rows.some(({ told }) => told.includes('Shelf'))]).toEqual([[hostile], false]);
  const own = async () => (await entryPage(at(owner), entry)).items.map(({ what, outcome }) => [what, outcome]);
  expect([await own(), await listed('here'), await itemsHere(at(season.manager), edition)]).toEqual([
    [[hostile, null]],
    [[hostile, 'Shelf 3', null]],
    1,
  ]);
  expect(JSON.stringify(await entryPage(at(owner), entry))).not.toContain('Shelf 3');
  await endItem(at(season.manager), { item, outcome: 'sent-back' });
  expect(await refusalCode(endItem(at(season.manager), { item, outcome: 'kept' }))).toBe('entries.item-gone');
  expect([await own(), await listed('here'), await listed('all')]).toEqual([
    [[hostile, 'sent-back']],
    [],
    [[hostile, 'Shelf 3', 'sent-back']],
  ]);
  await keepItemHere(at(season.manager), { item });
  expect([await refusalCode(keepItemHere(at(season.manager), { item })), await listed('here')]).toEqual([
    'entries.item-here',
    [[hostile, 'Shelf 3', null]],
  ]);
  await endItem(at(season.manager), { item, outcome: 'mistake' });
  expect([await own(), await listed('all')]).toEqual([[], [[hostile, 'Shelf 3', 'mistake']]]);
});

test('two who say at once what became of it: one is heard', async () => {
  const { entry } = await aSubmission(season);
  const { item } = await note(entry, 'A letter');
  const ends = await Promise.all(
    (['kept', 'thrown-away'] as const).map((outcome) => refusalCode(endItem(at(season.manager), { item, outcome })).catch(() => undefined)),
  );
  expect(ends.filter((code) => code === 'entries.item-gone')).toHaveLength(1);
});

test('nothing comes in the future, for a draft, or without a word; and not without end for one entry', async () => {
  const { entry } = await aSubmission(season, { chapter: 'americas' });
  const { entry: draft } = await aDraft(season);
  expect(await refusalCode(note(entry, 'Too early', '', later(11)))).toBe('entries.item-in-future');
  expect(await refusalCode(note(draft, 'A parcel'))).toBe('general.not-found');
  expect([await refusalCode(note(entry, ' ')), await refusalCode(note(entry, 'x'.repeat(itemLimits.text + 1)))]).toEqual([
    'general.invalid-input',
    'general.invalid-input',
  ]);
  for (let i = 0; i < itemLimits.perEntry; i += 1) await note(entry, `Sample ${i}`);
  expect(await refusalCode(note(entry, 'One more'))).toBe('entries.too-many-items');
});

test('a chapter’s manager reads, finds and notes what is its chapter’s; an auditor reads; nobody else does either', async () => {
  const own = await aSubmission(season, { chapter: 'emea' });
  const other = await aSubmission(season, { chapter: 'americas' });
  await note(own.entry, 'For the region');
  await note(other.entry, 'For another');
  expect((await listed('here', region)).map(([what]) => what).filter((what) => what?.startsWith('For '))).toEqual(['For the region']);
  expect([
    await entryNumbered(at(region), edition, ` ${own.number.toLowerCase()} `),
    await entryNumbered(at(region), edition, other.number),
    await entryNumbered(at(season.manager), edition, other.number),
  ]).toEqual([own.entry, undefined, other.entry]);
  await noteItem(at(region), { entry: own.entry, what: 'By the region' });
  expect(await refusalCode(noteItem(at(region), { entry: other.entry, what: 'By the region' }))).toBe('general.not-found');
  const auditor = await aMember(season, season.programme, 'auditor', 'Ada Auditor');
  expect((await listed('all', auditor)).length).toBeGreaterThan(0);
  expect(await refusalCode(noteItem(at(auditor), { entry: own.entry, what: 'By an auditor' }))).toBe('general.not-found');
  const stranger = await aPerson(world, 'Nobody of them');
  expect(await refusalCode(itemsPage(at(stranger), edition, 'all', undefined))).toBe('general.not-found');
});
