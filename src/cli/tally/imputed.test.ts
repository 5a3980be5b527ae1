import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recompute } from '#core/verdict/recounted/recompute.ts';
import type { Verdict } from '#core/verdict/verdict.ts';
import { wordsFor } from '#words/index.ts';
import { tallyAnswer } from '../tally.ts';
import { reportPage } from './report/page.ts';
import { tallyFiles } from './run.ts';

const plain = { heading: (text: string) => text, winner: (text: string) => text };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imputed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Complete ballots have two less for d than for c on average, so Bo’s d for A becomes 8 − 2 = 6. */
const marks = 'A,X,Ann,8,6\nA,X,Bo,8,\nA,X,Cy,6,4\nB,X,Ann,7,5\nB,X,Bo,7,5\nB,X,Cy,7,5\nC,X,Ann,5,3\nC,X,Bo,5,3\nC,X,Cy,5,3\n';
const options = (rules: string) => ({
  ballots: [file('ballots.csv', `entry,category,judge,c,d\n${marks}`)],
  rules: file('rules.yaml', `scale: 0-10\nminimumPanel: 2\n${rules}`),
});

async function text(rules: string, json = false): Promise<string> {
  const result = await tallyAnswer({ ...options(rules), json }, plain);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return [...result.value.text].join('');
}

const entriesOf = async (rules: string) => (JSON.parse(await text(rules, true)) as Verdict).categories.flatMap(({ entries }) => entries);

describe('imputed marks', () => {
  it('make A (7 + 7 + 5)/3 = 19/3 against 6; without them it has (7 + 5)/2 = 6 and shares the place', async () => {
    const entries = await entriesOf('skipped: impute\n');
    expect(entries.map(({ entry, rank, raw, imputed }) => [entry, rank, raw?.fraction, imputed])).toEqual([
      ['A', 1, '19/3', { judges: ['Bo'], without: { rank: 1, tied: true, raw: { fraction: '6', decimal: '6.0000' } } }],
      ['B', 2, '6', { judges: [], without: { rank: 1, tied: true, raw: { fraction: '6', decimal: '6.0000' } } }],
      ['C', 3, '4', { judges: [], without: { rank: 3, tied: false, raw: { fraction: '4', decimal: '4.0000' } } }],
    ]);
  });

  it('are nowhere spoken of where ballots with gaps are set aside', async () => {
    const entries = await entriesOf('');
    expect(entries.map(({ entry, rank, tied, imputed }) => [entry, rank, tied, imputed])).toEqual([
      ['A', 1, true, undefined],
      ['B', 1, true, undefined],
      ['C', 3, false, undefined],
    ]);
    expect(await text('')).not.toContain('mputed');
  });

  it('are counted and named, with place and score without them beside', async () => {
    const said = await text('skipped: impute\n');
    expect(said).toContain('Imputed: 1 ballot with gaps was completed, as the rules say; place and score without it stand beside.\n');
    expect(said).toMatch(/1 {2}A +6\.3333 +19\/3 +=1 \(6\.0000\)/);
    expect(said).toMatch(/2 {2}B +6\.0000 +6 +=1 \(6\.0000\)/);
    expect(said).toContain('Imputed: a mark of Bo on A, from the judge’s other marks there.\n');
  });

  it('are told in the report, in a table of its own', async () => {
    const tallied = await tallyFiles(options('skipped: impute\n'));
    if (!tallied.ok) throw new Error(JSON.stringify(tallied.refusals));
    const page = reportPage(tallied.value, wordsFor('en'));
    const table = /Without imputed marks[\s\S]*?<\/table>/
      .exec(page)?.[0]
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(table).toContain('A 1 (6.3333) =1 (6.0000) Bo B 2 (6.0000) =1 (6.0000) C 3 (4.0000) 3 (4.0000)');
  });

  it('of a round are told of the blend: (19/3 + 5)/2 with them, (6 + 5)/2 without', async () => {
    const written = marks
      .trimEnd()
      .split('\n')
      .map((row) => `${row},written`);
    const live = ['A,X,Eve,5,5,live', 'B,X,Eve,5,5,live', 'C,X,Eve,5,5,live'];
    const rules = file(
      'blend.yaml',
      'scale: 0-10\nskipped: impute\nrounds: { written: { weight: 1, minimumPanel: 2 }, live: { weight: 1, minimumPanel: 1 } }\n',
    );
    const ballots = [file('rounds.csv', `entry,category,judge,c,d,round\n${[...written, ...live].join('\n')}\n`)];
    const tallied = await tallyFiles({ ballots, rules });
    if (!tallied.ok) throw new Error(JSON.stringify(tallied.refusals));
    const [first] = tallied.value.verdict.categories[0]?.entries ?? [];
    expect([first?.entry, first?.raw?.fraction, first?.imputed]).toEqual([
      'A',
      '17/3',
      { judges: ['Bo'], without: { rank: 1, tied: true, raw: { fraction: '11/2', decimal: '5.5000' } } },
    ]);
  });

  it('stand beside in the public tally of a bundle as well', () => {
    const rules = {
      version: 1,
      criteria: ['c', 'd'].map((id) => ({
        id,
        weight: 1,
        scale: {
          min: 0,
          max: 10,
        },
      })),
      aggregation: { kind: 'mean' },
      skipped: 'impute',
      official: 'raw',
      minimumPanel: 2,
      ties: [],
      levels: [],
      seats: 3,
      draws: 1e3,
      priors: null,
      seatsAtRandom: false,
    };
    const ballots = marks
      .trimEnd()
      .split('\n')
      .map((row) => {
        const [entry = '', category = '', judge = '', c = '', d = ''] = row.split(',');
        return { seq: 0, category, entry, judge, marks: { c, ...(d && { d }) }, salt: '' };
      });
    const entries = ['A', 'B', 'C'].map((entry) => ({ category: 'X', entry }));
    const counted = recompute({ kind: 'public', rules, seed: '', entries, ballots, values: [], votes: [], overrides: [] });
    if (!counted.ok) throw new Error(JSON.stringify(counted.refusals));
    const value = JSON.parse(counted.text) as Pick<Verdict, 'categories'>;
    expect(value.categories[0]?.entries.map(({ imputed }) => imputed?.without.raw?.fraction)).toEqual(['6', '6', '4']);
  });
});
