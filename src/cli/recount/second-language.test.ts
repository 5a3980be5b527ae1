/** The recount in Python, which shares no line with ours, on what our command line makes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random } from '#core/numeric/random.ts';
import type { BundleFiles } from '#core/record/bundle/files.ts';
import { ballotTable } from '#core/scoring/collect-marks.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import { blendOverrides, blendRules, blendSources } from '#tests/support/tally/blend.ts';
import { asBundleFile, type Bundles, flipped, forge, makeBundles, readFiles, writeFiles } from '#tests/support/tally/bundles.ts';
import { bundlesOf } from '#tests/support/tally/record-tally.ts';

const python = '/usr/bin/python3';
const program = resolve(import.meta.dirname, '../../../docs/recount/recount.py');
const chances = resolve(import.meta.dirname, '../../../docs/recount/chances.py');

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
  const scores = [...stdout.matchAll(/^ +(?:\d+|–) {2}(.+) {2}(\S+)$/gm)].map(([, entry = '', score = '']) => `${entry} ${score}`);
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

const lowestOnOne = common.map((each): Criterion => (each.id === 'craft' ? { ...each, notApplicable: 'lowest' } : each));
const leftOutOnOne = mixed.map((each): Criterion => (each.id === 'care' ? { ...each, notApplicable: 'renormalise' } : each));

const severalCounts: Partial<TallyRules> = {
  counts: [
    { count: 'names', each: '0.001', atMost: '0.2' },
    { count: 'letters', each: '0.01', categories: ['Team'] },
  ],
};

const plainRules = (criteria: readonly Criterion[]): TallyRules => ({
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
});

/** A bundle of drawn marks: two categories, panels of three to seven, here and there a mark missing, not applicable or abstained from. */
function drawn(kind: 'public' | 'auditor', criteria: readonly Criterion[], change: Partial<TallyRules>): string {
  const rules = { ...plainRules(criteria), ...change };
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
  return asFile(bundlesOf(table.value, rules).bundles[kind]);
}

