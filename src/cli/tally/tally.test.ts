import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '#core/verdict/verdict.ts';
import { tallyAnswer } from '../tally.ts';
import type { TallyOptions } from './options.ts';
import type { Source } from './run.ts';

const root = resolve(import.meta.dirname, '../../..');
const example = join(root, 'docs/examples/ballots.csv');
const guide = readFileSync(join(root, 'docs/how-to/tally-a-spreadsheet.md'), 'utf8');
const contest = join(root, '../shared/data/judging-strictly/results.csv');
const weights = 'resolution=40,empathy=30,clarity=20,follow-up=10';
const plain = { heading: (text: string) => text, winner: (text: string) => text };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, rows: string): string {
  const file = join(folder, name);
  writeFileSync(file, `entry,category,judge,criterion,mark\n${rows}`);
  return file;
}

async function run(options: Partial<TallyOptions>): Promise<string | string[]> {
  const panel = options.rules === undefined ? { minJudges: '1' } : {};
  const result = await tallyAnswer({ ballots: [], ...panel, ...options }, plain);
  return result.ok ? [...result.value.text].join('') : result.refusals.map(({ code }) => code);
}

async function runJson(options: Partial<TallyOptions>): Promise<Verdict & { readonly source: Source }> {
  const text = await run({ ...options, json: true });
  if (typeof text !== 'string') throw new Error(text.join());
  return JSON.parse(text) as Verdict & { readonly source: Source };
}

describe('a tally of the example season', () => {
  it.each(['README.md', 'docs/how-to/tally-a-spreadsheet.md'])('prints what %s shows, to the letter', async (page) => {
    const shown = /```text\n([\s\S]*?)```/.exec(readFileSync(join(root, page), 'utf8'))?.[1];
    const printed = await run({ ballots: [example], minJudges: '3' });
    expect(printed).toBe(shown);
  });

  it('is the same however the rows lie, and when they come in several files', async () => {
    const [header = '', ...rows] = readFileSync(example, 'utf8').trimEnd().split('\n');
    const halves = [rows.filter((_, i) => i % 2 === 1).reverse(), rows.filter((_, i) => i % 2 === 0)];
    const files = ['odd', 'even'].map((half) => join(folder, `${half}.csv`));
    for (const [i, file] of files.entries()) writeFileSync(file, [header, ...(halves[i] ?? [])].join('\r\n'));
    expect(await run({ ballots: files })).toBe(await run({ ballots: [example] }));
  });

  it('gives in JSON what a person needs to recount a score by hand', async () => {
    const { rules, source, categories } = await runJson({ ballots: [example], weights });
    expect([source.guessed, rules.minimumPanel]).toEqual([{ weights: false, scale: true }, 1]);
    const category = categories.find((one) => one.category === 'Contact centre of the year');
    const winner = category?.entries[0];
    expect([category?.winners, winner?.rank, winner?.raw]).toEqual([['Northfield Rail'], 1, { fraction: '317/40', decimal: '7.9250' }]);
    const sums = winner?.ballots.map(({ composite }) => composite.split('/').map(Number)) ?? [];
    expect(sums.length).toBe(4);
    expect(sums.reduce((sum, [n = 0, d = 1]) => sum + n / d, 0) / 4).toBeCloseTo(7.925, 12);
  });

  it('reads the seat that holds nothing but zeros as empty, says so, and names its rows', async () => {
    const { emptySeats, checks, categories } = await runJson({ ballots: [example] });
    const flags = checks.find(({ check }) => check === 'empty-seat-zeros')?.flags ?? [];
    const { rows, ballots } = flags[0] ?? { rows: [], ballots: [] };
    expect([emptySeats, flags.length, ballots]).toEqual([
      1,
      1,
      [{ category: 'Contact centre of the year', entry: 'Northfield Rail', judge: 'Lars Winther' }],
    ]);
    const lines = readFileSync(example, 'utf8').split('\n');
    expect(rows.map(({ first, last }) => lines.slice(first - 1, last).map((line) => line.split(',').at(-1)))).toEqual([
      ['0', '0', '0', '0'],
    ]);
    const northfield = categories.flatMap(({ entries }) => entries).find(({ entry }) => entry === 'Northfield Rail');
    expect(northfield?.setAside).toEqual([{ judge: 'Lars Winther', reason: 'empty-seat', missing: [] }]);
  });
});

