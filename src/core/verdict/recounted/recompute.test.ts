import { describe, expect, it } from 'vitest';
import { bundlesOf } from '#tests/support/tally/record-tally.ts';
import type { BundleFiles } from '../../record/bundle/files.ts';
import { recount } from '../../record/bundle/recount.ts';
import type { BallotTable, MarkRow } from '../../scoring/ballot-table.ts';
import { ballotTable } from '../../scoring/collect-marks.ts';
import type { Criterion } from '../../scoring/criteria.ts';
import type { TallyRules } from '../rules.ts';
import type { Verdict } from '../verdict.ts';
import { verdictOf } from '../verdict-of.ts';
import { recompute } from './recompute.ts';

const criteria: readonly Criterion[] = ['craft', 'impact', 'care'].map((id, i) => ({ id, weight: 3 - i, scale: { min: 1, max: 10 } }));

const rules: TallyRules = {
  version: 1,
  criteria,
  aggregation: { kind: 'mean' },
  official: 'corrected',
  minimumPanel: 2,
  ties: [{ by: 'criteria' }],
  levels: [],
  seats: 2,
  seed: 'given',
  draws: 2000,
  priors: null,
  seatsAtRandom: false,
};

const judges = ['Ann Ahern', 'Bea Bryce', 'Cy Colm', 'Di Dunne', 'Ed Egan', 'Flo Fahy', 'Gus Geary', 'Hal Healy'];

/** Two categories of seven; each judge marks five of eight seats, Ed harshly, each with habits of his own. */
const rows: MarkRow[] = ['Repair', 'Advice'].flatMap((category, k) =>
  ['Tern', 'Wren', 'Lark', 'Rook', 'Kite', 'Swift', 'Finch'].flatMap((entry, e) =>
    judges.flatMap((judge, j) =>
      (3 * j + e + k) % 8 > 4
        ? []
        : criteria.map(({ id }, c) => {
            const mark = 4 + ((2 * e + k) % 5) - (judge === 'Ed Egan' ? 2 : 0) + ((5 * e + 3 * j + 2 * c + k) % 3);
            return { category, entry, judge, criterion: id, mark: Math.max(1, Math.min(10, mark)), judgeGroup: `Firm ${j % 3}` };
          }),
    ),
  ),
);

function verdictIn(table: BallotTable, use: TallyRules): Verdict {
  const verdict = verdictOf(table, use);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusals));
  return verdict.value;
}

function bundled(given: readonly MarkRow[], use: TallyRules = rules) {
  const table = ballotTable(criteria, given);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const made = bundlesOf(table.value, use);
  return { ...made, verdict: verdictIn(table.value, { ...use, seed: made.seed }) };
}

const text = (files: BundleFiles, name: string): string => new TextDecoder().decode(files.get(name));

/** All that is said of entries in figures, without the names of judges. */
const figures = ({ categories, fit }: Pick<Verdict, 'categories' | 'fit'>) => ({
  fit: { ...fit, judges: fit.judges.map(({ effect, standardError }) => `${effect} ${standardError}`).sort() },
  categories: categories.map(({ category, entries, finding, winners, official }) => ({
    category,
    finding,
    winners,
    official,
    entries: entries.map(({ entry, rank, raw, corrected, standardError, pFirst, pTop, rankInterval }) => ({
      entry,
      rank,
      raw,
      corrected,
      standardError,
      pFirst,
      pTop,
      rankInterval,
    })),
  })),
});

