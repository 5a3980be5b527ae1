import { expect, test } from 'vitest';
import { workbook } from '#platform/formats/xlsx-write.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { categoriesOf, changePart, editionById } from '../index.ts';
import { foundInTable } from './table.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { published: false });
const manager = () => season.as(season.manager, { clock: dates.before });

async function look(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const edition = await editionById(manager(), season.edition);
  if (!edition) throw new Error('no edition');
  return { found: await foundInTable(manager(), edition, new File([content], name)), version: edition.version };
}

const head = ['code', 'name', 'in', 'description', 'new'];
const rows = [
  ['A', 'Team of the season', '', '', ''],
  ['A1', 'Night teams', 'A', 'Whoever works while others sleep', 'yes'],
  ['C', '=SUM(1)', '', '', ''],
];

test('a workbook and a CSV of categories say the same changes, which are made when they are sent on and are nothing the second time', async () => {
  const sheet = new Uint8Array(workbook([{ name: 'Tree', head, rows, widths: [] }]));
  const { found, version } = await look('tree.xlsx', sheet);
  const csv = [head, ...rows].map((cells) => cells.join(';')).join('\r\n');
  expect((await look('tree.csv', csv)).found).toEqual(found);
  if (!found.ok) throw new Error(JSON.stringify(found.faults));
  expect(found.differences.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
    'changed categories[A].name',
    'added categories[C]',
    'added categories[A1]',
  ]);
  await changePart(manager(), { edition: season.edition, version, part: 'categories', body: JSON.parse(found.body) });
  expect((await categoriesOf(manager(), season.edition)).map(({ code, name }) => `${code} ${name}`)).toContain('C =SUM(1)');
  expect((await look('tree.csv', csv)).found).toMatchObject({ ok: true, differences: [] });
});

test('what is wrong in a table is told at its rows and changes nothing', async () => {
  const wrong = async (...lines: string[]) => {
    const { found } = await look('wrong.csv', ['code,name,in', ...lines].join('\n'));
    return found.ok ? 'no fault' : found.faults.map(({ row, text }) => `${row} ${text.slice(0, 3)}`);
  };
  expect(await wrong('D,Fine,', 'E,Nowhere,ZZ')).toEqual(['3 E, ']);
  expect(await wrong('9,Not a code,')).toEqual(['2 9, ']);
  expect(await wrong(',No code,')).toHaveLength(1);
  expect(await wrong('D,,')).toEqual(['2 D, ']);
  expect(await refusalCode(look('no.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])))).toMatch(/^(zip|xlsx)\./);
  expect(await refusalCode(look('many.csv', `code,name\n${'A,B\n'.repeat(5002)}`))).toBe('general.too-large');
});
