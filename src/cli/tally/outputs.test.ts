import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '#platform/formats/xlsx-read.server.ts';
import { writeAll } from './outputs.ts';

const root = resolve(import.meta.dirname, '../../..');
const examples = join(root, 'docs/examples');
const ballots = join(examples, 'ballots.csv');
const rules = join(examples, 'rules.yaml');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outputs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Through the very command people give. */
function plaudit(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'plaudit'), words, { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
}

describe('the files of a tally', () => {
  it('are written together, or none of them where one cannot be', () => {
    const [good, bad] = [join(folder, 'a.json'), join(folder, 'nowhere/b.html')];
    expect(
      writeAll([
        { file: good, content: ['a'] },
        { file: bad, content: ['b'] },
      ]),
    ).toEqual({
      ok: false,
      refusals: [{ code: 'tally.file-not-writable', facts: { file: bad, reason: 'ENOENT' } }],
    });
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(good, 'old');
    expect(writeAll([{ file: good, content: ['n', 'ew'] }])).toEqual({ ok: true, value: [good] });
    expect([readFileSync(good, 'utf8'), readdirSync(folder)]).toEqual(['new', ['a.json']]);
  });

  it('are refused where two would take one name', () => {
    const [a, b] = [join(folder, 'a'), join(folder, './x/../a')];
    expect(
      writeAll([
        { file: a, content: ['1'] },
        { file: b, content: ['2'] },
      ]),
    ).toMatchObject({ ok: false, refusals: [{ code: 'tally.same-file-twice' }] });
  });

  it('are left as they were when the marks are refused, and nothing is printed', () => {
    writeFileSync(join(folder, 'bad.csv'), 'entry,category,judge,criterion,mark\nA,X,J,c,=1+1\n');
    writeFileSync(join(folder, 'r.json'), 'before');
    const { status, stdout, stderr } = plaudit('tally', '--ballots', 'bad.csv', '--out', 'r.json', '--report', 'r.html');
    expect([status, stdout, readFileSync(join(folder, 'r.json'), 'utf8'), readdirSync(folder).sort()]).toEqual([
      1,
      '',
      'before',
      ['bad.csv', 'r.json'],
    ]);
    expect(stderr).toContain('bad.csv, row 2, column “mark”: there is a formula, =1+1');
  });

  it('are the same bytes each time: JSON, spreadsheet and report', () => {
    const run = (n: number) => {
      plaudit('tally', '--ballots', ballots, '--rules', rules, '--out', `${n}.json`, '--workbook', `${n}.xlsx`, '--report', `${n}.html`);
      return ['json', 'xlsx', 'html'].map((kind) => readFileSync(join(folder, `${n}.${kind}`)));
    };
    const [first, second] = [run(1), run(2)];
    expect(first.map((bytes, i) => bytes.equals(second[i] ?? Buffer.alloc(0)))).toEqual([true, true, true]);
    expect(JSON.parse(String(first[0]))).toMatchObject({
      format: 'plaudit-tally',
      version: 1,
      source: { title: 'Lantern Service Awards 2027 (an invented season)' },
    });
  });
});

describe('a spreadsheet', () => {
  it('made for judges is read back when it is filled in', () => {
    writeFileSync(join(folder, 'e.csv'), 'entry,category\nA & B,X\n"C, D",X\n');
    expect(plaudit('tally', '--template', 't.xlsx', '--entries', 'e.csv', '--judges', 'Ann, Bö').status).toBe(0);
    const sheets = readWorkbook('t.xlsx', readFileSync(join(folder, 't.xlsx')));
    expect(sheets.map(({ name, rows }) => [name, [...rows()].slice(1, 3).map(({ cells }) => cells[0])]).slice(1)).toEqual([
      ['Ann', ['A & B', 'C, D']],
      ['Bö', ['A & B', 'C, D']],
    ]);
    // Nobody has marked anything yet, and that is said, not counted as zeros.
    const { status, stderr } = plaudit('tally', '--ballots', 't.xlsx');
    expect([status, stderr]).toEqual([1, expect.stringContaining('not one mark')]);
  });

  it('of the results holds every entry with its place, and every question with its rows', () => {
    plaudit('tally', '--ballots', ballots, '--workbook', 'w.xlsx');
    const [standings, , questions] = readWorkbook('w.xlsx', readFileSync(join(folder, 'w.xlsx'))).map(({ rows }) =>
      [...rows()].map(({ cells }) => cells),
    );
    expect([standings?.length, standings?.[6]?.slice(0, 6)]).toEqual([
      16,
      ['Contact centre of the year', '1', 'Northfield Rail', '', '7.9375', '127/16'],
    ]);
    expect([questions?.length, questions?.[1]?.[0], questions?.[1]?.at(-1)?.endsWith('rows 138 to 141')]).toEqual([2, 'Empty seats', true]);
  });
});

describe('what people decided', () => {
  it('is shown apart, with the places it changed; the difference of the two results names it', () => {
    const decision = 'Harbour Lane Water,Contact centre of the year,Ruth Calloway,,recused,the chair,declared late';
    writeFileSync(join(folder, 'o.csv'), `entry,category,judge,criterion,mark,who,why\n${decision}\n`);
    plaudit('tally', '--ballots', ballots, '--out', 'a.json');
    const { stdout } = plaudit('tally', '--ballots', ballots, '--overrides', 'o.csv', '--out', 'b.json');
    expect(stdout).toMatch(
      /Decided by people, from o\.csv: 4 marks in place of the judges’ own\.\n(?: {2}[a-z-]+ of Ruth Calloway on Harbour Lane Water \(Contact centre of the year\): \d became recused, by the chair: declared late\n){4} {2}Harbour Lane Water \(Contact centre of the year\) has place 1; without them place 2\.\n/,
    );
    const { overrides } = JSON.parse(readFileSync(join(folder, 'b.json'), 'utf8')) as {
      overrides: { applied: { was: string; is: string; who: string }[] };
    };
    expect([overrides.applied.length, overrides.applied.every(({ is, who }) => is === 'recused' && who === 'the chair')]).toEqual([
      4,
      true,
    ]);
    const diff = plaudit('tally', 'diff', 'a.json', 'b.json');
    expect(diff.stdout).toContain('Contact centre of the year: first Northfield Rail → Harbour Lane Water\n');
    expect(diff.stdout).toContain('the ballot of Ruth Calloway on Harbour Lane Water (Contact centre of the year): 13/2 → not counted\n');
    expect(plaudit('tally', 'diff', 'a.json', 'a.json').stdout).toBe('Nothing changed: same rules, same ballots, same places.\n');
    expect(plaudit('tally', 'diff', 'a.json', 'o.csv')).toMatchObject({ status: 1, stdout: '' });
  });
});
