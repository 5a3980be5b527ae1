import { expect, test } from 'vitest';
import { editionById } from '#slices/programmes/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, anAcceptedEntry, aPerson, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import { acceptedEntries, countEntries, type EntryFilter, entriesForManager, saveDraft, submissionTimes } from './index.ts';
import { keepFound, notYetFound } from './listing/search-store.ts';
import { putTogether } from './listing/tallies-store.ts';
import { countFound } from './lists.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const manager = () => season.as(season.manager, { clock: dates.whileOpen });
const edition = await editionById(manager(), season.edition);
if (!edition) throw new Error('no edition');

const titles = ['Ähnlich', 'Bell, 100 % brass', 'Cobble', 'Dune', 'Ember'];
for (const [i, title] of titles.entries())
  await aSubmission(season, { title, category: i % 2 === 0 ? 0 : 1, nominee: `Nominee ${'vwxyz'.charAt(i)}` });
const accepted = await anAcceptedEntry(season, { title: 'Fell' });
await aDraft(season);

const page = async (filter: EntryFilter, size?: number) => entriesForManager(manager(), edition, filter, size);
const found = async (filter: EntryFilter) => (await page(filter)).entries.map(({ title }) => title);

test('the list has what was submitted, in the order asked for, and no drafts', async () => {
  expect(await found({ sort: 'title' })).toEqual(['Bell, 100 % brass', 'Cobble', 'Dune', 'Ember', 'Fell', 'Ähnlich']);
  expect((await page({ sort: 'number' })).entries.map(({ number }) => number)).toEqual([
    'A-001',
    'A-002',
    'A-003',
    'A-004',
    'B-001',
    'B-002',
  ]);
  expect(await found({ sort: 'oldest' })).toEqual((await found({ sort: 'newest' })).toReversed());
});

test('each page begins after the last row of the one before, and together they are the whole list once', async () => {
  for (const sort of ['newest', 'oldest', 'number', 'title'] as const) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { entries, next } = await page({ sort, after }, 2);
      seen.push(...entries.map(({ title }) => title));
      after = next;
    } while (after !== undefined);
    expect(seen).toEqual(await found({ sort }));
  }
});

test('no page loses a title whose capitals the database writes small in its own way', async () => {
  const other = await aSeason(season);
  const names = ['Ähnlich', 'Ätherisch', 'ähnlicher', 'Zebra', 'Île', 'İzmir'];
  for (const title of names) await aSubmission(other, { title });
  const ctx = other.as(other.manager, { clock: dates.whileOpen });
  const all = await editionById(ctx, other.edition);
  if (!all) throw new Error('no edition');
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { entries, next } = await entriesForManager(ctx, all, { sort: 'title', after }, 1);
    seen.push(...entries.map(({ title }) => title));
    after = next;
  } while (after !== undefined && seen.length <= names.length);
  expect(seen.toSorted()).toEqual(names.toSorted());
});

test('a page that nobody gave out is the first one', async () => {
  const id = '00000000-0000-4000-8000-000000000000';
  const cursors = [
    ['soon', id],
    ['2026-02-30T00:00:00.000Z', id],
    ['a\0', id],
    ['a', '-'.repeat(36)],
  ];
  for (const sort of ['newest', 'number', 'title'] as const)
    for (const cursor of sort === 'newest' ? cursors : cursors.slice(2)) {
      const after = Buffer.from(JSON.stringify(cursor)).toString('base64url');
      expect((await page({ sort, after }, 2)).entries.length).toBe(2);
    }
  for (const after of ['x', '{}', Buffer.from('["a","b"]').toString('base64url')])
    expect((await page({ after }, 2)).entries.length).toBe(2);
});

test('every word of a search is found somewhere in the entry, and signs of the search itself are only signs', async () => {
  expect(await found({ search: 'brass bell' })).toEqual(['Bell, 100 % brass']);
  expect(await found({ search: '100 %' })).toEqual(['Bell, 100 % brass']);
  expect(await found({ search: 'nominee y' })).toEqual(['Dune']);
  expect(await found({ search: 'b-002' })).toEqual(['Dune']);
  expect(await found({ search: "'; drop table" })).toEqual([]);
  expect([await found({ search: '&|!:*' }), (await found({ search: '   ' })).length]).toEqual([[], 6]);
});

