import { expect, test } from 'vitest';
import { addressOf } from '#core/lists/list-query.ts';
import { ids, type PersonId } from '#platform/ids.ts';
import { entryList } from '#slices/entries/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { changeView, chooseColumns, chooseRows, listState, mostRows, removeView, restoreView, saveView } from './index.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const other = await aMember(season, season.programme, 'manager', 'Noor Hallisey');
const auditor = await aMember(season, season.programme, 'auditor', 'Piet Aldous');
const as = (person: PersonId) => season.as(person, { clock: dates.whileOpen });
const manager = () => as(season.manager);
const of = { list: 'entries', subject: season.edition };
const path = '/manage/handbell/2026/entries';
const state = (person: PersonId, query: Record<string, string> = {}) =>
  listState(as(person), entryList, { subject: season.edition, path, url: new URL(`http://localhost${addressOf(path, query)}`) });
const shownTo = async (person: PersonId, query?: Record<string, string>) =>
  (await state(person, query)).columns.filter(({ shown }) => shown).map(({ id }) => id);

test('the columns somebody chose are theirs on every visit, the address comes before them, and an empty choice is the list’s own', async () => {
  await chooseColumns(manager(), { ...of, columns: ['state', 'number', 'gone'] });
  expect(await shownTo(season.manager)).toEqual(['number', 'title', 'state']);
  expect(await shownTo(season.manager, { columns: 'writer' })).toEqual(['title', 'writer']);
  expect(await shownTo(other)).toEqual(['number', 'title', 'category', 'chapter', 'writer', 'state', 'arrived']);
  await chooseColumns(manager(), { ...of, columns: [] });
  expect(await shownTo(season.manager)).toEqual(await shownTo(other));
});

test('rows are held over pages and searches, each once, until they are let go', async () => {
  const [a, b, c] = [ids.random(), ids.random(), ids.random()];
  await chooseRows(manager(), { ...of, add: [a, b] });
  await chooseRows(manager(), { ...of, add: [b, c], remove: [a] });
  expect((await state(season.manager, { q: 'bell' })).held).toEqual([b, c]);
  expect((await state(other)).held).toEqual([]);
  expect(await chooseRows(manager(), { ...of, add: [], clear: true })).toEqual({ chosen: 0 });
});

test('more rows than a preview can show are refused in words, and nothing is added', async () => {
  const many = Array.from({ length: mostRows + 1 }, () => ids.random());
  expect(await refusalCode(chooseRows(manager(), { ...of, add: many }))).toBe('lists.too-many-rows');
  expect((await state(season.manager)).held).toEqual([]);
});

test('a view keeps search, filters, order and columns; one’s own is seen by nobody else, a shared one by all readers', async () => {
  const mine = await saveView(manager(), { ...of, name: 'Waiting', query: 'state=submitted&sort=title&after=abc', shared: '' });
  const ours = await saveView(manager(), { ...of, name: 'Returned', query: 'state=returned&columns=state', shared: 'on' });
  const seen = async (person: PersonId) => (await state(person)).views.map(({ name, to, mayChange }) => ({ name, to, mayChange }));
  const returned = { name: 'Returned', to: `${path}?state=returned&columns=title%2Cstate` };
  expect(await seen(season.manager)).toEqual([
    { ...returned, mayChange: true },
    { name: 'Waiting', to: `${path}?state=submitted&sort=title`, mayChange: true },
  ]);
  expect(await seen(other)).toEqual([{ ...returned, mayChange: true }]);
  expect(await seen(auditor)).toEqual([{ ...returned, mayChange: false }]);
  expect((await state(season.manager, { sort: 'title', state: 'submitted' })).views.filter(({ current }) => current)).toHaveLength(1);
  expect(await refusalCode(changeView(as(other), { view: mine.view, name: 'Taken', shared: '' }))).toBe('general.not-found');
  expect(await refusalCode(changeView(as(auditor), { view: ours.view, name: 'Taken', shared: 'on' }))).toBe('general.not-found');
  await changeView(as(other), { view: ours.view, name: 'Sent back', shared: 'on' });
  expect((await seen(auditor))[0]?.name).toBe('Sent back');
});

test('whoever only reads a list keeps views of their own and shares none', async () => {
  const kept = { ...of, name: 'Mine', query: 'q=bell' };
  expect(await refusalCode(saveView(as(auditor), { ...kept, shared: 'on' }))).toBe('lists.may-not-share');
  const { view } = await saveView(as(auditor), { ...kept, shared: '' });
  expect(await refusalCode(changeView(as(auditor), { view, name: 'Ours', shared: 'on' }))).toBe('lists.may-not-share');
});

test('a removed view is gone for everybody and can be taken back', async () => {
  const { view } = await saveView(manager(), { ...of, name: 'Short', query: 'q=short', shared: 'on' });
  await removeView(manager(), { view });
  const named = async (person: PersonId) => (await state(person)).views.some(({ name }) => name === 'Short');
  expect([await named(season.manager), await named(other)]).toEqual([false, false]);
  expect((await state(season.manager, { removed: view })).removed).toEqual({ id: view, name: 'Short' });
  await restoreView(manager(), { view });
  expect([await named(season.manager), await named(other)]).toEqual([true, true]);
});

test('a list nobody declared, and one of an edition that is not yours, are not there', async () => {
  const stranger = season.as(await aPerson(season));
  expect(await refusalCode(chooseColumns(manager(), { list: 'nothing', subject: '', columns: ['a'] }))).toBe('general.not-found');
  expect(await refusalCode(chooseRows(stranger, { ...of, add: [] }))).toBe('general.not-found');
  expect(await refusalCode(chooseRows(manager(), { list: 'entries', subject: 'x', add: [] }))).toBe('general.not-found');
});
