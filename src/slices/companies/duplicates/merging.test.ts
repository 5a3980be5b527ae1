import { describe, expect, it, test } from 'vitest';
import type { CompanyId } from '#platform/ids.ts';
import { aCompany, aWholeCompany, mergeInto } from '#tests/support/companies/companies.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { foundedWorld } from '#tests/support/season.ts';
import {
  addDomain,
  addEmployment,
  addName,
  changeCompany,
  dismissPair,
  mergeCompanies,
  mergePreview,
  reopenPair,
  setParent,
  undoMerge,
} from '../index.ts';
import { companyList } from '../lists/lists.ts';
import { companyForReader } from '../views.ts';
import { likelyPairs } from './likely.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const admin = () => world.as(world.administrator);
const read = (company: CompanyId) => companyForReader(admin(), company);
const versionOf = async (company: CompanyId) => (await read(company)).company.version;

async function pairsOf(company: CompanyId, dismissed = false) {
  const { pairs } = await likelyPairs(admin(), { dismissed, after: undefined });
  return pairs.filter(({ first, second }) => [first.id, second.id].includes(company));
}

const merge = (kept: CompanyId, merged: CompanyId) => mergeInto(world, kept, merged);

const belowOf = async (company: CompanyId, parent: CompanyId | '') =>
  setParent(admin(), { company, parent, version: await versionOf(company) });

