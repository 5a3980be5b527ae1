import { describe, expect, it } from 'vitest';
import { heldAgainst } from './against.ts';
import { readWinners } from './read-winners.ts';
import type { Reading, WrittenRow } from './row.ts';

const reading: Reading = { several: 'each', separator: '', thisYear: 2026 };

const table = (head: readonly string[], ...rows: readonly (readonly unknown[])[]): WrittenRow[] =>
  rows.map((cells, i) => ({ row: i + 2, cells: head.map((name, at) => [name, cells[at]] as const) }));
const said = (rows: readonly WrittenRow[], options: Partial<Reading> = {}) =>
  readWinners(rows, { ...reading, ...options }).winners.map(
    ({ nominee, organisation, shared }) => `${nominee} @ ${organisation}${shared ? ' joint' : ''}`,
  );
const codes = (rows: readonly WrittenRow[]) => {
  const { refusals, faults } = readWinners(rows, reading);
  return [...refusals.map(({ code }) => code), ...faults.map(({ row, column, code }) => `${row} ${column} ${code}`)];
};

const head = ['Year', 'Category', 'Winner', 'Company'];

describe('joint winners', () => {
  const three = table(head, ['1927/28', 'Courtesy', 'A', 'X'], ['1927/28', 'Courtesy', 'B', 'Y'], ['1928/29', 'Courtesy', 'C', 'Z']);

  it('in several rows won each on their own, or together where it is declared', () => {
    expect(said(three)).toEqual(['A @ X', 'B @ Y', 'C @ Z']);
    expect(said(three, { several: 'joint' })).toEqual(['A @ X joint', 'B @ Y joint', 'C @ Z']);
    expect(readWinners(three, reading).doubts).toEqual([{ row: 2, kind: 'several-winners', said: ['A', 'B'] }]);
    expect(readWinners(three, { ...reading, several: 'joint' }).doubts).toEqual([]);
  });

  it('are what a column of their own says, and then nobody is asked', () => {
    const rows = table([...head, 'joint'], ['2019', 'C', 'A', 'X', 'Yes'], ['2019', 'C', 'B', 'Y', 'x'], ['2019', 'C', 'D', 'Z', '']);
    expect(said(rows)).toEqual(['A @ X joint', 'B @ Y joint', 'D @ Z']);
    expect(readWinners(rows, reading).doubts).toEqual([]);
    expect(codes(table([...head, 'joint'], ['2019', 'C', 'A', 'X', 'perhaps']))).toEqual(['2 joint winners.joint-unreadable']);
  });

  it('in one cell are parted as declared, each with its organisation, or all with one', () => {
    const rows = (names: string, of: string) => table(head, ['2019', 'C', names, of]);
    expect(said(rows('A; B', 'X; Y'), { separator: ';' })).toEqual(['A @ X joint', 'B @ Y joint']);
    expect(said(rows('A; B;', 'X'), { separator: ';' })).toEqual(['A @ X joint', 'B @ X joint']);
    expect(said(rows('', 'X & Y'), { separator: '&' })).toEqual(['X @ X joint', 'Y @ Y joint']);
    expect(said(rows('A; B', 'X'))).toEqual(['A; B @ X']);
    expect(readWinners(rows('A; B; C', 'X; Y'), { ...reading, separator: ';' }).faults.map(({ code }) => code)).toEqual([
      'winners.names-uneven',
    ]);
  });

  it('in JSON may be a list of names', () => {
    expect(said([{ row: 1, cells: Object.entries({ year: 2019, category: 'C', nominee: ['A', 'B'], organisation: 'X' }) }])).toEqual([
      'A @ X joint',
      'B @ X joint',
    ]);
  });
});

