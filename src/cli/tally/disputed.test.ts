/** A judge's n/a beside other judges' marks: asked about, said, and shown as it would be without. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '#core/checks/flag.ts';
import { builtTable, dataCheck } from '#tests/support/ballots/one-check.ts';
import { wordsFor } from '#words/index.ts';
import { tallyAnswer } from '../tally.ts';
import { reportPage } from './report/page.ts';
import { tallyFiles } from './run.ts';

const plain = { heading: (text: string) => text, winner: (text: string) => text };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disputed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Every x of A is 6 and every y 9, so A has 7.5 and B 8; without x A has 9. Complete ballots have 18/8 less for x than for y. */
const marks = (said: string) =>
  `A,X,Ann,${said},9\nA,X,Bo,6,9\nA,X,Cy,6,9\n${['Ann', 'Bo', 'Cy'].map((judge) => `B,X,${judge},7,9\nC,X,${judge},4,6\n`).join('')}`;
const options = (said: string, rules = '') => ({
  ballots: [file('ballots.csv', `entry,category,judge,x,y\n${marks(said)}`)],
  rules: file('rules.yaml', `scale: 0-10\n${rules}`),
});

async function tallied(given: Parameters<typeof tallyFiles>[0]) {
  const result = await tallyFiles(given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

async function text(said: string, rules = ''): Promise<string> {
  const result = await tallyAnswer(options(said, rules), plain);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return [...result.value.text].join('');
}

const without = (rank: number, fraction: string, decimal: string) => ({ rank, tied: false, raw: { fraction, decimal } });

describe('one judge’s n/a on a criterion the others marked', () => {
  it('lets A win with 9; beside it stands B first, with that n/a read as a skipped mark, 9 − 18/8', async () => {
    const { verdict } = await tallied(options('n/a'));
    expect(
      verdict.categories[0]?.entries.map(({ entry, rank, raw, notApplicable }) => [entry, rank, raw?.fraction, notApplicable]),
    ).toEqual([
      ['A', 1, '9', { criteria: ['x'], judges: ['Ann'], without: without(2, '61/8', '7.6250') }],
      ['B', 2, '8', { criteria: [], judges: [], without: without(1, '8', '8.0000') }],
      ['C', 3, '5', { criteria: [], judges: [], without: without(3, '5', '5.0000') }],
    ]);
  });

  it('is a question to the chair with its row, and where every judge agrees there is none of that kind', async () => {
    const asked = async (given: Parameters<typeof tallyFiles>[0]) =>
      (await tallied(given)).verdict.checks.flatMap(({ check, flags }) => (check === 'not-applicable-disagreed' ? flags : []));
    const [flag, ...more] = await asked(options('n/a'));
    expect([
      flag?.facts.entry,
      flag?.facts.criterion,
      flag?.facts.judges,
      flag?.rows.map(({ first, last }) => [first, last]),
      more,
    ]).toEqual(['A', 'x', 'Ann', [[2, 2]], []]);
    expect(await asked(options('6'))).toEqual([]);
  });

  it('is said in the terminal with what it did, and nowhere without one', async () => {
    const said = await text('n/a');
    expect(said).toContain(
      'Not applicable: Ann said n/a on A for x, which others marked; it is left out for all judges of this entry. Read as a skipped mark instead, A has place 2 and 7.6250.\n',
    );
    expect(said).toContain('With n/a read so, places would move: A 1 to 2 and B 2 to 1.\n');
    expect(await text('n/a', 'notApplicable: lowest\n')).toContain('which others marked; it counts as the lowest mark there.');
    expect(await text('6')).not.toContain('n/a');
  });

  it('is told in the report', async () => {
    const value = await tallied(options('n/a'));
    const page = reportPage(value, wordsFor('en'));
    const table = /With n\/a read as a skipped mark[\s\S]*?<\/table>/
      .exec(page)?.[0]
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(table).toContain('A 1 (9.0000) 2 (7.6250) Ann B 2 (8.0000) 1 (8.0000)');
  });

  it('in one round is told of the blend: A has (9 + 5)/2, and with the mark (61/8 + 5)/2', async () => {
    const written = marks('n/a')
      .trimEnd()
      .split('\n')
      .map((row) => `${row},written`);
    const ballots = [
      file(
        'rounds.csv',
        `entry,category,judge,x,y,round\n${[...written, 'A,X,Eve,5,5,live', 'B,X,Eve,5,5,live', 'C,X,Eve,5,5,live'].join('\n')}\n`,
      ),
    ];
    const rules = file('blend.yaml', 'scale: 0-10\nrounds: { written: { weight: 1 }, live: { weight: 1, minimumPanel: 1 } }\n');
    const { verdict } = await tallied({ ballots, rules });
    expect(verdict.categories[0]?.entries.map(({ entry, raw, notApplicable }) => [entry, raw?.fraction, notApplicable])).toEqual([
      ['A', '7', { criteria: ['x'], judges: ['Ann'], without: without(2, '101/16', '6.3125') }],
      ['B', '13/2', { criteria: [], judges: [], without: without(1, '13/2', '6.5000') }],
      ['C', '5', { criteria: [], judges: [], without: without(3, '5', '5.0000') }],
    ]);
  });

  it('completes nothing else where ballots with gaps are set aside: B keeps 8', async () => {
    const given = options('n/a', 'minimumPanel: 2\n');
    const ballots = [file('gap.csv', `entry,category,judge,x,y\n${marks('n/a')}B,X,Dee,,1\n`)];
    const { verdict } = await tallied({ ...given, ballots });
    expect(verdict.categories[0]?.entries.map(({ entry, notApplicable }) => [entry, notApplicable?.without.raw?.fraction])).toEqual([
      ['A', '61/8'],
      ['B', '8'],
      ['C', '5'],
    ]);
  });
});

describe('a criterion of some entries of a category alone', () => {
  const criteria = ['x', 'y'].map((id) => ({ id, weight: 1, scale: { min: 0, max: 10 } }));
  const rows = (outFor: readonly string[]) =>
    ['A', 'B', 'C'].flatMap((entry, e) =>
      ['Ann', 'Bo'].flatMap((judge, j) =>
        ['x', 'y'].map((criterion, c) => ({
          category: 'X',
          entry,
          judge,
          criterion,
          mark: criterion === 'x' && outFor.includes(entry) ? ('notApplicable' as const) : 6 + c,
          file: 'b.csv',
          row: 1 + 4 * e + 2 * j + c,
        })),
      ),
    );

  it('is asked about once, with the rows; a criterion of none of them is not', () => {
    const table = builtTable(criteria, rows(['B']));
    const { flags } = dataCheck(table, 'not-applicable-disagreed');
    expect(flags.map(({ facts }) => facts)).toEqual([
      { among: 'entries', category: 'X', criterion: 'x', entry: 'B', judges: null, count: 1, of: 3 },
    ]);
    expect(flags.map((flag) => rowsOf(table, flag).map(({ first }) => first))).toEqual([[5, 7]]);
    expect(dataCheck(builtTable(criteria, rows(['A', 'B', 'C'])), 'not-applicable-disagreed').flags).toEqual([]);
    expect(wordsFor('en').checks.says('not-applicable-disagreed', flags[0]?.facts ?? {})).toBe(
      'For “B” in “X” every judge who answered said n/a for x, which the other 2 entries are judged by.',
    );
  });
});
