import { expect, it } from 'vitest';
import { treeFromTable } from './from-table.ts';
import { categoriesShape } from './shape.ts';

const now = categoriesShape.parse([
  { code: 'J', name: { en: 'Service', de: 'Dienst' } },
  { code: 'J01', in: 'J', name: 'Courtesy', description: 'Kindness', nominees: ['team'], isNew: true },
  { code: 'K', name: 'Technology' },
]);
const read = (head: string, ...rows: string[]) =>
  treeFromTable(
    head.split('|'),
    rows.map((cells, i) => ({ row: i + 2, cells: cells.split('|') })),
    now,
    'en',
  );
const lines = ({ categories }: ReturnType<typeof read>) =>
  categories.map(({ code, in: above, name, ...rest }) => [above ?? '', code, name, rest] as const);

it('a row changes the category of its code or adds one at the end of its family, and what no row names stays', () => {
  expect(
    lines(
      read(
        'Shortcode|Category|Family|Description|New',
        'j|Customer service||Everything|',
        'J02|Night desk|j||yes',
        'J01||||no',
        'L| Public  sector |||',
      ),
    ),
  ).toEqual([
    ['', 'J', { en: 'Customer service', de: 'Dienst' }, { description: 'Everything' }],
    ['J', 'J01', 'Courtesy', { description: 'Kindness', nominees: ['team'] }],
    ['J', 'J02', 'Night desk', { isNew: true }],
    ['', 'K', 'Technology', {}],
    ['', 'L', 'Public sector', {}],
  ]);
});

it('a dash takes a category to the top, and a table of codes alone changes nothing', () => {
  expect(lines(read('code|in', 'J01|-')).find(([, code]) => code === 'J01')?.[0]).toBe('');
  expect(read('code', 'J', 'J01', 'K').categories).toEqual(now);
});

it('what cannot be meant is told by its row, all at once', () => {
  const told = ({ faults }: ReturnType<typeof read>) => faults.map(({ row, code }) => `${row} ${code}`);
  expect(told(read('name', 'A'))).toEqual(['1 editions.table-column-missing']);
  expect(told(read('code|name'))).toEqual(['1 editions.table-empty']);
  expect(told(read('code|name|new', 'A|One|perhaps', 'a|Two|'))).toEqual(['2 editions.table-yes-or-no', '3 editions.table-code-twice']);
});
