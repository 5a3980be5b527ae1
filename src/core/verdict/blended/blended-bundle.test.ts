import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blendJudges as judges,
  blendOverrides as overrides,
  blendRules as rules,
  blendSources as sources,
} from '#tests/support/tally/blend.ts';
import { bundlesOf } from '#tests/support/tally/record-tally.ts';
import type { BundleFiles } from '../../record/bundle/files.ts';
import type { Finding } from '../../record/bundle/finding.ts';
import { recount } from '../../record/bundle/recount.ts';
import { type Decisions, wholeVerdict } from '../decided.ts';
import { recompute } from '../recounted/recompute.ts';
import type { Verdict } from '../verdict.ts';

const made = bundlesOf(sources, rules, overrides);
const text = (files: BundleFiles, name: string): string => new TextDecoder().decode(files.get(name));
const changed = (files: BundleFiles, name: string, from: string | RegExp, to: string): BundleFiles => {
  const now = text(files, name).replace(from, to);
  if (now === text(files, name)) throw new Error(`${name} is the same`);
  return new Map([...files, [name, new TextEncoder().encode(now)]]);
};

type Stated = Pick<Verdict, 'categories' | 'rules'> & { readonly overrides: Decisions };
const stated = (kind: 'auditor' | 'public') => JSON.parse(text(made.bundles[kind], 'result.json')) as Stated;

function expected() {
  const counted = wholeVerdict(sources, { ...rules, seed: made.seed }, overrides);
  if (!counted.ok) throw new Error(JSON.stringify(counted.refusals));
  return counted.value;
}

describe.each(['auditor', 'public'] as const)('the %s bundle of a blend with marks people decided', (kind) => {
  const files = made.bundles[kind];

  it('recounts to the byte, and says what it is made of', () => {
    const counted = recount(files, recompute);
    expect([counted.findings, counted.result === text(files, 'result.json')]).toEqual([[], true]);
    expect([counted.ballots, counted.said]).toEqual([24, { values: 4, votes: 4, overrides: 2 }]);
  });

  it('comes to the very scores, sources and places that were counted under real names, and to the moves', () => {
    const { verdict, decisions } = expected();
    const brief = (all: Pick<Verdict, 'categories'>) =>
      all.categories.flatMap((category) =>
        category.entries.map(({ entry, rank, raw, sources: own, level }) => [entry, rank, raw, own, level]),
      );
    expect(brief(stated(kind))).toEqual(JSON.parse(JSON.stringify(brief(verdict))));
    expect(stated(kind).overrides.moves).toEqual(decisions?.moves);
    expect(stated(kind).overrides.applied.map(({ round, entry, criterion, was, is }) => [round, entry, criterion, was, is])).toEqual([
      ['written', 'Tern', 'craft', '5', '10'],
      ['live', 'Rook', 'stage', '8', 'recused'],
    ]);
  });

  it('keeps the marks as they were cast beside what was decided', () => {
    const { ballot } = JSON.parse(text(files, 'overrides.jsonl').split('\n')[0] ?? '') as { ballot: number };
    const cast = text(files, 'ballots.jsonl').split('\n')[ballot - 1] ?? '';
    expect(JSON.parse(cast)).toMatchObject({ round: 'written', entry: 'Tern', marks: { craft: '5' } });
  });

  it.each<[string, string, string | RegExp, string, Partial<Finding>]>([
    [
      'a metric’s value',
      'metrics.jsonl',
      '"34"',
      '"33"',
      { key: 'metric-differs', facts: { file: 'metrics.jsonl', row: 4, category: 'Team', entry: 'Wren', metric: 'hours', value: '33' } },
    ],
    [
      'a count of votes',
      'votes.jsonl',
      '"260"',
      '"261"',
      { key: 'votes-differ', facts: { file: 'votes.jsonl', row: 1, category: 'Team', entry: 'Lark', votes: '261' } },
    ],
    ['a mark in a round', 'ballots.jsonl', /"stage":"\d+"/, '"stage":"0"', { key: 'mark-differs' }],
    ['the round of a ballot', 'ballots.jsonl', '"round":"live"', '"round":"written"', { key: 'ballot-moved' }],
    ['an override', 'overrides.jsonl', '"mark":"10"', '"mark":"9"', { key: 'override-differs' }],
    ['whom an override is of', 'overrides.jsonl', /"ballot":\d+/, '"ballot":2', { key: 'override-differs' }],
    ['who decided', 'overrides.jsonl', /"who":"[^"]+"/, '"who":"Nobody"', { key: 'override-by-another' }],
    ['an override taken out', 'overrides.jsonl', /^.*\n/, '', { key: 'said-missing' }],
    ['a value written twice', 'metrics.jsonl', /^(.*\n)/, '$1$1', { key: 'said-twice' }],
    ['a value cut short', 'metrics.jsonl', '"salt"', '"sal"', { key: 'said-unreadable' }],
  ])('names %s', (_what, name, from, to, finding) => {
    const { findings, agrees } = recount(changed(files, name, from, to), recompute);
    expect([agrees, findings.find(({ key }) => key === finding.key)]).toMatchObject([false, finding]);
  });
});

