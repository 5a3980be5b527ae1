import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '#core/verdict/verdict.ts';
import { tallyAnswer } from '../tally.ts';
import type { TallyOptions } from './options.ts';

const plain = { heading: (text: string) => text, winner: (text: string) => text };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'blend-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

type Marks = Readonly<Record<string, readonly number[]>>;

/** A row a mark; judges are numbered, each round has its own. */
function rowsOf(round: string, marks: Marks, criterion = 'c'): string[] {
  return Object.entries(marks).flatMap(([entry, given]) =>
    given.map((mark, i) => `${entry},X,${round} ${i},${criterion},${mark},${round}`),
  );
}

const ballots = (rows: readonly string[], name = 'ballots.csv') =>
  file(name, `entry,category,judge,criterion,mark,round\n${rows.join('\n')}\n`);
const rulesFile = (text: string) => file('rules.yaml', text);

async function run(options: Partial<TallyOptions>): Promise<string | object[]> {
  const result = await tallyAnswer({ ballots: [], ...options }, plain);
  return result.ok ? [...result.value.text].join('') : result.refusals.map(({ code, facts }) => ({ code, ...facts }));
}

async function verdict(options: Partial<TallyOptions>): Promise<Verdict> {
  const text = await run({ ...options, json: true });
  if (typeof text !== 'string') throw new Error(JSON.stringify(text));
  return JSON.parse(text) as Verdict;
}

/** By the order of the exact scores: of one or two entries no more than that is told. */
const brief = ({ categories }: Verdict) =>
  categories.flatMap(({ entries }) =>
    entries.map(({ entry, rawRank, raw, level }) => {
      const shared = entries.filter((other) => rawRank !== null && other.rawRank === rawRank).length > 1;
      return `${entry} ${shared ? '=' : ''}${rawRank ?? '–'} ${raw?.fraction ?? '–'}${level ? ` ${level}` : ''}`;
    }),
  );

const halves = 'scale: 0-10\nminimumPanel: 2\nrounds: { written: 50 %, live: 50 % }\n';
const written = rowsOf('written', { A: [8, 7], B: [9, 8], C: [6, 6], D: [10, 10] });
const live = rowsOf('live', { A: [9, 8], B: [7, 7], C: [10, 10] });