const asFile = (files: BundleFiles): string => asBundleFile(at('drawn.zip'), files);

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
    ['mean where not applicable is the lowest mark on one criterion', lowestOnOne, {}],
    [
      'median where one criterion is left out among others at the lowest mark',
      leftOutOnOne,
      { notApplicable: 'lowest', aggregation: { kind: 'median' } },
    ],
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

  it('gives nobody a place where fewer than three entries have their panel, and names a place that is stated there', () => {
    for (const kind of ['public', 'auditor'] as const) {
      const file = drawn(kind, common, { minimumPanel: 7 });
      const { status, scores, stdout } = recount(file);
      expect([status, scores, stdout.match(/DIFFERS.*/g)]).toEqual([0, statedScores(file), null]);
      const unplaced = /"rank":null,(?=(?:(?!"rank").)*"raw":\{)/g;
      expect(readFiles(file).get('result.json')?.match(unplaced)?.length).toBeGreaterThan(0);
      const forged = forge(file, at('placed.zip'), 'result.json', (text) => text.replace(unplaced, '"rank":1,'));
      expect(recount(forged).stdout).toMatch(/DIFFERS {2}result\.json: E\d+ has place 1 among fewer than three entries\./);
    }
  });

  it.each<[string, Partial<TallyRules>]>([
    ['as declared', {}],
    ['with other ways of counting a round', { aggregation: { kind: 'median' } }],
    ['of approvals, beside a metric on another scale', { aggregation: { kind: 'approval', from: 6 } }],
    ['without a limit to the votes', { votes: { each: '0.01' } }],
    ['with several things counted', severalCounts],
  ])('derives a score of two rounds, a metric and votes, with marks people decided: %s', (_, change) => {
    const { votes, ...others } = { ...blendRules, ...change };
    const rules = others.counts ? others : { ...others, ...(votes && { votes }) };
    const named = (count: string) => blendSources.votes.map((each) => ({ ...each, count }));
    const sources = others.counts ? { ...blendSources, votes: [...named('letters'), ...named('names')] } : blendSources;
    for (const kind of ['public', 'auditor'] as const) {
      const file = asFile(bundlesOf(sources, rules, blendOverrides).bundles[kind]);
      const { status, scores, stdout } = recount(file);
      expect([status, scores, stdout.match(/DIFFERS.*/g)]).toEqual([0, statedScores(file), null]);
      expect(scores).toHaveLength(4);
    }
  });

  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a measured value',
      'metrics.jsonl',
      (text) => text.replace('"34"', '"33"'),
      /metrics\.jsonl, line 4: 33 for Wren is not what was recorded/,
    ],
    [
      'a count of votes',
      'votes.jsonl',
      (text) => text.replace('"260"', '"999"'),
      /votes\.jsonl, line 1: 999 for Lark is not what was recorded/,
    ],
    [
      'an override',
      'overrides.jsonl',
      (text) => text.replace('"10"', '"9"'),
      /overrides\.jsonl, line 1: the override of ballot \d+ is not what was decided/,
    ],
    ['an override left out', 'overrides.jsonl', (text) => text.replace(/^.*\n/, ''), /overrides\.jsonl: does not hold all of the log once/],
  ])('names %s that was changed, and the score it spoils', (_, name, change, sentence) => {
    const whole = asFile(bundlesOf(blendSources, blendRules, blendOverrides).bundles.public);
    const { status, stdout } = recount(forge(whole, at('blend.zip'), name, change));
    expect([status, stdout]).toEqual([1, expect.stringMatching(sentence)]);
    expect(stdout).toMatch(/result\.json: (Wren|Lark|Tern)/);
  });

  it('places entries within their part where no judge joins the parts of a category', () => {
    const rows = Array.from({ length: 8 }, (_, e) =>
      [0, 1, 2].flatMap((j) =>
        common.map(({ id }, c) => {
          const mark = 2 + ((3 * e + 2 * j + c + ((e * j) % 3)) % 8);
          return { category: 'X', entry: `E${e}`, judge: `J${e < 4 ? j : j + 3}`, criterion: id, mark };
        }),
      ),
    ).flat();
    const table = ballotTable(common, rows);
    if (!table.ok) throw new Error(JSON.stringify(table.refusals));
    for (const kind of ['public', 'auditor'] as const) {
      const { status, stdout } = recount(asFile(bundlesOf(table.value, plainRules(common)).bundles[kind]));
      expect([status, stdout.match(/DIFFERS.*/g)]).toEqual([0, null]);
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

  describe('of the chances', () => {
    const draw = (file: string) => {
      const { status, stdout } = spawnSync(python, [chances, file], { encoding: 'utf8' });
      const [, entries, exact] = /(\d+) entries drawn, (\d+) to the last digit/.exec(stdout) ?? [];
      return { status, stdout, entries: Number(entries), exact: Number(exact) };
    };

    it('draws the very P(first), P(top) and ranges of places of the example season, from its ballots, variances and seed', () => {
      const { status, entries, exact, stdout } = draw(bundles.auditor);
      expect([status, entries, stdout.match(/DIFFERS.*/g)]).toEqual([0, 15, null]);
      // The variances stand in the bundle to six decimals, so that now and then a count falls on the other side of a rounding.
      expect(exact).toBeGreaterThanOrEqual(13);
    });

    it.each([
      ['more entries than judges', 12, 5],
      ['more judges than entries', 4, 9],
    ])('does so with %s', (_, entries, judges) => {
      const { below } = random(`chances/${entries}`);
      const severity = Array.from({ length: judges }, () => below(3));
      const rows = Array.from({ length: entries }, (_e, entry) =>
        Array.from({ length: judges }, (_j, judge) =>
          (entry + judge) % 4 === 0
            ? []
            : common.map(({ id }) => {
                const mark = Math.min(10, 2 + (entry % 5) + (severity[judge] ?? 0) + below(3));
                return { category: 'X', entry: `E${entry}`, judge: `J${judge}`, criterion: id, mark };
              }),
        ),
      ).flat(2);
      const table = ballotTable(common, rows);
      if (!table.ok) throw new Error(JSON.stringify(table.refusals));
      const file = asFile(bundlesOf(table.value, { ...plainRules(common), official: 'corrected', draws: 4000 }).bundles.auditor);
      const drawn = draw(file);
      expect([drawn.status, drawn.entries, drawn.stdout.match(/DIFFERS.*/g)]).toEqual([0, entries, null]);
      expect(drawn.exact).toBeGreaterThanOrEqual(entries - 1);
    });

    it('finds a chance that was made larger, and has nothing to say of a public bundle', () => {
      const more = (text: string) => text.replace(/"pFirst":0\.[34]\d?/, '"pFirst":0.72');
      const { status, stdout } = draw(forge(bundles.auditor, at('chances.zip'), 'result.json', more));
      expect([status, stdout]).toEqual([1, expect.stringMatching(/DIFFERS {2}\S.*stated \[0\.72/)]);
      expect(draw(bundles.public).status).toBe(2);
    });
  });

  it('refuses what is no bundle', () => {
    expect(recount(writeFiles(at('other.zip'), new Map([['a.txt', 'b']]))).status).toBe(2);
    expect(recount(program).status).toBe(2);
  });
});
