import { expect, it } from 'vitest';
import { toldTogether } from './together.ts';

const win = (
  year: string,
  first: number,
  category: string,
  nominee: string,
  more: { title?: string; shared?: boolean; edition?: string } = {},
) => ({
  year,
  first,
  last: first,
  category,
  nominee,
  title: more.title ?? '',
  shared: more.shared ?? false,
  edition: more.edition ?? null,
});
const told = (wins: readonly ReturnType<typeof win>[]) =>
  toldTogether(wins).map(({ names, editions, categories }) => [
    names.join(),
    editions.map(({ slug }) => slug).join(),
    categories.map(
      ({ name, awards }) => `${name}: ${awards.map(({ winners }) => winners.map(({ nominee }) => nominee).join(' + ')).join(' | ')}`,
    ),
  ]);

it('joint winners of a title share a line, and two who won the same each on their own do not', () => {
  const gold = { title: 'Gold', shared: true };
  expect(
    told([
      win('2019', 2019, 'Courtesy', 'A', gold),
      win('2019', 2019, 'Courtesy', 'B', { title: 'GOLD', shared: true }),
      win('2019', 2019, 'Courtesy', 'C', { title: 'Silver', shared: true }),
      win('2019', 2019, 'Night desk', 'D'),
      win('2019', 2019, 'Night desk', 'E'),
    ]),
  ).toEqual([['2019', '', ['Courtesy: A + B | C', 'Night desk: D | E']]]);
});

it('a year is told once however it is spelt, with the editions of it that ran here', () => {
  expect(
    told([
      win('Spring 2026', 2026, 'Courtesy', 'A', { shared: true, edition: 'spring-2026' }),
      win('2026', 2026, 'COURTESY', 'B', { shared: true }),
      win('1927/28', 1927, 'Courtesy', 'C'),
    ]),
  ).toEqual([
    ['Spring 2026,2026', 'spring-2026', ['Courtesy: A | B']],
    ['1927/28', '', ['Courtesy: C']],
  ]);
});