describe('rounds', () => {
  it('are each aggregated alone and blended by their parts: (7.5 + 8.5)/2, (8.5 + 7)/2, (6 + 10)/2; without one nothing', async () => {
    const found = await verdict({ ballots: [ballots([...written, ...live])], rules: rulesFile(halves) });
    expect(brief(found)).toEqual(['A =1 8', 'C =1 8', 'B 3 31/4', 'D – –']);
    const d = found.categories[0]?.entries[3];
    expect([d?.status, d?.noPlace, d?.sources]).toEqual([
      'insufficient',
      { key: 'source-missing', facts: { sources: 'live' } },
      [
        { source: 'written', score: { fraction: '10', decimal: '10.0000' } },
        { source: 'live', score: null },
      ],
    ]);
  });

  it('claim no doubt of the blend, and keep the fit of each round beside it', async () => {
    const { categories, rounds = [], fit } = await verdict({ ballots: [ballots([...written, ...live])], rules: rulesFile(halves) });
    const [category] = categories;
    expect([category?.state, category?.official, category?.method, fit.judges]).toEqual(['blended', 'raw', 'raw', []]);
    expect(category?.entries.map(({ pFirst, rankInterval, corrected }) => [pFirst, rankInterval, corrected])).toEqual(
      Array.from({ length: 4 }, () => [null, null, null]),
    );
    expect(rounds.map(({ round, verdict: own }) => [round, own.counted.entries, own.fit.judges.length])).toEqual([
      ['written', 4, 2],
      ['live', 3, 2],
    ]);
  });

  it('may be told apart by file as well as by column, with the same outcome', async () => {
    const rules = rulesFile(
      'scale: 0-10\nminimumPanel: 2\nrounds:\n  written: { weight: 1, files: [w.csv] }\n  live: { weight: 1, files: [l.csv] }\n',
    );
    const bare = (rows: readonly string[], name: string) =>
      file(name, `entry,category,judge,criterion,mark\n${rows.map((row) => row.replace(/,[^,]*$/, '')).join('\n')}\n`);
    expect(brief(await verdict({ ballots: [bare(written, 'w.csv'), bare(live, 'l.csv')], rules }))).toEqual([
      'A =1 8',
      'C =1 8',
      'B 3 31/4',
      'D – –',
    ]);
  });

  it('weigh 75 to 25 as the preset says: (3·8 + 6)/4 and (3·7 + 9)/4 are exactly equal, and the judges’ score parts them', async () => {
    const rows = [...rowsOf('judges', { A: [8], B: [7] }), ...rowsOf('members', { A: [6], B: [9] })];
    const text = (ties: string) => rulesFile(`preset: vicabc\nscale: 0-10\nminimumPanel: 1\n${ties}`);
    expect(brief(await verdict({ ballots: [ballots(rows)], rules: text('') }))).toEqual(['A =1 15/2', 'B =1 15/2']);
    const parted = await verdict({ ballots: [ballots(rows)], rules: text('ties: [{ by: source, source: members }]\n') });
    expect(brief(parted)).toEqual(['B 1 15/2', 'A 2 15/2']);
    expect(parted.categories[0]?.entries[0]?.tieBroken).toEqual({ by: 'source', criteria: ['members'], from: ['A'] });
  });

  it('have a panel each: one ballot is enough live, and not on paper', async () => {
    const rows = [...rowsOf('written', { A: [8, 8], B: [9] }), ...rowsOf('live', { A: [7], B: [7] })];
    const rules = rulesFile('scale: 0-10\nrounds: { written: { weight: 1, minimumPanel: 2 }, live: { weight: 1, minimumPanel: 1 } }\n');
    expect(brief(await verdict({ ballots: [ballots(rows)], rules }))).toEqual(['A 1 15/2', 'B – –']);
  });

  it('let ladder and levels act on the blended score, floors on a criterion of one round', async () => {
    const rows = [
      ...rowsOf('written', { A: [8, 7], B: [9, 8], C: [6, 6] }),
      ...rowsOf('live', { A: [9, 8], B: [7, 7], C: [10, 10] }, 'stage'),
    ];
    const rules = rulesFile(
      `${halves}ties: [{ by: criterion, criterion: stage }]\nlevels:\n  - { level: Gold, atLeast: 8, floors: [{ criterion: c, atLeast: 7 }] }\n  - { level: Silver, atLeast: 7.75 }\n`,
    );
    expect(brief(await verdict({ ballots: [ballots(rows)], rules }))).toEqual(['C 1 8 Silver', 'A 2 8 Gold', 'B 3 31/4 Silver']);
  });

  it('on different scales meet on 0 to 100: 4 of 1–5 is 75, 60 of 100 is 60', async () => {
    const rows = [...rowsOf('paper', { A: [4] }), ...rowsOf('stage', { A: [60] }, 'd')];
    const rules = rulesFile('criteria: { c: { scale: 1-5 }, d: { scale: 0-100 } }\nminimumPanel: 1\nrounds: { paper: 2, stage: 1 }\n');
    expect(brief(await verdict({ ballots: [ballots(rows)], rules }))).toEqual(['A 1 70']);
  });

  it('are said, with a column each', async () => {
    const text = await run({ ballots: [ballots([...written, ...live])], rules: rulesFile(halves) });
    expect(text).toContain('Blended from written 50 and live 50.\n');
    expect(text).toContain('Rank  Entry   Score  Exact  written     live  Judges\n  =1  A      8.0000      8   7.5000   8.5000       4\n');
    expect(text).toContain('Not ranked: D. Insufficient: nothing counts from live, which is part of the score.\n');
  });
});

