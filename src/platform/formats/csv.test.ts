import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problems/problem.ts';
import { readCsv, wholeNumber } from './csv.server.ts';
import { openBytes } from './text.server.ts';

async function* chunksOf(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Uint8Array, columns = ['entry', 'mark']) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const rows: unknown[] = [];
  try {
    for await (const row of readCsv('b.csv', chunksOf(bytes), columns)) rows.push(row);
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, facts: error.facts };
    throw error;
  }
  return rows;
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('a table in CSV', () => {
  const plain = [
    { row: 2, cells: { entry: 'Zoë & Co', mark: '8' } },
    { row: 3, cells: { entry: 'B', mark: '' } },
  ];
  it.each<[string, string | Uint8Array]>([
    ['plainly', 'entry,mark\nZoë & Co,8\nB,\n'],
    ['with a byte order mark and CRLF, as Excel saves it', '\ufeffentry,mark\r\nZoë & Co,8\r\nB,\r\n'],
    ['with spaces, capitals, quotes and other columns', ' Mark , note ,ENTRY\n8,"a, ""b""", Zoë & Co \n"",,B'],
    ['with letters and accents apart', 'entry,mark\nZoe\u0308 & Co,8\nB,\n'],
    ['in UTF-16, as “Unicode text” is saved', utf16('entry,mark\nZoë & Co,8\nB,\n')],
    ['in UTF-16 the other way round', utf16('entry,mark\nZoë & Co,8\nB,\n').map((_, i, all) => all[i ^ 1] ?? 0)],
    ['with the line ends of an old Macintosh', 'entry,mark\rZoë & Co,8\rB,\r'],
    ['parted by semicolons, as spreadsheets save it where a comma is the decimal mark', 'entry;mark\nZoë & Co;8\nB;\n'],
    ['parted by semicolons, with commas and semicolons in cells', 'mark;note;entry\n8;"a; b, c";Zoë & Co\n;a, b;B\n'],
    ['parted by tabs, quotes and empty cells included', 'entry\tnote\tmark\n"Zoë & Co"\t\t8\nB\t"a\tb"\t\n'],
    ['in UTF-16 parted by tabs, which is “Unicode text”', utf16('entry\tmark\r\nZoë & Co\t8\r\nB\t\r\n')],
    ['with blank rows at the end', 'entry,mark\nZoë & Co,8\nB,\n\n,\n'],
  ])('is read %s', async (_how, content) => {
    expect(await read(content)).toEqual(plain);
  });

  it('counts rows as an editor does, header and blank rows included', async () => {
    expect(await read('entry,mark\n\nA,1\n')).toEqual([{ row: 3, cells: { entry: 'A', mark: '1' } }]);
  });

  it.each<[string, string | Uint8Array, string, object]>([
    ['an empty file', '', 'csv.empty', {}],
    ['a file of blank lines', '\n\n', 'csv.empty', {}],
    ['a header alone', 'entry,mark\n', 'csv.no-rows', {}],
    ['UTF-16 without a mark', utf16('entry,mark\nA,1\n').subarray(2), 'csv.utf-16', {}],
    ['Latin-1', latin1('entry,mark\nA,1\nZoë,2\n'), 'csv.not-utf-8', { row: 3 }],
    ['bars', 'entry|mark\nA|7\n', 'csv.wrong-delimiter', { row: 1, delimiter: 'bars' }],
    ['as many semicolons as commas', 'entry,a;mark\nA,1;7\n', 'csv.delimiter-unclear', { row: 1 }],
    ['a workbook of old Excel', latin1('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'), 'csv.not-text', { what: 'xls' }],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'csv.not-text', { what: 'pdf' }],
    [
      'what is no text, with a zero here and there',
      latin1('\u007fELF\u0002\u0000\u0000\u0000\u0001\u0000\u0000\u0000'),
      'csv.not-text',
      { what: 'binary' },
    ],
    ['a missing column', 'entry,score\nA,7\n', 'csv.missing-column', { row: 1, column: 'mark', found: 'entry, score' }],
    ['a column named twice', 'entry,mark,Mark\nA,7,8\n', 'csv.column-twice', { row: 1, column: 'mark' }],
    ['a cell too few', 'entry,mark\nA,1\nB\n', 'csv.row-shape', { row: 3, cells: 1, expected: 2, delimiter: 'comma' }],
    [
      'a name with a comma and no quotes',
      'entry,mark\nSmith, Ann,7\n',
      'csv.row-shape',
      { row: 2, cells: 3, expected: 2, delimiter: 'comma' },
    ],
    ['a decimal comma without quotes', 'entry,mark\nA,1\nB,7,5\n', 'csv.decimal-comma', { row: 3, column: 'mark', value: '7,5' }],
    ['a quote within a cell', 'entry,mark\nA "B" C,1\n', 'csv.bad-quote', { row: 2 }],
    ['a quote never closed', 'entry,mark\n"A,1\nB,2\n', 'csv.bad-quote', { row: 2 }],
  ])('is refused for %s, naming the place', async (_what, content, code, facts) => {
    expect(await read(content)).toEqual({ code, facts: { file: 'b.csv', ...facts } });
  });

  it('may say on a line of its own what parts the cells, as Excel does', async () => {
    expect(await read('sep=;\nentry;mark\n"A, B";8\n')).toEqual([{ row: 3, cells: { entry: 'A, B', mark: '8' } }]);
  });

  it('is refused when the file is not there or is a folder', async () => {
    for (const file of ['/nowhere/at/all.csv', '/']) {
      const reading = readCsv(file, openBytes(file), ['entry']).next();
      await expect(reading).rejects.toMatchObject({ code: 'csv.unreadable-file', facts: { file } });
    }
  });
});

describe('a whole number in a cell', () => {
  const at = { file: 'b.csv', row: 5, column: 'mark' };
  it.each([
    ['8', 8],
    ['-3', -3],
    ['+4', 4],
    ['8.0', 8],
    ['008', 8],
  ])('is read from %s', (text, number) => {
    expect(wholeNumber(text, at)).toBe(number);
  });
  it.each([
    ['7,5', 'csv.decimal-comma'],
    ['7.5', 'csv.decimal-mark'],
    ['.5', 'csv.decimal-mark'],
    ['NaN', 'csv.bad-number'],
    ['eight', 'csv.bad-number'],
    ['=SUM(A1:A5)', 'csv.formula'],
    ['1e3', 'csv.bad-number'],
    ['9007199254740993', 'csv.bad-number'],
    ['n/a', 'csv.bad-number'],
  ])('is refused from %s as %s', (value, code) => {
    expect(wholeNumber(value, at)).toEqual({ code, facts: { ...at, value } });
  });
});
