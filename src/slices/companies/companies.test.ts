import { describe, expect, it, test } from 'vitest';
import type { CompanyId } from '#platform/ids.ts';
import { aCompany } from '#tests/support/companies/companies.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aMember, aPerson, aSeason, foundedWorld } from '#tests/support/season.ts';
import { addDomain, addName, changeCompany, recordSize, removeDomain, removeName, setParent } from './index.ts';
import { companyCounts, companyList } from './lists/lists.ts';
import { companyForReader } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const admin = () => world.as(world.administrator);
const read = (company: CompanyId) => companyForReader(admin(), company);
const listed = async (search: string) => (await companyList(admin(), { search })).companies.map(({ name }) => name);

describe('a company', () => {
  it('is found whatever script, accent or legal form is searched for', async () => {
    await aCompany(world, 'Müllheim Versicherung AG', { names: ['Мюльхайм'], domains: ['muellheim.example'] });
    for (const search of ['mullheim', 'MUELLHEIM gmbh', 'Müll', 'мюль', 'Myulkhaym', 'versich müllheim', 'muellheim.ex'])
      expect([search, await listed(search)]).toEqual([search, ['Müllheim Versicherung AG']]);
    for (const search of ['mullheim telecom', '%', '_']) expect([search, await listed(search)]).toEqual([search, []]);
  });

  it('is not changed by whoever saw an earlier version, and is told both texts', async () => {
    const company = await aCompany(world, 'Aldmoor Water');
    const { version } = (await read(company)).company;
    await changeCompany(admin(), { company, version, name: 'Aldmoor Water Board', country: 'GB' });
    expect(await refusal(changeCompany(admin(), { company, version, name: 'Aldmoor Waters', country: '' }))).toMatchObject({
      code: 'general.stale-version',
      fields: ['name: field.changed-meanwhile', 'country: field.changed-meanwhile'],
    });
    expect((await read(company)).company).toMatchObject({ name: 'Aldmoor Water Board', country: 'GB', version: version + 1 });
  });

  it('has each name and domain once, and a domain is that part which was registered', async () => {
    const company = await aCompany(world, 'Kestrel Hill Bank');
    const { domain } = await addDomain(admin(), { company, domain: 'https://www.kestrel-hill.example/help' });
    expect(domain).toBe('kestrel-hill.example');
    const { name } = await addName(admin(), { company, name: 'Kestrel', kind: 'short' });
    expect(await refusalCode(addDomain(admin(), { company, domain: 'mail@kestrel-hill.example' }))).toBe('companies.domain-held');
    expect(await refusalCode(addName(admin(), { company, name: 'Kestrel', kind: 'former' }))).toBe('companies.name-held');
    expect(await refusal(addDomain(admin(), { company, domain: 'somebody@gmail.com' }))).toMatchObject({
      fields: ['domain: companies.not-a-domain'],
    });
    await removeName(admin(), { company, name });
    await removeDomain(admin(), { company, domain });
    expect(await refusalCode(removeName(admin(), { company, name }))).toBe('companies.name-not-held');
    expect(await refusalCode(removeDomain(admin(), { company, domain }))).toBe('companies.domain-not-held');
    const { names, domains } = await read(company);
    expect([names, domains]).toEqual([[], []]);
  });

  it('has the size of the latest day, with how that is known; earlier ones stay', async () => {
    const company = await aCompany(world, 'Osier Lane Grocers');
    const record = (size: 'small' | 'medium', asOf: string) =>
      recordSize(admin(), { company, class: size, asOf, source: `Register, ${asOf}` });
    await record('medium', '2025-12-31');
    await record('small', '2023-12-31');
    expect((await read(company)).sizes.map((size) => [size.class, size.asOf, size.source])).toEqual([
      ['medium', '2025-12-31', 'Register, 2025-12-31'],
      ['small', '2023-12-31', 'Register, 2023-12-31'],
    ]);
    const [line] = (await companyList(admin(), { search: 'osier', size: 'medium' })).companies;
    expect([line?.size, line?.sizeAsOf]).toEqual(['medium', '2025-12-31']);
    expect((await companyList(admin(), { search: 'osier', size: 'none' })).companies).toEqual([]);
    const later = world.as(world.administrator, { clock: new Date('2026-03-10T09:00:00Z') });
    const tomorrow = { company, class: 'large', asOf: '2026-03-11', source: 'A plan' } as const;
    expect(await refusal(recordSize(later, tomorrow))).toMatchObject({ fields: ['asOf: companies.day-to-come'] });
    await recordSize(later, { ...tomorrow, asOf: '2026-03-10' });
  });
});

describe('a parent', () => {
  const parentSet = async (company: CompanyId, parent: CompanyId | '') =>
    setParent(admin(), { company, parent, version: (await read(company)).company.version });

  it('is never below its company, however many lie between', async () => {
    const [a, b, c] = [await aCompany(world, 'Corvane One'), await aCompany(world, 'Corvane Two'), await aCompany(world, 'Corvane Three')];
    await parentSet(b, a);
    await parentSet(c, b);
    for (const below of [a, b, c]) expect(await refusalCode(parentSet(a, below))).toBe('companies.above-itself');
    await parentSet(c, '');
    await parentSet(a, c);
    expect((await read(c)).company.children.map(({ id }) => id)).toEqual([a]);
  });

  it('makes no ring when two are put below each other at once', async () => {
    const [a, b] = [await aCompany(world, 'Tessandro One'), await aCompany(world, 'Tessandro Two')];
    const outcomes = await Promise.allSettled([parentSet(a, b), parentSet(b, a)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

test('pages of the list hold every company once, whatever is added in between', async () => {
  const here = await foundedWorld(database);
  for (const name of ['Delta', 'Alpha', 'Charlie', 'Bravo', 'Echo']) await aCompany(here, `${name} Airways`);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await companyList(here.as(here.administrator), { after }, 2);
    seen.push(...page.companies.map(({ name }) => name));
    if (after === undefined) await aCompany(here, 'Aardvark Airways');
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual(['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'].map((name) => `${name} Airways`));
  const newest = await companyList(here.as(here.administrator), { sort: 'newest' }, 3);
  expect(newest.companies.map(({ name }) => name)).toEqual(['Aardvark Airways', 'Echo Airways', 'Bravo Airways']);
});

test('whoever manages any programme works with companies, an auditor reads them, and nobody else learns that there are any', async () => {
  const season = await aSeason(await foundedWorld(database));
  const company = await aCompany(season, 'Marlune Eaux');
  const auditor = await aMember(season, season.programme, 'auditor', 'Aino Vuori');
  expect((await companyForReader(season.as(season.manager), company)).mayChange).toBe(true);
  expect((await companyForReader(season.as(auditor), company)).mayChange).toBe(false);
  expect(await refusalCode(addName(season.as(auditor), { company, name: 'Marlune', kind: 'short' }))).toBe('general.not-found');
  const judge = await aMember(season, season.programme, 'judge', 'Maren Oduya');
  for (const person of [judge, await aPerson(season), world.administrator]) {
    expect(await refusalCode(companyForReader(season.as(person), company))).toBe('general.not-found');
    expect(await refusalCode(companyList(season.as(person), {}))).toBe('general.not-found');
    expect(await refusalCode(companyCounts(season.as(person)))).toBe('general.not-found');
  }
  expect(await refusalCode(companyForReader(admin(), company))).toBe('general.not-found');
});