describe('votes', () => {
  const rows = rowsOf('', { A: [8, 8], B: [8, 9] });
  const given = (lines: string) => file('votes.csv', `entry,category,votes\n${lines}`);

  it('add .001 each, exactly: 8 + .5 stands beside 17/2 without one, and never above its limit', async () => {
    const each = 'preset: stevie-great-employers\nminimumPanel: 2\nscale: 1-10\n';
    const votes = given('A,X,500\nB,X,0\n');
    expect(brief(await verdict({ ballots: [ballots(rows)], votes, rules: rulesFile(each) }))).toEqual(['A =1 17/2', 'B =1 17/2']);
    const limited = rulesFile(`${each}votes: { each: .001, atMost: 0.25 }\n`);
    expect(brief(await verdict({ ballots: [ballots(rows)], votes, rules: limited }))).toEqual(['B 1 17/2', 'A 2 33/4']);
  });

  it('have to be said of every entry: nobody is a 0, and silence no score', async () => {
    const rules = rulesFile('votes: { each: 0.001 }\nminimumPanel: 2\n');
    expect(brief(await verdict({ ballots: [ballots(rows)], votes: given('A,X,500\n'), rules }))).toEqual(['A 1 17/2', 'B – –']);
  });
});

describe('metrics', () => {
  const rows = rowsOf('', { A: [8, 8], B: [6, 6] });
  const rules =
    'criteria: { c: 60 }\nscale: 1-10\nminimumPanel: 2\nmetrics: { hours: { weight: 40, breakpoints: { 4: 10, 24: 6, 72.5: 1 } } }\n';
  const given = (lines: string) => file('metrics.csv', `entry,category,metric,value\n${lines}`);

  it('are read off their breakpoints: (60·8 + 40·482/97)/100 after 34 hours, (60·6 + 40·8)/100 after 14', async () => {
    const found = await verdict({ ballots: [ballots(rows)], rules: rulesFile(rules), metrics: given('A,X,hours,34\nB,X,hours,14.0\n') });
    // 34 h: 6 − 5·10/48.5 = 482/97. 4.8 + 964/485 = 3292/485.
    expect(brief(found)).toEqual(['B 1 34/5', 'A 2 3292/485']);
    expect(found.categories[0]?.entries[1]?.derivation.map(({ key, facts }) => [key, facts.mark ?? facts.value])).toEqual([
      ['metric', '482/97'],
      ['share', '24/5'],
      ['share', '964/485'],
    ]);
  });

  it('beyond the ends are refused, unless the rules say that the end holds', async () => {
    const metrics = given('A,X,hours,100\nB,X,hours,4\n');
    expect(await run({ ballots: [ballots(rows)], rules: rulesFile(rules), metrics })).toMatchObject([
      { code: 'blend.value-outside-breakpoints', row: 2, value: '100', lowest: '4', highest: '72.5' },
    ]);
    const ends = rulesFile(rules.replace('{ weight: 40,', '{ weight: 40, beyond: ends,'));
    expect(brief(await verdict({ ballots: [ballots(rows)], rules: ends, metrics }))).toEqual(['B 1 38/5', 'A 2 26/5']);
  });

  it.each<[string, string, string, object[]]>([
    ['of no declared metric', rules, 'A,X,days,3\nA,X,hours,4\nB,X,hours,4\n', [{ code: 'blend.unknown-metric', metric: 'days', row: 2 }]],
    ['without any breakpoints', 'minimumPanel: 2\n', 'A,X,hours,4\n', [{ code: 'blend.unknown-metric', metrics: '' }]],
    ['that are no decimals', rules, 'A,X,hours,4 h\nB,X,hours,4\n', [{ code: 'blend.value-not-decimal', row: 2, value: '4 h' }]],
    ['of an entry nobody judged', rules, 'A,X,hours,4\nZ,X,hours,4\n', [{ code: 'scoring.unknown-entry', entry: 'Z', row: 3 }]],
    ['said twice', rules, 'A,X,hours,4\nA,X,hours,5\n', [{ code: 'blend.said-twice', row: 3, firstRow: 2 }]],
    ['left empty', rules, 'A,X,hours,\n', [{ code: 'csv.cell-empty', row: 2, column: 'value' }]],
    ['that were never measured', rules, '', [{ code: 'blend.metric-without-values', metric: 'hours' }]],
    [
      'on breakpoints outside the scale',
      rules.replace('4: 10', '4: 12'),
      'A,X,hours,4\n',
      [{ code: 'blend.breakpoints-outside-scale', metric: 'hours' }],
    ],
    ['on breakpoints that stand still', rules.replace('24: 6', '"4.0": 6'), 'A,X,hours,4\n', [{ code: 'scoring.breakpoints-not-valid' }]],
  ])('are refused %s', async (_what, text, lines, refusals) => {
    expect(await run({ ballots: [ballots(rows)], rules: rulesFile(text), ...(lines !== '' && { metrics: given(lines) }) })).toMatchObject(
      refusals,
    );
  });
});

