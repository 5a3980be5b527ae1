/** The recount in Python, which shares no line with ours, on what our command line makes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random } from '#core/numeric/random.ts';
import { ballotTable } from '#core/scoring/collect-marks.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import { bundleTally } from '#core/verdict/bundle-tally.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import { type Bundles, flipped, forge, makeBundles, readFiles, writeFiles } from '#tests/support/tally/bundles.ts';

const python = '/usr/bin/python3';
const program = resolve(import.meta.dirname, '../../../docs/recount/recount.py');

let folder: string;
let bundles: Bundles;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'second-'));
  bundles = await makeBundles(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

function recount(file: string) {
  const { status, stdout, stderr } = spawnSync(python, [program, file], { encoding: 'utf8' });
  const scores = [...stdout.matchAll(/^ +\d+ {2}(.+) {2}(\S+)$/gm)].map(([, entry = '', score = '']) => `${entry} ${score}`);
  return { status, stdout, stderr, scores: scores.sort() };
}

type Stated = { categories: { entries: { entry: string; raw: { fraction: string } | null }[] }[] };

function statedScores(file: string): string[] {
  const { categories } = JSON.parse(readFiles(file).get('result.json') ?? '') as Stated;
  return categories.flatMap(({ entries }) => entries.flatMap(({ entry, raw }) => (raw ? [`${entry} ${raw.fraction}`] : []))).sort();
}

const share = (id: string, weight: number, min: number, max: number): Criterion => ({ id, weight, scale: { min, max } });
const common = [share('craft', 3, 1, 10), share('care', 2, 1, 10), share('reach', 7, 1, 10)];
const mixed = [
  share('craft', 3, 1, 10),
  share('care', 2, 0, 4),
  { ...share('lawful', 1, 0, 1), gate: { from: 1, judges: 'most' as const } },
];

/** A bundle of drawn marks: two categories, panels of three to seven, here and there a mark missing, not applicable or abstained from. */
function drawn(kind: 'public' | 'auditor', criteria: readonly Criterion[], change: Partial<TallyRules>): string {
  const rules: TallyRules = {
    version: 1,
    criteria,
    aggregation: { kind: 'mean' },
    official: 'raw',
    minimumPanel: 3,
    ties: [{ by: 'criteria' }],
    levels: [],
    seats: 2,
    seed: '',
    draws: 200,
    priors: null,
    seatsAtRandom: false,
    ...change,
  };
  const { below } = random('second language');
  const rows = Array.from({ length: 16 }, (_, entry) =>
    Array.from({ length: 3 + below(5) }, (_, judge) =>
      criteria.map(({ id, scale, gate }) => {
        const luck = below(60);
        const mark = gate ? below(4) && 1 : scale.min + below(scale.max - scale.min + 1);
        const state = luck === 0 ? ('missing' as const) : luck === 1 ? ('notApplicable' as const) : ('abstained' as const);
        return { category: `C${entry % 2}`, entry: `E${entry}`, judge: `J${judge}`, criterion: id, mark: luck < 3 && !gate ? state : mark };
      }),
    ),
  ).flat(2);
  const table = ballotTable(criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const [pseudonyms, salts, seed] = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte));
  if (!pseudonyms || !salts || !seed) throw new Error('no secrets');
  const input = { table: table.value, rules, at: '2027-03-19T18:12:00.000Z', origin: 'drawn/2027', secrets: { pseudonyms, salts, seed } };
  const files = bundleTally(input, { software: 'plaudit 0', readme: '' }).bundles[kind];
  const decoder = new TextDecoder();
  return writeFiles(at('drawn.zip'), new Map([...files].map(([name, bytes]) => [name, decoder.decode(bytes)])));
}

describe.skipIf(!existsSync(python))('a second language (needs the Debian package python3)', () => {
  it.each(['auditor', 'public'] as const)('derives the root and every score of the example season from its %s bundle', (kind) => {
    const { status, stdout, scores } = recount(bundles[kind]);
    expect([status, scores]).toEqual([0, statedScores(bundles[kind])]);
    expect(stdout).toContain(`lantern.example/2027: ${kind} bundle, 75 ballots`);
    expect(stdout).toMatch(/\n15 scores re-derived\. All agrees\.\n$/);
  });

  it.each<[string, readonly Criterion[], Partial<TallyRules>]>([
    ['mean', common, {}],
    ['mean over scales that differ, with a gate', mixed, {}],
    ['mean where not applicable is the lowest mark', common, { notApplicable: 'lowest' }],
    ['sum over panels of different size', common, { aggregation: { kind: 'sum' } }],
    ['median', mixed, { aggregation: { kind: 'median' } }],
    ['trimmed mean', common, { aggregation: { kind: 'trimmed', percent: 28.6 } }],
    ['drop, else the median', common, { aggregation: { kind: 'drop', high: 1, low: 2, fallback: 'median' } }],
    ['approval', common, { aggregation: { kind: 'approval', from: 6 } }],
  ])('agrees on every fraction: %s', (_, criteria, change) => {
    for (const kind of ['public', 'auditor'] as const) {
      const file = drawn(kind, criteria, change);
      const { status, scores, stdout } = recount(file);
      expect([status, scores, stdout.match(/DIFFERS.*/g)]).toEqual([0, statedScores(file), null]);
      expect(scores.length).toBeGreaterThan(3);
    }
  });

  it('says which aggregation it does not re-derive, and still holds the record', () => {
    const { status, stdout } = recount(drawn('public', common, { aggregation: { kind: 'borda' } }));
    expect([status, stdout]).toEqual([0, expect.stringContaining('Not re-derived: scores and places: borda is not re-derived here.')]);
  });

  it('names a flipped mark by line, ballot and criterion', () => {
    const { status, stdout } = recount(forge(bundles.public, at('flipped.zip'), 'ballots.jsonl', flipped));
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /DIFFERS {2}ballots\.jsonl, line 1: ballot 1 \(Judge \d on Ashdown Borough Council\): the mark for empathy, [89],/,
    );
    expect(stdout).toContain('Ashdown Borough Council: the composites are not those of its ballots');
  });

  it.each<[string, string, (text: string) => string, string]>([
    [
      'a place',
      'result.json',
      (text) => text.replace('"rank":1', '"rank":2'),
      'result.json: Orchard Street Bank has place 2; the recount gives 1',
    ],
    ['the seed', 'seed.json', (text) => text.replace(/"seed":"./, '"seed":"x'), 'seed.json: the seed does not follow'],
    ['an event', 'log.jsonl', (text) => text.replace('"type":"closing"', '"type":"closing" '), 'log.jsonl, line 78: does not follow'],
    ['a weight', 'rules.json', (text) => text.replace('"weight":40', '"weight":41'), 'rules.json: is not what the log holds at rules'],
    [
      'a signature',
      'checkpoints/closing.txt',
      (text) => `${text.slice(0, -8)}AAAA${text.slice(-4)}`,
      'the signature of lantern.example/2027 does not hold',
    ],
  ])('finds %s changed', (_, name, change, sentence) => {
    const { status, stdout } = recount(forge(bundles.public, at('changed.zip'), name, change));
    expect([status, stdout]).toEqual([1, expect.stringContaining(sentence)]);
  });

  it('refuses what is no bundle', () => {
    expect(recount(writeFiles(at('other.zip'), new Map([['a.txt', 'b']]))).status).toBe(2);
    expect(recount(program).status).toBe(2);
  });
});
