import { expect, test } from 'vitest';
import { listState } from '#slices/lists/index.ts';
import { aCompany, mergeInto } from '#tests/support/companies/companies.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { setCountries } from './index.ts';
import { companiesList } from './lists/list-shape.ts';
import { companiesNamed, countFound, idsFound } from './lists/lists.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const admin = () => world.as(world.administrator, { clock: dates.before });
const [first, second, third] = [
  await aCompany(world, 'Aldmoor Water'),
  await aCompany(world, 'Fold and Fell'),
  await aCompany(world, 'Mossbank'),
];
const countriesOf = async () => (await companiesNamed(admin(), [first, second, third])).map(({ country }) => country);
const before = await countriesOf();
const to = (country: string) => [first, second, third].map((company) => ({ company, country }));

test('the country of several is set in one act, what has it already is left, and the same act takes it back', async () => {
  await setCountries(admin(), { changes: to('NO').slice(0, 1) });
  const { done, left } = await setCountries(admin(), { changes: to('NO') });
  expect([await countriesOf(), done.length, left]).toEqual([['NO', 'NO', 'NO'], 2, 1]);
  const url = new URL('http://localhost/manage/companies');
  const { held } = await listState(admin(), companiesList, { subject: '', path: '/manage/companies', url });
  expect(held).toEqual(done.map(({ company }) => company));
  await setCountries(admin(), { changes: done.map((change) => ({ company: change.company, country: change.before })) });
  expect(await countriesOf()).toEqual(['NO', ...before.slice(1)]);
});

test('where nothing would change nothing is told', async () => {
  await setCountries(admin(), { changes: to('SE') });
  expect(await refusalCode(setCountries(admin(), { changes: to('SE') }))).toBe('companies.countries-stand');
});

test('a company that was merged away meanwhile is left', async () => {
  await mergeInto(world, first, third);
  const { done, left } = await setCountries(admin(), { changes: to('IE') });
  expect([done.map(({ company }) => company).sort(), left]).toEqual([[first, second].sort(), 1]);
});

test('rows found are counted over all pages, and those held among them', async () => {
  expect(await countFound(admin(), { search: 'aldmoor' }, [first, second])).toEqual({ found: 1, among: 1 });
  expect(await idsFound(admin(), {}, 1)).toHaveLength(1);
});

test('whoever only reads companies changes none', async () => {
  const auditor = await aMember(season, season.programme, 'auditor', 'Piet Aldous');
  expect(await refusalCode(setCountries(world.as(auditor), { changes: to('FI') }))).toBe('general.not-found');
});