describe('what cannot be blended is refused', () => {
  const both = [...written, ...live];
  it.each<[string, string, readonly string[], object[]]>([
    ['a part of nothing', 'scale: 0-10\nrounds: { written: 0, live: 1 }\n', both, [{ code: 'rules.not-valid', row: 2 }]],
    ['no rounds at all', 'rounds: {}\n', both, [{ code: 'rules.not-valid' }]],
    ['a round without a part', 'rounds: [{ round: live }]\n', both, [{ code: 'rules.missing' }]],
    ['parts that do not come to 100 %', 'rounds: { written: 50 %, live: 40 % }\n', both, [{ code: 'rules.weights-not-hundred' }]],
    ['a round without ballots', halves, written, [{ code: 'blend.round-without-ballots', round: 'live' }]],
    ['a ballot of another round', halves, [...both, 'A,X,J,c,7,final'], [{ code: 'blend.unknown-round', round: 'final', row: 16 }]],
    ['a ballot of no round', halves, [...both, 'A,X,J,c,7,'], [{ code: 'blend.round-missing', row: 16, rounds: 'written, live' }]],
    ['rounds on no scale', 'rounds: { written: 1, live: 1 }\n', both, [{ code: 'blend.scale-missing', criterion: 'c' }]],
    ['a corrected blend', `${halves}official: corrected\n`, both, [{ code: 'blend.official-not-raw' }]],
    ['ranks', `${halves}aggregation: borda\n`, both, [{ code: 'blend.needs-scale', aggregation: 'borda' }]],
    ['a rung of one round', `${halves}ties: [head-to-head]\n`, both, [{ code: 'blend.rung-not-usable', rung: 'head-to-head' }]],
    ['a rung by no source', `${halves}ties: [{ by: source, source: final }]\n`, both, [{ code: 'blend.unknown-source', source: 'final' }]],
    [
      'a rung by a criterion of both',
      `${halves}ties: [{ by: criterion, criterion: c }]\n`,
      both,
      [{ code: 'blend.criterion-in-several-rounds', rounds: 'written, live' }],
    ],
    [
      'a source without sources',
      'ties: [{ by: source, source: live }]\n',
      rowsOf('', { A: [1] }),
      [{ code: 'blend.unknown-source', sources: '' }],
    ],
    ['votes nobody counted', 'votes: { each: 0.001 }\n', rowsOf('', { A: [1] }), [{ code: 'blend.votes-missing' }]],
    [
      'one file in two rounds',
      'scale: 0-10\nrounds: { a: { weight: 1, files: [x.csv] }, b: { weight: 1, files: [x.csv] } }\n',
      both,
      [{ code: 'blend.file-of-several-rounds', file: 'x.csv', rounds: 'a, b' }],
    ],
  ])('%s', async (_what, rules, rows, refusals) => {
    expect(await run({ ballots: [ballots(rows)], rules: rulesFile(rules) })).toMatchObject(refusals);
  });

  it.each<[string, string, object[]]>([
    ['at no declared rate', 'minimumPanel: 1\n', [{ code: 'blend.votes-without-rate' }]],
    ['in halves', 'votes: { each: 1 }\n', [{ code: 'blend.votes-not-whole', row: 2, votes: '1.5' }]],
    ['for nobody', 'votes: { each: 1 }\n', [{ code: 'scoring.unknown-entry', row: 2, entry: 'Z' }]],
  ])('votes %s', async (what, rules, refusals) => {
    const lines = what === 'for nobody' ? 'Z,X,1' : what === 'in halves' ? 'A,X,1.5' : 'A,X,1';
    const votes = file('bad-votes.csv', `entry,category,votes\n${lines}\n`);
    expect(await run({ ballots: [ballots(rowsOf('', { A: [1] }))], votes, rules: rulesFile(rules) })).toMatchObject(refusals);
  });
});
