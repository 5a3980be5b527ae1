/** From files to bundles and back: scores of several sources, and marks that people decided. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recount } from '#core/record/bundle/recount.ts';
import { recompute } from '#core/verdict/recounted/recompute.ts';
import { forge, readFiles } from '#tests/support/tally/bundles.ts';
import { recountText } from '#words/recount-text.ts';
import type { TallyOptions } from '../tally/options.ts';
import { writeAll } from '../tally/outputs.ts';
import { type Tallied, tallyFiles } from '../tally/run.ts';
import { tallyAnswer } from '../tally.ts';
import { readBundle } from './read-bundle.ts';

let folder: string;
let options: TallyOptions;
let tallied: Tallied;
const at = (name: string): string => join(folder, name);

const rules = `scale: 0-10
minimumPanel: 2
rounds: { written: 50, live: 30 }
metrics: { hours: { weight: 20, breakpoints: { 4: 10, 24: 6, 72.5: 1 } } }
votes: { each: 0.001 }
ties: [lot]
seed: lantern-2027
`;

function marks(round: string, from: number): string[] {
  return ['A', 'B', 'C', 'D'].flatMap((entry, e) =>
    ['Ruth', 'Sam', round === 'live' ? 'Tom' : 'Una'].map(
      (judge, j) => `${entry},X,${judge},c,${4 + ((from + 2 * e + 3 * j) % 6)},${round}`,
    ),
  );
}

const overrides = (lines: string): string => `entry,category,judge,criterion,mark,who,why,round\n${lines}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'blended-bundle-'));
  const files = {
    'ballots.csv': `entry,category,judge,criterion,mark,round\n${[...marks('written', 1), ...marks('live', 3)].join('\n')}\n`,
    'rules.yaml': rules,
    'metrics.csv': `entry,category,metric,value\nA,X,hours,4\nB,X,hours,30\nC,X,hours,70\nD,X,hours,24\n`,
    'votes.csv': 'entry,category,votes\nA,X,10\nB,X,250\nC,X,0\nD,X,40\n',
    'overrides.csv': overrides('A,X,Ruth,c,10,the chair,a slip of the pen,live\nB,X,Una,c,recused,the chair,declared late,\n'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  options = {
    ballots: [at('ballots.csv')],
    rules: at('rules.yaml'),
    metrics: at('metrics.csv'),
    votes: at('votes.csv'),
    overrides: at('overrides.csv'),
    bundle: at('blend.zip'),
  };
  const made = await tallyFiles(options);
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  tallied = made.value;
  const written = writeAll(tallied.bundles);
  if (!written.ok) throw new Error(JSON.stringify(written.refusals));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['blend.zip', 'blend.public.zip'])('%s', (name) => {
  it('recounts to the places of the tally, and says what was held against what', () => {
    const counted = recount(readBundle(at(name)), recompute);
    const text = recountText(counted);
    expect(counted.findings).toEqual([]);
    expect(text).toContain('\n24 ballots, 4 measured values, 4 counts of votes, 2 marks decided by people\n');
    expect(text).toContain('  Values, votes and overrides are those recorded  yes\n');
    const stated = JSON.parse(counted.result ?? '') as Tallied['verdict'];
    const places = ({ categories }: Pick<Tallied['verdict'], 'categories'>) =>
      categories.flatMap(({ entries }) => entries.map(({ entry, rank, raw }) => [entry, rank, raw]));
    expect(places(stated)).toEqual(places(tallied.verdict));
  });

  it.each([
    ['metrics.jsonl', /"value":"30"/, '"value":"4"', 'metrics.jsonl, line 2: hours of B (X), 4, is not what was recorded.'],
    ['votes.jsonl', /"votes":"250"/, '"votes":"2500"', 'votes.jsonl, line 2: 2500 votes for B (X) are not what was recorded.'],
    ['overrides.jsonl', /"mark":"10"/, '"mark":"9"', 'on A): 9 for c is not what was decided.'],
  ])('whose %s was changed is found out, with what it does to the scores', (file, from, to, sentence) => {
    const forged = forge(at(name), at('forged.zip'), file, (text) => text.replace(from, to));
    const text = recountText(recount(readBundle(forged), recompute));
    expect(text).toContain(sentence);
    expect(text).toMatch(/\n {2}result\.json, [AB] \(X\): .*(exact score|score) \S+ → \S+/);
    expect(text).toContain('Values, votes and overrides are those recorded  NO (1)');
  });

  it.each<[string, string, (text: string) => string, RegExp]>([
    ['a mark is flipped', 'ballots.jsonl', (all) => all.replace(/"c":"\d+"/, '"c":"0"'), /score \S+ → \S/],
    [
      'a place moves that did not',
      'result.json',
      (all) => all.replace('"moves":[', '"moves":[{"category":"Y","entry":"Z","now":1,"without":2},').replace('},]', '}]'),
      /Z \(Y\): the place that overrides changed \{.+ → is missing/,
    ],
  ])('names in every line what differs and both values, or that it is missing, where %s', (_, file, change, expected) => {
    const forged = forge(at(name), at('line.zip'), file, change);
    const all = recountText(recount(readBundle(forged), recompute)).split('\n');
    const lines = all.filter((line) => line.endsWith(' (stated → recounted).'));
    expect(lines.join('\n')).toMatch(expected);
    expect(lines.filter((line) => !/: [a-z].*(\S → \S|is missing)/.test(line))).toEqual([]);
  });
});

it('says who decided and why to the auditor alone', () => {
  expect(readFiles(at('blend.zip')).get('overrides.jsonl')).toContain('"why":"declared late"');
  expect([...readFiles(at('blend.public.zip')).values()].join('')).not.toMatch(/the chair|declared late|Ruth/);
});

it('says that the bundle’s seed takes the place of the declared one, on the terminal and in the result', async () => {
  const plain = { heading: (text: string) => text, winner: (text: string) => text };
  const answer = await tallyAnswer({ ...options, bundle: at('again.zip') }, plain);
  expect(answer.ok && [...answer.value.text].join('')).toContain('the bundle’s own seed, not from “lantern-2027” of the rules');
  expect(tallied.source.seed).toEqual({ from: 'bundle', declared: 'lantern-2027' });
  expect(tallied.verdict.rules.seed).toBe((JSON.parse(readFiles(at('blend.zip')).get('seed.json') ?? '') as { seed: string }).seed);
  const { bundle: _, ...without } = options;
  const other = await tallyAnswer(without, plain);
  expect(other.ok && [...other.value.text].join('')).not.toContain('seed');
});

it('asks of which round an override is where a judge sat in several, and names a round there is none of', async () => {
  const refused = async (lines: string) => {
    writeFileSync(at('asked.csv'), overrides(lines));
    const answer = await tallyFiles({ ...options, overrides: at('asked.csv') });
    return answer.ok ? [] : answer.refusals.map(({ code, facts: { row, rounds } }) => [code, row, rounds]);
  };
  expect(await refused('A,X,Ruth,c,10,the chair,slip,\n')).toEqual([['tally.override-in-several-rounds', 2, 'written, live']]);
  expect(await refused('A,X,Ruth,c,10,the chair,slip,final\n')).toEqual([['blend.unknown-round', 2, 'written, live']]);
  expect(await refused('A,X,Una,c,10,the chair,slip,live\n')).toEqual([['tally.override-without-ballot', 2, undefined]]);
});

it('makes a bundle of one round with marks that people decided, through the same door', async () => {
  writeFileSync(
    at('one.csv'),
    `entry,category,judge,criterion,mark\n${marks('written', 1)
      .map((row) => row.replace(/,written$/, ''))
      .join('\n')}\n`,
  );
  writeFileSync(at('one-o.csv'), 'entry,category,judge,criterion,mark,who,why\nA,X,Ruth,c,10,the chair,slip\n');
  const made = await tallyFiles({ ballots: [at('one.csv')], overrides: at('one-o.csv'), scale: '0-10', bundle: at('one.zip') });
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  writeAll(made.value.bundles);
  for (const name of ['one.zip', 'one.public.zip']) {
    const counted = recount(readBundle(at(name)), recompute);
    expect([counted.agrees, counted.said.overrides]).toEqual([true, 1]);
  }
  expect(readFileSync(at('one.zip')).length).toBeGreaterThan(1000);
});
