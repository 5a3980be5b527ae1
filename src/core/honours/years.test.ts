import { expect, test } from 'vitest';
import { editionOfYears, editionsAgo, readYears, yearsOfEdition } from './years.ts';

test('one year, or two that follow each other, are read as people write them', () => {
  const read = (text: string) => {
    const years = readYears(text);
    return years && `${years.first}-${years.last}`;
  };
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['2019', '2019-2019'],
    [' 2019 ', '2019-2019'],
    ['２０１９', '2019-2019'],
    ['1927/28', '1927-1928'],
    ['1927/1928', '1927-1928'],
    ['1998–99', '1998-1999'],
    ['1998 — 1999', '1998-1999'],
    ['1999/00', '1999-2000'],
    ['1999-2000', '1999-2000'],
    ['1927⁄28', '1927-1928'],
    ['1800', '1800-1800'],
    ['1799', undefined],
    ['2201', undefined],
    ['1927/29', undefined],
    ['1927/27', undefined],
    ['1928/27', undefined],
    ['1998-1998', undefined],
    ['1927/8', undefined],
    ['27/28', undefined],
    ['FY2019', undefined],
    ['c. 1990', undefined],
    ['2019.0', undefined],
    ['20190', undefined],
    ['=2019', undefined],
    ['', undefined],
  ];
  expect(cases.map(([text]) => [text, read(text)])).toEqual(cases);
});

test('an edition that ran here has the years its name says, else the one it opened in', () => {
  const cases = [
    ['2026', '2026'],
    ['Spring 2026', '2026'],
    ['The 2026/27 season', '2026-27'],
    ['2026/29', '2026'],
    ['Ten best', '2031'],
    ['Number 20260', '2031'],
  ] as const;
  expect(cases.map(([name]) => [name, editionOfYears(yearsOfEdition(name, 2031))])).toEqual(cases);
});

test('editions are counted back as long as none can be missing between them', () => {
  const ago = (now: number, ran: number[], listed: number[]) => [...editionsAgo(now, ran, listed)];
  // Every year; then 2018 is missing, and what lies before it is not known to any number.
  expect(ago(2026, [2025, 2024], [2023, 2022])).toEqual([[2025, 1], [2024, 2], [2023, 3], [2022, 4]]); // biome-ignore format: a table
  expect(ago(2020, [], [2019, 2017, 2016])).toEqual([[2019, 1]]);
  // Every second year, which the list itself says.
  expect(ago(2021, [], [2019, 2017, 2015])).toEqual([[2019, 1], [2017, 2], [2015, 3]]); // biome-ignore format: a table
  // Editions that ran here are all known, whatever years they were in.
  expect(ago(2026, [2022, 2018], [2017])).toEqual([[2022, 1], [2018, 2], [2017, 3]]); // biome-ignore format: a table
  expect(ago(2020, [], [2020, 2021])).toEqual([]);
});