/** Every row of what merging touches, without the counters of versions and when something was last changed. */
async function everything(): Promise<string> {
  const tables = [
    'companies',
    'company_names',
    'company_domains',
    'company_sizes',
    'employments',
    'contacts',
    'company_keys',
    'company_pairs',
  ];
  const rows: unknown[] = [];
  for (const table of tables) {
    const found = await database.owner.pool.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - 'version' - 'changed_at' - 'found_at' as row from plaudit.${table} t where organisation_id = $1 order by to_jsonb(t)::text`,
      [world.organisation],
    );
    rows.push(table, found.rows.map(({ row }) => JSON.stringify(row)).sort());
  }
  return JSON.stringify(rows, null, 1);
}

describe('companies that may be one', () => {
  it('are asked about as soon as both are there, with what speaks for it', async () => {
    const first = await aCompany(world, 'Bexcombe Fibre Ltd');
    const second = await aCompany(world, 'Bexcomb Fibre');
    const [pair] = await pairsOf(first);
    expect([pair?.second.id, pair?.evidence]).toEqual([second, [{ kind: 'spelling', of: ['bexcombe', 'bexcomb'] }]]);
  });

  it('are found by an other name of one, and by nothing that another has as its domain', async () => {
    const first = await aCompany(world, 'Tyneholm Gas', { names: ['Merrow Energy'] });
    const second = await aCompany(world, 'Merrow Energy plc', { domains: ['merrow.example'] });
    const [pair] = await pairsOf(first);
    expect([pair?.second.id, pair?.evidence]).toEqual([second, [{ kind: 'same-words' }]]);
  });

  it('are no longer asked about once they are named apart, or known to be of one group', async () => {
    const [a, b] = [await aCompany(world, 'Hradčín Servis'), await aCompany(world, 'Hradcin Servis s.r.o.')];
    expect(await pairsOf(a)).toHaveLength(1);
    await belowOf(b, a);
    expect(await pairsOf(a)).toEqual([]);
    await belowOf(b, '');
    expect(await pairsOf(a)).toHaveLength(1);
    await changeCompany(admin(), { company: b, version: await versionOf(b), name: 'Vltava Servis', country: '' });
    expect(await pairsOf(a)).toEqual([]);
  });

  it('are not asked about again once somebody said that they are two, until that is taken back', async () => {
    const [first, second] = [await aCompany(world, 'Nordhavn Spedition'), await aCompany(world, 'Nordhavn Spedition A/S')];
    await dismissPair(admin(), { first, second });
    await addName(admin(), { company: second, name: 'Nordhavn', kind: 'short' });
    expect([(await pairsOf(first)).length, (await pairsOf(first, true)).length]).toEqual([0, 1]);
    expect(await refusalCode(dismissPair(admin(), { first, second }))).toBe('companies.pair-settled');
    await reopenPair(admin(), { first: second, second: first });
    expect([(await pairsOf(first)).length, (await pairsOf(first, true)).length]).toEqual([1, 0]);
  });

  it('are found both when two are added at once', async () => {
    await Promise.all([aCompany(world, 'Pikkujoki Sähkö Oy'), aCompany(world, 'Pikkujoki Sahko')]);
    const { companies } = await companyList(admin(), { search: 'pikkujoki' });
    expect(await pairsOf(companies[0]?.id as CompanyId)).toHaveLength(1);
  });
});

describe('a merge', () => {
  it('moves everything the kept company has not, shows it beforehand, and is undone to the last row', async () => {
    const [kept, merged] = [
      await aWholeCompany(world, 'Greatorex Rail', 'greatorex'),
      await aWholeCompany(world, 'Greatorex Rail plc', 'gx-rail'),
    ];
    const group = await aCompany(world, 'Ridgeway Holdings');
    const child = await aCompany(world, 'Little Fen Tramways');
    await belowOf(merged, group);
    await belowOf(child, merged);
    const before = await everything();
    expect((await mergePreview(admin(), kept, merged)).moves).toEqual({
      names: ['Greatorex Rail plc', 'gx-rail in trade'],
      domains: ['gx-rail.example'],
      sizes: 1,
      people: ['Somebody of gx-rail'],
      stay: [],
      children: ['Little Fen Tramways'],
      parent: 'Ridgeway Holdings',
    });
    const id = await merge(kept, merged);
    const { company, names, domains, sizes, people, merges } = await read(kept);
    expect({
      names: names.map(({ name, kind }) => [name, kind]),
      domains,
      sizes: sizes.length,
      people: people.map(({ name }) => name).sort(),
      parent: company.parent?.name,
      children: company.children.map(({ name }) => name),
      merges: merges.map((one) => one.merged.name),
    }).toEqual({
      names: [
        ['greatorex in trade', 'trading'],
        ['Greatorex Rail plc', 'merged'],
        ['gx-rail in trade', 'trading'],
      ],
      domains: ['greatorex.example', 'gx-rail.example'],
      sizes: 2,
      people: ['Somebody of greatorex', 'Somebody of gx-rail'],
      parent: 'Ridgeway Holdings',
      children: ['Little Fen Tramways'],
      merges: ['Greatorex Rail plc'],
    });
    expect((await companyList(admin(), { search: 'greatorex' })).companies.map(({ id: one }) => one)).toEqual([kept]);
    await undoMerge(admin(), { merge: id });
    expect(await everything()).toBe(before);
    expect(await refusalCode(undoMerge(admin(), { merge: id }))).toBe('companies.merge-undone');
  });

  it('leaves what both had where it was, and what came since with the kept company', async () => {
    const [kept, merged] = [
      await aCompany(world, 'Amerdale Care', { domains: ['amerdale.example'] }),
      await aCompany(world, 'Amerdale', { domains: ['amerdale.example'] }),
    ];
    const somebody = { name: 'Una Marchetti', email: 'una@amerdale.example', title: '', from: '2024-01-01', until: '' };
    await addEmployment(admin(), { company: kept, ...somebody });
    await addEmployment(admin(), { company: merged, ...somebody, from: '2025-01-01' });
    expect((await mergePreview(admin(), kept, merged)).moves).toMatchObject({ domains: [], people: [], stay: ['Una Marchetti'] });
    const id = await merge(kept, merged);
    await addName(admin(), { company: kept, name: 'Amerdale at home', kind: 'trading' });
    await undoMerge(admin(), { merge: id });
    expect([(await read(kept)).names.map(({ name }) => name), (await read(merged)).names]).toEqual([['Amerdale at home'], []]);
    expect([(await read(merged)).domains, (await read(merged)).people.length]).toEqual([['amerdale.example'], 1]);
  });

  it('is refused when one of the two was changed since it was shown, or is one company', async () => {
    const [kept, merged] = [await aCompany(world, 'Fernruf AG'), await aCompany(world, 'Fernruf')];
    const input = { kept, merged, shown: (await mergePreview(admin(), kept, merged)).shown };
    await addDomain(admin(), { company: merged, domain: 'fernruf.example' });
    expect(await refusalCode(mergeCompanies(admin(), input))).toBe('companies.changed-since-preview');
    expect(await refusalCode(mergeCompanies(admin(), { ...input, merged: kept }))).toBe('companies.merge-with-itself');
  });

  it('of two at once into different companies is one, and the second is told', async () => {
    const [a, b, c] = [
      await aCompany(world, 'Holm Energy A'),
      await aCompany(world, 'Holm Energy B'),
      await aCompany(world, 'Holm Energy C'),
    ];
    const outcomes = await Promise.allSettled([merge(a, c), merge(b, c)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of one that was merged further is undone only after that one', async () => {
    const [a, b, c] = [
      await aCompany(world, 'Saltings One'),
      await aCompany(world, 'Saltings Two'),
      await aCompany(world, 'Saltings Three'),
    ];
    const before = await everything();
    const [first, second] = [await merge(b, a), await merge(c, b)];
    expect(await refusalCode(undoMerge(admin(), { merge: first }))).toBe('companies.merged-further');
    await undoMerge(admin(), { merge: second });
    await undoMerge(admin(), { merge: first });
    expect(await everything()).toBe(before);
  });

  it('of a company into one below it, or above it, leaves a tree', async () => {
    const [top, middle, low] = [
      await aCompany(world, 'Dunmarrow A'),
      await aCompany(world, 'Dunmarrow B'),
      await aCompany(world, 'Dunmarrow C'),
    ];
    await belowOf(middle, top);
    await belowOf(low, middle);
    const before = await everything();
    const up = await merge(low, top);
    expect([(await read(low)).company.parent, (await read(middle)).company.parent?.id]).toEqual([null, low]);
    await undoMerge(admin(), { merge: up });
    const down = await merge(top, low);
    expect((await read(top)).company.children.map(({ id }) => id)).toEqual([middle]);
    await undoMerge(admin(), { merge: down });
    expect(await everything()).toBe(before);
  });

  it('is not undone where that would put a company above itself', async () => {
    const [kept, merged] = [await aCompany(world, 'Vuorela A'), await aCompany(world, 'Vuorela B')];
    const [above, below] = [await aCompany(world, 'Over Vuorela'), await aCompany(world, 'Under Vuorela')];
    await belowOf(merged, above);
    await belowOf(below, merged);
    const id = await merge(kept, merged);
    await belowOf(kept, '');
    await belowOf(above, below);
    expect(await refusalCode(undoMerge(admin(), { merge: id }))).toBe('companies.undo-closes-ring');
    await belowOf(above, '');
    await undoMerge(admin(), { merge: id });
    expect((await read(merged)).company.parent?.id).toBe(above);
  });
});

test('what was merged away is read as it was, and changed no more', async () => {
  const [kept, merged] = [await aCompany(world, 'Linden Row'), await aCompany(world, 'Linden Row Library')];
  await merge(kept, merged);
  const { company, mayChange, mayUndo } = await read(merged);
  expect([company.into?.id, mayChange, mayUndo]).toEqual([kept, false, true]);
  expect(await refusalCode(addName(admin(), { company: merged, name: 'The Row', kind: 'short' }))).toBe('companies.merged-away');
});
