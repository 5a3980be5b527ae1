import { expect, test } from 'vitest';
import { shortNames } from './file-names.ts';

test('a file goes by its name, and two of one name by as much of their folders as tells them apart', () => {
  const name = shortNames(['/seasons/2027/round-1/ballots.csv', '/seasons/2027/round-2/ballots.csv', 'docs/rules.yaml', 'ballots.csv']);
  expect(['/seasons/2027/round-1/ballots.csv', '/seasons/2027/round-2/ballots.csv', 'docs/rules.yaml', 'ballots.csv'].map(name)).toEqual([
    'round-1/ballots.csv',
    'round-2/ballots.csv',
    'rules.yaml',
    'ballots.csv',
  ]);
  expect(shortNames(['/a.csv', '/a.csv'])('/a.csv')).toBe('a.csv');
});
