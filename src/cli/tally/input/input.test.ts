import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '#core/problems/refusal.ts';
import { type CellValue, workbook } from '#platform/formats/xlsx-write.server.ts';
import { wordsFor } from '#words/index.ts';
import { type Tallied, tallyFiles } from '../run.ts';

const { problems } = wordsFor('en');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const sheet = (name: string, head: readonly string[], ...rows: (readonly CellValue[])[]) => ({ name, head, rows });

async function read(...ballots: string[]): Promise<Tallied | readonly Refusal[]> {
  const tallied = await tallyFiles({ ballots, minJudges: '1' });
  return tallied.ok ? tallied.value : tallied.refusals;
}

/** Raw scores by entry, or what was refused with its place. */
async function scores(...ballots: string[]) {
  const tallied = await read(...ballots);
  if ('verdict' in tallied) {
    return Object.fromEntries(
      tallied.verdict.categories.flatMap(({ entries }) => entries.map(({ entry, raw }) => [entry, raw?.fraction ?? null])),
    );
  }
  return tallied.map(({ code, facts: { row, column } }) => [code, row ?? null, column ?? null]);
}

const long = 'entry,category,judge,criterion,mark\n';

describe('marks are read', () => {
  const expected = { A: '15/2', B: '5' };
  const longRows = 'A,X,Ann,c,8\nA,X,Ann,d,7\nA,X,Bo,c,9\nA,X,Bo,d,6\nB,X,Ann,c,5\nB,X,Ann,d,5\n';
  const wide = 'entry,category,judge,c,d,Comments\nA,X,Ann,8,7,good\nA,X,Bo,9,6,\nB,X,Ann,5,5,"hm, well"\n';
  const hotcrp =
    'paper,title,reviewername,email,c,d,Comments for authors\n1,A,Ann,ann@a.example,8,7,good\n1,A,Bo,bo@a.example,9,6,\n2,B,Ann,ann@a.example,5,5,no\n';
  const ann = [
    ['A', 'X', 8, 7, 'good'],
    ['B', 'X', 5, 5, null],
  ] as const;
  const bo = [
    ['A', 'X', 9, 6, null],
    ['B', 'X', null, null, null],
  ] as const;
  const head = ['Entry', 'Category', 'c', 'd', 'Comments'];

  it.each<[string, string, string | (() => Uint8Array)]>([
    ['in long form', 'long.csv', long + longRows],
    ['in UTF-16', 'utf16.csv', () => Buffer.from(`\ufeff${long}${longRows}`, 'utf16le')],
    ['with a byte order mark and CRLF', 'bom.csv', `\ufeff${long}${longRows}`.replaceAll('\n', '\r\n')],
    ['parted by semicolons', 'semicolons.csv', (long + longRows).replaceAll(',', ';')],
    [
      'parted by tabs in UTF-16, as a spreadsheet saves Unicode text',
      'tabs.csv',
      () => Buffer.from(`\ufeff${long}${longRows}`.replaceAll(',', '\t'), 'utf16le'),
    ],
    ['in wide form, a row a ballot', 'wide.csv', wide],
    [
      'in wide form with semicolons, and commas in the comments',
      'wide-semicolons.csv',
      'entry;category;judge;c;d;Comments\nA;X;Ann;8;7;good, very\nA;X;Bo;9,0;6;\nB;X;Ann;5;5;"hm; well"\n',
    ],
    [
      'from a workbook with a sheet a judge, rows not filled in left out',
      'sheets.xlsx',
      () => workbook([sheet('How to mark', ['x']), sheet('Ann', head, ...ann), sheet('Bo', head, ...bo)]),
    ],
    [
      'from a workbook whose numbers are texts, with the decimal comma of where they were typed',
      'texts.xlsx',
      () =>
        workbook([
          sheet('Ann', head, ...ann.map(([entry, category, c, d, words]) => [entry, category, `${c},0`, `${d}`, words])),
          sheet('Bo', head, ...bo),
        ]),
    ],
    [
      'from a workbook in long form',
      'long.xlsx',
      () =>
        workbook([
          sheet(
            'Marks',
            long.trim().split(','),
            ...longRows
              .trim()
              .split('\n')
              .map((row) => row.split(',').map((cell, i) => (i === 4 ? Number(cell) : cell))),
          ),
        ]),
    ],
  ])('%s', async (_how, name, content) => {
    expect(await scores(file(name, typeof content === 'string' ? content : content()))).toEqual(expected);
  });

  it('from the reviews HotCRP exports: paper and title are the entry, columns of words are passed over and said to be', async () => {
    const tallied = await read(file('reviews.csv', hotcrp));
    if (!('verdict' in tallied)) throw new Error(JSON.stringify(tallied));
    const [category] = tallied.verdict.categories;
    expect(category?.entries.map(({ entry, raw }) => [entry, raw?.fraction])).toEqual([
      ['1 A', '15/2'],
      ['2 B', '5'],
    ]);
    expect(tallied.verdict.fit.judges.map(({ judge }) => judge)).toEqual(['Ann', 'Bo']);
    expect(tallied.source.notes.map(({ kind }) => kind)).toEqual(['columns-passed-over', 'one-category']);
  });

  it('from several files, long and wide beside each other', async () => {
    const [one, two] = [
      file('one.csv', `${long}A,X,Ann,c,8\nA,X,Ann,d,7\nB,X,Ann,c,5\nB,X,Ann,d,5\n`),
      file('two.csv', 'entry,category,judge,c,d\nA,X,Bo,9,6\n'),
    ];
    expect(await scores(one, two)).toEqual(expected);
  });

  it('with words where there is no mark: none of them is a zero, and a whole ballot may be recused', async () => {
    const rows =
      'A,X,Ann,c,8\nA,X,Ann,d,n/a\nA,X,Bo,c,6\nA,X,Bo,d,N/A\nB,X,Ann,c,4\nB,X,Ann,d,abstained\nB,X,Bo,,recused\nB,X,Cy,c,5\nB,X,Cy,d,7\n';
    const tallied = await read(file('words.csv', long + rows));
    if (!('verdict' in tallied)) throw new Error(JSON.stringify(tallied));
    const entries = tallied.verdict.categories[0]?.entries ?? [];
    expect(
      entries.map(({ entry, raw, setAside }) => [
        entry,
        raw?.fraction,
        Object.fromEntries(setAside.map(({ judge, reason }) => [judge, reason])),
      ]),
    ).toEqual([
      ['A', '7', {}],
      ['B', '6', { Ann: 'abstained', Bo: 'recused' }],
    ]);
  });

  it('with the time of each ballot and the groups of entries and judges', async () => {
    const rows = 'A,X,Ann,c,8,Bank,Press,2027-03-19T18:12:00Z\nB,X,Ann,c,6,,,2027-03-19 18:13\n';
    const tallied = await read(file('more.csv', `entry,category,judge,criterion,mark,entry_group,judge_group,at\n${rows}`));
    if (!('tables' in tallied)) throw new Error(JSON.stringify(tallied));
    const [table] = tallied.tables;
    expect([table?.entries.map(({ group }) => group), table?.judges.map(({ group }) => group), [...(table?.at ?? [])]]).toEqual([
      ['Bank', null],
      ['Press'],
      [Date.UTC(2027, 2, 19, 18, 12), Date.UTC(2027, 2, 19, 18, 13)],
    ]);
  });
});