describe('a bundle of a whole tally', () => {
  const { bundles, verdict, seed } = bundled(rows);

  it.each(['auditor', 'public'] as const)('recounts to the byte (%s)', (kind) => {
    const counted = recount(bundles[kind], recompute);
    expect(counted.findings).toEqual([]);
    expect(counted.result).toBe(text(bundles[kind], 'result.json'));
  });

  it('comes to the figures of the verdict under real names, all of them', () => {
    const stated = JSON.parse(text(bundles.auditor, 'result.json')) as Verdict;
    expect(stated.rules.seed).toBe(seed);
    expect(figures(stated)).toEqual(figures(JSON.parse(JSON.stringify(verdict)) as Verdict));
    expect(verdict.categories.map(({ official }) => official)).toEqual(['corrected', 'corrected']);
  });

  it('gives the public the exact tally alone', () => {
    const stated = JSON.parse(text(bundles.public, 'result.json')) as {
      categories: { entries: { entry: string; raw: unknown; rank: number | null }[] }[];
    };
    const exact = (all: readonly { readonly entry: string; readonly raw: unknown }[]) =>
      Object.fromEntries(all.map(({ entry, raw }) => [entry, raw]));
    expect(stated.categories.map(({ entries }) => exact(entries))).toEqual(verdict.categories.map(({ entries }) => exact(entries)));
    expect(text(bundles.public, 'result.json')).not.toMatch(/corrected"|effect|pFirst/);
  });

  it('holds the name of no judge in either kind', () => {
    const all = [...bundles.auditor.values(), ...bundles.public.values()].map((bytes) => new TextDecoder().decode(bytes)).join('');
    expect([...judges.flatMap((name) => name.split(' ')), 'Firm'].filter((name) => all.includes(name))).toEqual([]);
  });
});

it('tells the public which seats stood empty, so that nobody counts their zeros', () => {
  const seat = rows.filter(({ judge, entry, category }) => judge === 'Hal Healy' && entry === 'Wren' && category === 'Repair');
  const empty = seat[0]?.judge === undefined ? 'Ann Ahern' : 'Hal Healy';
  const given = rows.map((row) => (row.judge === empty && row.category === 'Repair' ? { ...row, mark: 1 } : row));
  const zeros = given.map((row) => (row.judge === empty && row.category === 'Repair' ? { ...row, mark: 0 } : row));
  const wide = { ...rules, criteria: criteria.map((criterion) => ({ ...criterion, scale: { min: 0, max: 10 } })) };
  const table = ballotTable(wide.criteria, zeros);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const { bundles } = bundlesOf(table.value, wide);
  expect(text(bundles.public, 'ballots.jsonl').match(/"emptySeat":true/g)?.length).toBeGreaterThan(1);
  const counted = recount(bundles.public, recompute);
  expect(counted.findings).toEqual([]);
  const verdict = verdictIn(table.value, wide);
  const stated = JSON.parse(counted.result ?? '') as { emptySeats: number; categories: { entries: { entry: string; raw: unknown }[] }[] };
  expect(stated.emptySeats).toBe(verdict.emptySeats);
  expect(verdict.emptySeats).toBeGreaterThan(1);
  const exact = ({ entries }: { entries: readonly { entry: string; raw: unknown }[] }) =>
    Object.fromEntries(entries.map(({ entry, raw }) => [entry, raw]));
  expect(stated.categories.map(exact)).toEqual(verdict.categories.map(exact));
});

it('tells the public which parts of a category no judge joins, so that its places are the official ones', () => {
  const parted = ['Tern', 'Wren', 'Lark', 'Rook', 'Kite', 'Swift', 'Finch', 'Crake'].flatMap((entry, e) =>
    (e < 4 ? judges.slice(0, 3) : judges.slice(3, 6)).flatMap((judge, j) =>
      criteria.map(({ id }, c) => ({
        category: 'Repair',
        entry,
        judge,
        criterion: id,
        mark: 2 + ((3 * e + 2 * j + c + ((e * j) % 3)) % 8),
      })),
    ),
  );
  const { bundles, verdict } = bundled(parted, { ...rules, official: 'raw', levels: [{ level: 'Gold', top: 1 }] });
  expect(verdict.categories.map(({ state }) => state)).toEqual(['components']);
  const stated = JSON.parse(text(bundles.public, 'result.json')) as Pick<Verdict, 'categories'>;
  const places = ({ categories }: Pick<Verdict, 'categories'>) =>
    categories.flatMap(({ entries }) => entries.map(({ entry, rank, pool, level }) => [entry, rank, pool, level]));
  expect(places(stated)).toEqual(places(verdict));
  expect(places(stated).filter(([, rank]) => rank === 1)).toHaveLength(2);
  for (const kind of ['auditor', 'public'] as const) expect(recount(bundles[kind], recompute).findings).toEqual([]);
  const moved = text(bundles.auditor, 'entries.jsonl').replace('"part":0', '"part":1');
  const forged = new Map([...bundles.auditor, ['entries.jsonl', new TextEncoder().encode(moved)]]);
  expect(recount(forged, recompute).findings.map(({ facts }) => facts.code)).toContain('parts-differ');
});

it('holds half marks as they were given, and recounts them to the byte', () => {
  const halves = { ...rules, criteria: criteria.map((criterion) => ({ ...criterion, scale: { min: 1, max: 10, step: 0.5 } })) };
  // Marks are kept in steps: so many halves.
  const given = rows.map((row, i) => ({ ...row, mark: Math.min(20, Number(row.mark) * 2 + (i % 2)) }));
  const table = ballotTable(halves.criteria, given);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  const of = { category: 'Repair', entry: 'Tern', judge: 'Ann Ahern', criterion: 'craft', file: 'o.csv', row: 2 };
  const { bundles } = bundlesOf(table.value, halves, [{ ...of, mark: 9.5, who: 'the chair', why: 'a slip' }]);
  for (const kind of ['auditor', 'public'] as const) {
    expect(recount(bundles[kind], recompute).findings).toEqual([]);
    expect(text(bundles[kind], 'ballots.jsonl')).toMatch(/"craft":"\d\.5"/);
    expect(text(bundles[kind], 'overrides.jsonl')).toContain('"mark":"9.5"');
  }
});

it('refuses rules of another shape, and marks that are none, without a throw', () => {
  const { bundles } = bundled(rows);
  const changed = (name: string, from: string | RegExp, to: string): BundleFiles =>
    new Map([...bundles.auditor, [name, new TextEncoder().encode(text(bundles.auditor, name).replace(from, to))]]);
  const why = (files: BundleFiles) =>
    recount(files, recompute)
      .findings.filter(({ key }) => key === 'not-countable')
      .map(({ facts }) => facts.code);
  expect(why(changed('rules.json', '"version":1', '"version":2'))).toEqual(['rules-not-readable']);
  expect(why(changed('rules.json', /"kind":"mean"(.*"official":)"corrected"/, '"kind":"mode"$1"raw"'))).toEqual(['not-countable']);
  expect(why(changed('rules.json', '"version":1', '"version":1,"votes":{"each":1}'))).toEqual(['rules-not-readable']);
  expect(why(changed('rules.json', '"version":1', '"version":1,"votes":{"each":"1"}'))).toContain('blend.votes-missing');
  expect(why(changed('ballots.jsonl', '"category":"Advice"', '"category":"Advice","round":"final"'))).toEqual(['blend.unknown-round']);
  expect(why(changed('ballots.jsonl', /"craft":"\d+"/, '"craft":"excellent"'))).toEqual(['scoring.mark-not-whole']);
  expect(why(changed('ballots.jsonl', /"craft":"\d+"/, '"craft":"99"'))).toEqual(['scoring.mark-outside-scale']);
});
