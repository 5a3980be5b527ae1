import { expect, test } from 'vitest';
import { applyWinners, editionById, proposeWinners } from '#slices/programmes/index.ts';
import { aCompany, mergeInto } from '#tests/support/companies/companies.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { matchWinnerName, undoMerge, winsOf } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

test('a company has won what a person said is its own, merged or not; names like its own that nobody judged are told', async () => {
  const season = await aSeason(world);
  const manager = () => season.as(season.manager, { clock: dates.before });
  const edition = await editionById(manager(), season.edition);
  if (edition === undefined) throw new Error('no edition');
  const content = [
    'year,category,code,nominee,organisation',
    '2025,Team of the year,,Ines Varga,Corvane Ltd',
    '2024,Courtesy,J01,The night desk,Corvane',
    '1927/28,Courtesy,,The bell ringers,Corvane Ltd',
    '2025,Courtesy,,Somebody else,Ridgeway',
    '2023,Courtesy,,!!!,Ridgeway',
  ].join('\n');
  const { import: id } = await proposeWinners(manager(), { programme: season.programme, file: 'old.csv', format: 'csv', content });
  await applyWinners(manager(), { import: id });
  const company = await aCompany(season, 'Corvane');
  const won = () => winsOf(manager(), { edition, company });
  expect(await won()).toEqual({ wins: [], open: ['Corvane', 'Corvane Ltd'] });

  const says = (written: string, said: string) => matchWinnerName(manager(), { programme: season.programme, written, company: said });
  const other = await aCompany(season, 'Corvane Limited');
  await says('Corvane Ltd', other);
  await says('Corvane', company);
  const night = { edition: '2024', ago: 2, category: 'J01' };
  expect(await won()).toEqual({ wins: [night], open: [] });

  const merge = await mergeInto(season, company, other);
  expect((await won()).wins.toSorted((a, b) => ((a.edition ?? '') < (b.edition ?? '') ? -1 : 1))).toEqual([
    { edition: '1927-28' },
    night,
    { edition: '2025', ago: 1, category: 'A' },
  ]);
  await undoMerge(manager(), { merge });
  expect((await won()).wins).toEqual([night]);

  await says('Corvane', '');
  expect(await won()).toEqual({ wins: [], open: ['Corvane'] });
  await says('Corvane', 'none');
  expect(await won()).toEqual({ wins: [], open: [] });
  expect(await winsOf(manager(), { edition, nominee: 'ínes  varga' })).toEqual({
    wins: [{ edition: '2025', ago: 1, category: 'A' }],
    open: [],
  });
  expect(await winsOf(manager(), { edition, nominee: ' !!! ' })).toEqual({ wins: [{ edition: '2023', ago: 3 }], open: [] });
  expect((await winsOf(manager(), { edition, nominee: 'varga' })).wins).toEqual([]);
  expect(await refusalCode(says('Nobody of the list', 'new'))).toBe('winners.name-unknown');
});
