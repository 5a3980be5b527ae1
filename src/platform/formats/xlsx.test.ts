import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problems/problem.ts';
import { readWorkbook } from './xlsx-read.server.ts';
import { columnName, sheetNames, workbook } from './xlsx-write.server.ts';
import { openZip, zip } from './zip.server.ts';

const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return [error.code, error.facts.inside ?? null];
    throw error;
  }
  return undefined;
};

describe('an archive', () => {
  const files = [
    { name: 'a.txt', bytes: Buffer.from('hello') },
    { name: 'ü/b.bin', bytes: Buffer.alloc(100_000, 7) },
  ];

  it('holds what was put in, and the same files make the same bytes', () => {
    const archive = openZip('x.zip', zip(files), 1_000_000);
    expect(archive.names).toEqual(['a.txt', 'ü/b.bin']);
    expect(files.every(({ name, bytes }) => archive.read(name)?.equals(bytes))).toBe(true);
    expect([archive.read('nothing'), zip(files).equals(zip(files))]).toEqual([undefined, true]);
  });

  it('is never unpacked beyond the limit, whatever it says of itself, and all its files count together', () => {
    const bomb = zip([{ name: 'bomb', bytes: Buffer.alloc(20_000_000) }]);
    // It claims to hold one byte.
    const claim = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bomb.writeUInt32LE(1, claim + 24);
    expect(bomb.length).toBeLessThan(30_000);
    expect(refusalOf(() => openZip('x.zip', bomb, 1_000_000).read('bomb'))).toEqual(['zip.too-large', 'bomb']);
    const twice = openZip(
      'x.zip',
      zip([
        { name: 'a', bytes: Buffer.alloc(600) },
        { name: 'b', bytes: Buffer.alloc(600) },
      ]),
      1000,
    );
    expect(twice.read('a')?.length).toBe(600);
    expect(refusalOf(() => twice.read('b'))).toEqual(['zip.too-large', 'b']);
  });

  it('is refused when it is cut short, damaged, or none at all', () => {
    const good = zip(files);
    const damaged = Buffer.from(good);
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    expect([
      refusalOf(() => openZip('x.zip', good.subarray(0, good.length - 30), 1e6)),
      refusalOf(() => openZip('x.zip', damaged, 1e6).read('a.txt')),
      refusalOf(() => openZip('x.zip', Buffer.from('entry,mark\n'), 1e6)),
      refusalOf(() => openZip('x.zip', Buffer.alloc(0), 1e6)),
    ]).toEqual([
      ['zip.broken', null],
      ['zip.broken', 'a.txt'],
      ['zip.broken', null],
      ['zip.broken', null],
    ]);
  });
});

describe('a workbook', () => {
  const rows = (bytes: Buffer) =>
    readWorkbook('x.xlsx', bytes).map(({ name, rows: all }) => [name, [...all()].map(({ row, cells }) => [row, cells])]);

  it('keeps names, numbers and places; what begins like a formula stays words', () => {
    const bytes = workbook([
      {
        name: 'Zoë: a/b',
        head: ['entry', 'c & d'],
        rows: [
          ['=1+1', 8],
          [null, null],
          ['two\nlines', -3],
        ],
      },
    ]);
    expect(rows(bytes)).toEqual([
      [
        'Zoë  a b',
        [
          [1, ['entry', 'c & d']],
          [2, ['=1+1', '8']],
          [4, ['two\nlines', '-3']],
        ],
      ],
    ]);
  });

  it('gives every sheet a name Excel takes, and none twice', () => {
    const long = 'A name that is far longer than a sheet may have';
    expect(sheetNames([long, long, 'x', 'X', "'quoted'", ''])).toEqual([
      'A name that is far longer than',
      'A name that is far longer t (2)',
      'x',
      'X (2)',
      'quoted',
      'Sheet',
    ]);
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  /** A workbook as another program writes it: shared and rich text, prefixes, gaps, computed cells, a hidden sheet. */
  const foreign = (): Buffer => {
    const part = (name: string, text: string) => ({ name, bytes: Buffer.from(`<?xml version="1.0"?>${text}`) });
    const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`;
    return zip([
      part('_rels/.rels', `<Relationships>${relation('r', 'officeDocument', '/xl/book.xml')}</Relationships>`),
      part(
        'xl/book.xml',
        '<x:workbook><x:sheets><x:sheet name="A &amp; B" r:id="r1"/><x:sheet name="off" state="hidden" r:id="r2"/></x:sheets></x:workbook>',
      ),
      part(
        'xl/_rels/book.xml.rels',
        `<Relationships>${relation('r1', 'worksheet', 'worksheets/s.xml')}${relation('r2', 'worksheet', 'worksheets/s.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      ),
      part(
        'xl/sharedStrings.xml',
        '<sst><si><t>plain</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>bold</t></r><rPh><t>spoken</t></rPh></si></sst>',
      ),
      part(
        'xl/worksheets/s.xml',
        `<x:worksheet><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c><x:c r="D3"><x:f>SUM(A1:A2)</x:f><x:v>7.000000000000001</x:v></x:c></x:row><x:row r="4"><x:c r="A4" t="b"><x:v>1</x:v></x:c><x:c r="B4" t="inlineStr"><x:is><x:t>&#x5A;o&#235;</x:t></x:is></x:c><x:c r="C4" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    ]);
  };

  it('is read as other programs write it', () => {
    const [sheet, ...others] = readWorkbook('x.xlsx', foreign());
    const all = [...(sheet?.rows() ?? [])];
    expect([sheet?.name, sheet?.hidden]).toEqual(['A & B', false]);
    expect(others.map(({ name, hidden }) => [name, hidden])).toEqual([['off', true]]);
    expect(all.map(({ row, cells, formulas }) => [row, cells, [...formulas]])).toEqual([
      [3, ['', 'rich bold', '', '7'], [[3, '=SUM(A1:A2)']]],
      [4, ['TRUE', 'Zoë', 'plain'], []],
    ]);
  });

  it('is refused when it is an archive of another kind', () => {
    expect(refusalOf(() => readWorkbook('x.xlsx', zip([{ name: 'a.txt', bytes: Buffer.from('a') }])))).toEqual([
      'xlsx.not-a-workbook',
      null,
    ]);
  });

  it('holds checksums other programs agree with', () => {
    const [file] = [{ name: 'a', bytes: Buffer.from('marks') }];
    const bytes = zip([file]);
    expect([bytes.readUInt32LE(14), bytes.readUInt32LE(18)]).toEqual([crc32(file.bytes), deflateRawSync(file.bytes).length]);
  });
});