describe('a tally', () => {
  it('says what it guessed: equal weights, the scale, and criteria that are not judged in a category', async () => {
    const file = written('guess.csv', 'A,X,J,c,5\nA,X,J,d,3\nB,Y,J,c,4\n');
    expect(await run({ ballots: [file] })).toBe(`3 marks in 2 ballots by 1 judge on 2 entries, 2 categories.
Weights: equal for c and d (set them with --weights or --rules).
Scale: 1 to 5, guessed from the marks (set it with --scale or --rules to refuse slips of the pen).
An entry’s score is the mean of its ballots. An entry is ranked with 1 complete ballot or more.
Fewer than three entries with the ballots they need: there are no ranks and no chances.

X
Rank  Entry   Score  Exact  Judges
   –  A      4.0000      4       1
No ranks: A has nobody to be compared with. People decide whether it is awarded.

Y
Rank  Entry   Score  Exact  Judges
   –  B      4.0000      4       1
No ranks: B has nobody to be compared with. People decide whether it is awarded.
Not judged in “Y”: d. The other weights count in full there.

No questions for the chair: 9 checks found nothing.
`);
  });

  it('awards nothing where no entry has the panel it needs', async () => {
    const file = written('few.csv', 'A,X,J,c,5\n');
    expect(await run({ ballots: [file], minJudges: '2' })).toContain(`
   –  A          –      –       1
Not awarded: no entry has enough complete ballots.
Not ranked: A. Insufficient: 1 ballot of the 2 it needs.
`);
  });

  it.each<[string, string, Partial<TallyOptions>, string[]]>([
    ['a mark outside the scale', 'A,X,J,c,55\n', { scale: '1-10' }, ['scoring.mark-outside-scale']],
    ['the same mark twice', 'A,X,J,c,5\nA,X,J,c,6\n', {}, ['scoring.mark-twice']],
    [
      'bad cells, all at once',
      'A,X,J,c,"7,5"\nA,X,J,d,7.5\nA,X,,e,good\n',
      {},
      ['csv.decimal-comma', 'csv.decimal-mark', 'csv.cell-empty', 'csv.bad-number'],
    ],
    ['rows without any mark', 'A,X,J,c,\n', {}, ['tally.no-marks']],
    ['a weight for an unknown criterion', 'A,X,J,c,5\n', { weights: 'c=1,d=1' }, ['tally.weight-without-marks']],
    ['a criterion without a weight', 'A,X,J,c,5\nA,X,J,d,5\n', { weights: 'c=1' }, ['tally.criterion-without-weight']],
    ['a weight of nought', 'A,X,J,c,5\n', { weights: 'c=0' }, ['scoring.weight-not-positive']],
    ['a weight that is not whole', 'A,X,J,c,5\n', { weights: 'c=0.3' }, ['scoring.weight-not-positive']],
    [
      'options nobody can read',
      'A,X,J,c,5\n',
      { weights: 'c', scale: 'ten', minJudges: 'x' },
      ['tally.weights-not-readable', 'tally.scale-not-readable', 'tally.min-judges-not-readable'],
    ],
    ['a weight given twice', 'A,X,J,c,5\n', { weights: 'c=1,c=2' }, ['scoring.criterion-twice']],
    ['a scale upside down', 'A,X,J,c,5\n', { scale: '10-1' }, ['tally.scale-not-readable']],
    ['a panel of nobody', 'A,X,J,c,5\n', { minJudges: '0' }, ['scoring.minimum-panel-not-valid']],
  ])('refuses %s', async (what, rows, options, codes) => {
    expect(await run({ ballots: [written(`${what}.csv`, rows)], ...options })).toEqual(codes);
  });
});

describe('the command', () => {
  const command = (words: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'tally', ...words], {
      input,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('reads standard input, and prints plainly where nobody is looking', () => {
    const { status, stdout, stderr } = command(['--ballots', '-', '--min-judges', '1'], 'entry,category,judge,criterion,mark\nA,X,J,c,5\n');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('X\nRank  Entry   Score  Exact  Judges\n   –  A      5.0000      5       1\nNo ranks: A has nobody');
  });

  it('prints nothing but the reasons when it refuses, with file, row, column and what to do', () => {
    expect(command(['--ballots', '-'], 'entry,category,judge,criterion,mark\nA,X,J,c,"7,5"\n')).toEqual({
      status: 1,
      stdout: '',
      stderr: `No tally was made. 1 thing must be put right first:
  standard input, row 2, column “mark”: “7,5” is written with a decimal comma, and commas part the columns of this file. Write a point (7.5), or save the file with semicolons between the columns; and say how far marks lie apart: --step 0.5, or step: 0.5 in the rules.
`,
    });
  });

  it('is a mistake of the command line without ballots', () => {
    expect(command([])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('fifteen series of a dancing contest, by the command the guide shows', () => {
  it.skipIf(!existsSync(contest))('rank by mean as by total over judges, with 42 ties for first in 179 weeks', async () => {
    const command = /```sh\n(awk [\s\S]*?)\| \.\/plaudit tally/.exec(guide)?.[1] ?? '';
    const longForm = execFileSync('sh', ['-c', command.replace('results.csv', '"$0"'), contest], { maxBuffer: 1e7 });
    const file = join(folder, 'contest.csv');
    writeFileSync(file, longForm);
    const rules = join(folder, 'quick.yaml');
    writeFileSync(rules, 'draws: 1000\nminimumPanel: 1\n');
    const { categories } = await runJson({ ballots: [file], rules });
    expect([categories.length, categories.filter(({ winners }) => winners.length > 1).length]).toEqual([179, 42]);
    const entries = categories.flatMap((category) => category.entries.map((entry) => ({ ...entry, category: category.category })));
    expect([entries.length, entries.flatMap(({ ballots }) => ballots).length]).toEqual([1719, 6900]);

    // A second path from the file itself: total / number of judges, in floating point, counted from the right.
    const second = new Map<string, { week: string; mean: number }>();
    for (const line of readFileSync(contest, 'utf8').trimEnd().split('\n').slice(1)) {
      const cells = line.split(',');
      const judges = cells.slice(-10, -1).filter((mark) => Number(mark) > 0).length;
      const [series = '', week = ''] = cells.slice(-13, -11).map((n) => n.padStart(2, '0'));
      const category = `series ${series} week ${week}`;
      if (judges > 0) second.set(`${category} ${cells[2]}: ${cells[4]}`, { week: category, mean: Number(cells.at(-1)) / judges });
    }
    for (const { category, entry, rank, raw } of entries) {
      const own = second.get(`${category} ${entry}`);
      const better = [...second.values()].filter(({ week, mean }) => week === category && mean > (own?.mean ?? 0)).length;
      expect([rank, raw?.decimal]).toEqual([better + 1, own?.mean.toFixed(4)]);
    }
  });
});