describe('what is wrong', () => {
  it('is told row by row, all at once', () => {
    const rows = table(
      [...head, 'Code'],
      ['20019', '', 'A', 'X', 'A'],
      ['2019', 'C', '', '', 'A'],
      ['2031', 'C', 'A', 'X', '=A'],
      ['2019', 'C', 'A', 'X', 'A'],
      ['2019', 'c', 'Á', 'x', 'A'],
    );
    expect(codes(rows)).toEqual([
      '2 Year winners.year-unreadable',
      '2 Category winners.empty',
      '3 Winner winners.empty',
      '4 Year winners.year-to-come',
      '4 Code winners.code-unreadable',
      '6  winners.twice',
    ]);
  });

  it('may be a column that is missing, or one that stands there by two names', () => {
    expect(codes(table(['Jahr', 'Winner'], ['2019', 'A']))).toEqual(['winners.column-missing', 'winners.column-missing']);
    expect(codes(table(['Year', 'Award', 'Category', 'Name'], ['2019', 'C', 'C', 'A']))).toEqual(['winners.column-twice']);
    expect(codes([])).toEqual(['winners.none']);
  });

  it('may be what hostile hands put into a cell, and never reaches anybody', () => {
    const cell = (value: unknown) => codes(table(head, ['2019', 'C', value, 'X']));
    expect(cell('A\u202eB')).toEqual(['2 Winner winners.unsafe-text']);
    expect(cell('A\u0007')).toEqual(['2 Winner winners.unsafe-text']);
    expect(cell('\ud800')).toEqual(['2 Winner winners.unsafe-text']);
    expect(cell({ toString: 'A' })).toEqual(['2 Winner winners.not-text']);
    expect(cell([['A']])).toEqual(['2 Winner winners.not-text']);
    expect(cell('x'.repeat(301))).toEqual(['2 Winner winners.too-long']);
    expect(cell('𠮷'.repeat(300))).toEqual([]);
    expect(codes([{ row: 1, cells: [['__proto__', 'x'], ['constructor', 'y']] }])).toContain('winners.column-missing'); // biome-ignore format: one row
  });

  it('is not a formula: it stays the words it is, as our own files guard them', () => {
    const rows = table(head, ['2019', 'C', '=SUM(A1)', 'X'], ['2019', 'D', "'=SUM(A1)", 'X'], ['2019', 'E', "O'Hara", 'X']);
    expect(said(rows)).toEqual(['=SUM(A1) @ X', '=SUM(A1) @ X', "O'Hara @ X"]);
  });
});

describe('against what is there', () => {
  const rows = table(head, ['1927/28', 'Courtesy', 'Ünal Ö', 'Ridgeway Ltd'], ['2024', 'Team of the year', 'Bells', '']);
  const { winners } = readWinners(rows, reading);

  it('the same win by another spelling is there, and one of an edition that ran here too', () => {
    const known = winners.map((winner) => ({ ...winner, nominee: 'unal o', organisation: 'RIDGEWAY, LTD' })).slice(0, 1);
    const here = [{ first: 2024, last: 2024, category: 'Team of the year', code: 'A', nominee: 'bells' }];
    expect(heldAgainst(winners, known, here).add).toEqual([]);
    expect(heldAgainst(winners, known, []).add).toEqual(winners.slice(1));
  });

  it('twice is once, whatever the order of the rows, for a hundred lists made at random', () => {
    let state = 20_260_301;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    for (let round = 0; round < 100; round += 1) {
      const made = Array.from({ length: 1 + random(12) }, (_, i) => [
        String(1990 + random(30)),
        `Category ${random(3)}`,
        `Nominee ${i} ${['ä', 'ß', '漢', '𝔘'][random(4)] ?? ''}`,
        `Org ${random(4)}`,
      ]);
      const forth = readWinners(table(head, ...made), reading);
      const back = readWinners(table(head, ...made.toReversed()), reading);
      expect(forth.faults).toEqual([]);
      expect(heldAgainst(forth.winners, [], []).add).toEqual(forth.winners);
      expect(heldAgainst(forth.winners, back.winners, []).add).toEqual([]);
      const bare = (list: typeof back) => list.winners.map(({ row: _row, ...winner }) => JSON.stringify(winner)).sort();
      expect(bare(back)).toEqual(bare(forth));
    }
  });
});
