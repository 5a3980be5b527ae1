import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

test('a table is one line a row, with quotes only where they are needed and doubled inside', () => {
  expect(
    csvText(
      ['Number', 'Title'],
      [
        ['A-001', 'Bell, “brass”'],
        ['A-002', 'say "hi"\nthen go'],
      ],
    ),
  ).toBe('\ufeffNumber,Title\r\nA-001,"Bell, “brass”"\r\nA-002,"say ""hi""\nthen go"\r\n');
});

test('a cell that a spreadsheet would compute is only words', () => {
  expect(csvText(['Title'], [['=1+1'], ['@SUM(A1)'], ['-2'], ['+3'], ['2-1']])).toBe(
    "\ufeffTitle\r\n'=1+1\r\n'@SUM(A1)\r\n'-2\r\n'+3\r\n2-1\r\n",
  );
});
