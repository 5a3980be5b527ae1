/** What somebody wrote never becomes a formula, and what is a number or a date stays one, in both kinds of file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';
import { workbook } from './xlsx-write.server.ts';
import { openZip } from './zip.server.ts';

const dangerous = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()).map(([sign, rest]) => sign + rest);

test('in CSV no words begin as a formula does', () => {
  fc.assert(
    fc.property(dangerous, (words) => {
      const [, cell = ''] = csvText(['a'], [[words]]).split('\r\n');
      expect(cell.startsWith("'") || cell.startsWith('"\'')).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('in CSV numbers keep their minus and dates their form', () => {
  expect(csvText(['a'], [[-5, { wall: '2027-01-29 17:00:09' }, '-5', null]])).toBe("\ufeffa\r\n-5,2027-01-29 17:00:09,'-5,\r\n");
});

const sheetOf = (rows: Parameters<typeof workbook>[0][number]['rows']) =>
  openZip('x.xlsx', workbook([{ name: 'List', head: ['a'], rows }]), 1e6)
    .read('xl/worksheets/sheet1.xml')
    ?.toString() ?? '';

test('in a workbook words are text whatever they begin with, and no cell holds a formula', () => {
  fc.assert(
    fc.property(dangerous, (words) => {
      const sheet = sheetOf([[words]]);
      expect([sheet.includes('t="inlineStr"'), sheet.includes('<f>')]).toEqual([true, false]);
    }),
    { numRuns: 100 },
  );
});

test('in a workbook a day and a wall time are dates: days since the end of 1899 with a format of their own', () => {
  const sheet = sheetOf([[{ wall: '2027-01-29' }, { wall: '2027-01-29 12:00:00' }, -5]]);
  expect(sheet).toContain('<c r="A2" s="2"><v>46416</v></c><c r="B2" s="3"><v>46416.5</v></c><c r="C2" s="0"><v>-5</v></c>');
  expect(sheetOf([[{ wall: '1900-03-01' }]])).toContain('<v>61</v>');
});