it('never throws and never agrees under the same fingerprint when any byte of what stands beside the ballots is another', () => {
  const files = made.bundles.public;
  const { fingerprint } = recount(files, recompute);
  const names = ['metrics.jsonl', 'votes.jsonl', 'overrides.jsonl', 'entries.jsonl', 'rules.json'];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(255), (name, place, byte) => {
      const content = files.get(name) ?? new Uint8Array();
      fc.pre(content[place % content.length] !== byte);
      const counted = recount(new Map([...files, [name, content.with(place % content.length, byte)]]), recompute);
      expect([counted.agrees && counted.fingerprint === fingerprint, counted.agrees]).toEqual([false, false]);
    }),
    { numRuns: 20 },
  );
});

it('names nobody in public, and gives no reason there; the auditor reads who and why, judges by their pseudonym', () => {
  const all = (kind: 'auditor' | 'public') => [...made.bundles[kind].keys()].map((name) => text(made.bundles[kind], name)).join('');
  const names = [...judges, 'Zita Zahn', 'a relative', 'meant a ten'];
  expect(names.filter((name) => all('public').includes(name))).toEqual([]);
  expect(names.filter((name) => all('auditor').includes(name))).toEqual(['Zita Zahn', 'a relative', 'meant a ten']);
  const lines = (kind: 'auditor' | 'public') =>
    text(made.bundles[kind], 'overrides.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { who: string; why?: string });
  expect(lines('public').map(({ who, why }) => [/^Person [12]$/.test(who), why])).toEqual([
    [true, undefined],
    [true, undefined],
  ]);
  expect(lines('auditor').map(({ who, why }) => [who, why])).toEqual([
    ['Zita Zahn', expect.stringMatching(/^Judge \d meant a ten; Judge \d heard it$/)],
    [expect.stringMatching(/^Judge \d$/), 'a relative'],
  ]);
});

it('tells the auditor which ballots of both rounds are one judge’s, and the public none of it', () => {
  const names = (kind: 'auditor' | 'public') => {
    const lines = text(made.bundles[kind], 'ballots.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { judge: string });
    return new Set(lines.map(({ judge }) => judge)).size;
  };
  expect([names('auditor'), names('public')]).toEqual([4, 3]);
});

it('binds the seed to what people decided: without the last override it is another', () => {
  expect(bundlesOf(sources, rules, overrides.slice(0, 1)).seed).not.toBe(made.seed);
  expect(bundlesOf({ ...sources, votes: sources.votes.map((count) => ({ ...count, votes: '1' })) }, rules, overrides).seed).not.toBe(
    made.seed,
  );
});

it('records marks decided otherwise of one round with a model too: auditor and public, to the byte', () => {
  const { rounds: _r, metrics: _m, votes: _v, ...one } = rules;
  const alone = { ...one, criteria: rules.rounds?.[0]?.criteria ?? [], official: 'corrected', ties: [] } as const;
  const [table] = sources.rounds;
  if (!table) throw new Error('no table');
  const { bundles } = bundlesOf(table, alone, overrides.slice(0, 1));
  for (const kind of ['auditor', 'public'] as const) {
    expect(recount(bundles[kind], recompute).findings).toEqual([]);
    expect(text(bundles[kind], 'result.json')).toContain('"is":"10"');
  }
});

it('names each of several counts, and says which one differs', () => {
  const { votes: _one, ...others } = rules;
  const counted = (count: string, at: number) => sources.votes.map((each) => ({ ...each, count, votes: String(Number(each.votes) + at) }));
  const several = {
    ...others,
    counts: [
      { count: 'names', each: '0.001', atMost: '0.2' },
      { count: 'letters', each: '0.01' },
    ],
  };
  const all = { ...sources, votes: [...counted('names', 0), ...counted('letters', 3)] };
  const { bundles } = bundlesOf(all, several);
  for (const kind of ['auditor', 'public'] as const) {
    expect(recount(bundles[kind], recompute).findings).toEqual([]);
    const { categories } = JSON.parse(text(bundles[kind], 'result.json')) as Pick<Verdict, 'categories'>;
    expect(categories[0]?.entries[0]?.sources?.map(({ source }) => source)).toEqual(['written', 'live', 'hours', 'names', 'letters']);
    const renamed = recount(changed(bundles[kind], 'votes.jsonl', '"count":"letters"', '"count":"names"'), recompute);
    expect(renamed.findings.map(({ key }) => key)).toContain('votes-differ');
  }
  const strange = { ...all, votes: all.votes.map((each, i) => (i === 0 ? { ...each, count: 'calls' } : each)) };
  const refused = wholeVerdict(strange, { ...several, seed: 's' }, []);
  expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual(['blend.unknown-count']);
});