test('an entry is found by its writer, by what was written and without accents, by no draft, and by what it says now', async () => {
  const other = await aSeason(season);
  const ctx = () => other.as(other.manager, { clock: dates.whileOpen });
  const there = await editionById(ctx(), other.edition);
  if (!there) throw new Error('no edition');
  const titles = async (search: string) => (await entriesForManager(ctx(), there, { search })).entries.map(({ title }) => title);
  expect(await found({ search: 'ahnlich' })).toEqual(['Ähnlich']);
  const { entry, owner } = await aSubmission(other, { title: 'Gannet', body: 'We mended every kettle in Zürich.' });
  const draft = await aDraft(other);
  await saveDraft(other.as(draft.owner, { clock: dates.whileOpen }), { ...draft, version: 1, title: 'Kettle', nominee: '', body: '' });
  expect(await titles('kettle zurich')).toEqual(['Gannet']);
  await database.owner.pool.query('update directory.people set name = $2 where id = $1', [owner, 'Wilhelmina Quist']);
  await keepFound(ctx(), [entry]);
  expect([await titles('quist'), await titles('wilhelm gann'), await titles('quist brass')]).toEqual([['Gannet'], ['Gannet'], []]);
  await database.owner.pool.query('delete from plaudit.entry_search where entry_id = $1', [entry]);
  expect([await titles('quist'), await notYetFound(ctx(), 10)]).toEqual([[], [entry]]);
  await keepFound(ctx(), [entry]);
  expect([await titles('quist'), await notYetFound(ctx(), 10)]).toEqual([['Gannet'], []]);
});

test('what is counted is as many as are listed, whatever is asked for, and stays so when the changes are put together', async () => {
  const asked: EntryFilter[] = [
    {},
    { state: 'submitted' },
    { state: 'withdrawn' },
    { category: season.categories[1] },
    { search: 'nominee' },
  ];
  const counted = async () => {
    const counts = await countEntries(manager(), edition);
    const one = async (filter: EntryFilter) =>
      countFound(manager(), edition, filter, { held: [accepted.entry], counts, page: await page(filter) });
    return Promise.all(asked.map(one));
  };
  const before = await counted();
  expect(before.map(({ found: all }) => all)).toEqual(await Promise.all(asked.map(async (filter) => (await found(filter)).length)));
  expect(before.map(({ among }) => among)).toEqual([1, 0, 0, 0, 0]);
  const counts = await countEntries(manager(), edition);
  await putTogether(manager(), 0);
  expect([await counted(), await countEntries(manager(), edition)]).toEqual([before, counts]);
  const { rows } = await database.owner.pool.query('select count(*)::int as n from plaudit.entry_tallies where edition_id = $1', [
    edition.id,
  ]);
  expect(rows).toEqual([{ n: counts.length }]);
});

test('filters of state and category hold together', async () => {
  expect(await found({ state: 'accepted' })).toEqual(['Fell']);
  expect(await found({ category: season.categories[1], sort: 'title' })).toEqual(['Bell, 100 % brass', 'Dune']);
  expect(await found({ category: season.categories[1], state: 'accepted' })).toEqual([]);
});

test('a list of one entry and a list of many take the same number of statements', async () => {
  const statements = async (filter: EntryFilter) => {
    database.statements.length = 0;
    await page(filter);
    return database.statements.length;
  };
  expect(await statements({ state: 'accepted' })).toBe(await statements({}));
});

test('counts say how many there are in each state, drafts among them, and the accepted ones are those judges read', async () => {
  const counts = (await countEntries(manager(), edition)).map(
    ({ category, state, count }) => `${category === season.categories[0] ? 'A' : 'B'} ${state} ${count}`,
  );
  expect(counts.sort()).toEqual(['A accepted 1', 'A draft 1', 'A submitted 3', 'B submitted 2']);
  expect((await acceptedEntries(manager(), season.edition)).map(({ id, number }) => [id, number])).toEqual([[accepted.entry, 'A-004']]);
  expect((await submissionTimes(manager(), edition)).length).toBe(6);
});

test('only managers and auditors of the programme see the list', async () => {
  const auditor = await aMember(season, season.programme, 'auditor', 'Piet Aldous');
  expect((await entriesForManager(season.as(auditor), edition, {})).entries.length).toBe(6);
  for (const person of [await aMember(season, season.programme, 'judge', 'Maren Oduya'), await aPerson(season)])
    expect(await refusalCode(entriesForManager(season.as(person), edition, {}))).toBe('general.not-found');
  expect(await refusalCode(entriesForManager(season.asVisitor(), edition, {}))).toBe('general.sign-in-needed');
  expect(await refusalCode(acceptEntry(season.as(auditor), { entry: accepted.entry }))).toBe('general.not-found');
});