describe('bad input is refused with its row and column', () => {
  it.each<[string, string | (() => Uint8Array), unknown[]]>([
    ['an empty file', '', [['csv.empty', null, null]]],
    ['a header alone', long, [['csv.no-rows', null, null]]],
    ['rows without a mark', `${long}A,X,J,c,\n`, [['tally.no-marks', null, null]]],
    ['the wrong delimiter', 'entry|category|judge|criterion|mark\nA|X|J|c|7\n', [['csv.wrong-delimiter', 1, null]]],
    ['a missing column', 'entry,category,criterion,mark\nA,X,c,7\n', [['csv.missing-column', 1, 'judge']]],
    ['a decimal comma', `${long}A,X,J,c,"7,5"\n`, [['csv.decimal-comma', 2, 'mark']]],
    ['a decimal comma without quotes', `${long}A,X,J,c,7,5\n`, [['csv.decimal-comma', 2, 'mark']]],
    ['halves', `${long}A,X,J,c,7.5\n`, [['csv.decimal-mark', 2, 'mark']]],
    [
      'thousands or decimals, which a file parted by semicolons may mean',
      `${long}A,X,J,c,#`.replaceAll(',', ';').replace('#', '1,250\n'),
      [['csv.thousands-or-decimals', 2, 'mark']],
    ],
    [
      'something measured in place of a mark',
      `${long}A,X,J,c,82 %\nA,X,J,d,3.5 min\n`,
      [
        ['csv.measured', 2, 'mark'],
        ['csv.measured', 3, 'mark'],
      ],
    ],
    ['what is no text', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 1]), [['csv.not-text', null, null]]],
    ['a formula', `${long}A,X,J,c,=SUM(A1:A3)\n`, [['csv.formula', 2, 'mark']]],
    [
      'NaN and the like',
      `${long}A,X,J,c,NaN\nA,X,J,d,Infinity\nA,X,J,e,eight\n`,
      [
        ['csv.bad-number', 2, 'mark'],
        ['csv.bad-number', 3, 'mark'],
        ['csv.bad-number', 4, 'mark'],
      ],
    ],
    ['an empty name', `${long},X,J,c,7\n`, [['csv.cell-empty', 2, 'entry']]],
    ['the same mark twice', `${long}A,X,J,c,7\nA,X,J,c,7\n`, [['scoring.mark-twice', 3, 'mark']]],
    ['marks on two scales', `${long}A,X,J,c,7\nA,X,J,d,85\n`, [['tally.mixed-scales', 3, 'mark']]],
    ['a time nobody can read', `entry,category,judge,criterion,mark,at\nA,X,J,c,7,yesterday\n`, [['tally.time-not-readable', 2, 'at']]],
    ['UTF-16 that does not say so', () => Buffer.from(`${long}A,X,J,c,7\n`, 'utf16le'), [['csv.utf-16', null, null]]],
    [
      'a column of marks with a slip in it, in wide form',
      'entry,category,judge,c\nA,X,J,7\nB,X,J,7a\nC,X,J,8\n',
      [['csv.bad-number', 3, 'c']],
    ],
    ['a workbook cut short', () => workbook([sheet('Ann', ['entry', 'c'], ['A', 7])]).subarray(0, 300), [['zip.broken', null, null]]],
    ['a sheet without a head', () => workbook([sheet('Ann', ['A', 'B'], ['A', 7])]), [['xlsx.sheet-not-understood', null, null]]],
  ])('%s', async (what, content, refused) => {
    const path = file(`${what.replaceAll(' ', '-')}.csv`, typeof content === 'string' ? content : content());
    expect(await scores(path)).toEqual(refused);
    const refusals = await read(path);
    if ('verdict' in refusals) throw new Error('not refused');
    // Whoever reads the sentence finds the file in it.
    for (const { code, facts } of refusals) expect(problems[code].detail(facts)).toContain('.csv');
  });

  it('a file that is not there, and ten million rows, before they are read', async () => {
    expect(await scores(join(folder, 'nowhere.csv'))).toEqual([['csv.unreadable-file', null, null]]);
    const rows = 'Entry 1,Category 1,Judge 1,criterion 1,7\n'.repeat(100_000);
    const many = file('many.csv', long);
    for (let i = 0; i < 40; i += 1) writeFileSync(many, rows, { flag: 'a' });
    const began = process.cpuUsage();
    expect(await scores(many)).toEqual([['tally.too-many-marks', null, null]]);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it('weights that are no weights, and rules that contradict the options', async () => {
    const marks = file('w.csv', `${long}A,X,J,c,7\nA,X,J,d,7\n`);
    const rules = file('w.yaml', 'criteria: { c: 50 %, d: 45 % }\n');
    const tallied = await tallyFiles({ ballots: [marks], rules });
    const both = await tallyFiles({ ballots: [marks], rules, weights: 'c=1,d=1' });
    expect([tallied, both].map((one) => (one.ok ? [] : one.refusals.map(({ code }) => code)))).toEqual([
      ['rules.weights-not-hundred'],
      ['tally.option-beside-rules'],
    ]);
  });
});
