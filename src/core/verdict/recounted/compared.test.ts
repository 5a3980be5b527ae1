import { describe, expect, it } from 'vitest';
import { bundlesOf } from '#tests/support/tally/record-tally.ts';
import { recount } from '../../record/bundle/recount.ts';
import type { MarkRow } from '../../scoring/ballot-table.ts';
import { ballotTable } from '../../scoring/collect-marks.ts';
import type { Criterion } from '../../scoring/criteria.ts';
import type { Override } from '../overrides.ts';
import type { TallyRules } from '../rules.ts';
import type { Verdict } from '../verdict.ts';
import { verdictOf } from '../verdict-of.ts';
import { recompute } from './recompute.ts';

const criteria: readonly Criterion[] = ['craft', 'care'].map((id) => ({ id, weight: 1, scale: { min: 1, max: 10 } }));
const rules: TallyRules = {
  version: 1,
  criteria,
  aggregation: { kind: 'mean' },
  official: 'raw',
  minimumPanel: 2,
  ties: [{ by: 'criteria' }, { by: 'head-to-head' }],
  levels: [],
  seats: 1,
  seed: '',
  draws: 50,
  priors: null,
  seatsAtRandom: false,
};

const judges = ['Ann', 'Bea', 'Cy', 'Di', 'Ed'];

/** By entry the marks of five judges in order, the same on both criteria. */
const rowsOf = (entries: Readonly<Record<string, readonly number[]>>): MarkRow[] =>
  Object.entries(entries).flatMap(([entry, marks]) =>
    marks.flatMap((mark, j) => criteria.map(({ id }) => ({ category: 'X', entry, judge: judges[j] ?? '', criterion: id, mark }))),
  );

/** A and B tie at 6 and only head to head parts them; the others are apart. */
const tied = { A: [7, 7, 7, 7, 2], B: [6, 6, 6, 6, 6], C: [9, 8, 7, 6, 5], D: [1, 3, 5, 2, 4], E: [8, 9, 9, 8, 8], F: [4, 4, 5, 5, 5] };

function bundled(rows: readonly MarkRow[], use: TallyRules = rules, overrides: readonly Override[] = []) {
  const table = ballotTable(criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  return { ...bundlesOf(table.value, use, overrides), table: table.value };
}

type Line = { readonly seq: number; readonly entry: string; readonly judge: string };

/** By entry, the public name of each judge, by the name that links them for the auditor. */
function names({ bundles }: ReturnType<typeof bundled>): Map<string, string> {
  const lines = (kind: 'public' | 'auditor') =>
    new TextDecoder()
      .decode(bundles[kind].get('ballots.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  const known = new Map(lines('auditor').map(({ seq, judge }) => [seq, judge]));
  const by = new Map<string, string[]>();
  for (const { entry, seq, judge } of lines('public')) by.set(entry, [...(by.get(entry) ?? []), `${known.get(seq)}=${judge}`]);
  return new Map([...by].map(([entry, all]) => [entry, all.sort().join()]));
}

const places = ({ categories }: Pick<Verdict, 'categories'>) =>
  categories.flatMap(({ entries }) => entries.map(({ entry, rank, tied: still }) => `${entry} ${rank} ${still}`)).sort();

describe('names of judges in public, where head to head parts ties', () => {
  it('are the same across the entries whose tie reached it, and nowhere else', () => {
    const made = bundled(rowsOf(tied));
    expect(made.linked).toEqual([{ category: 'X', entries: ['A', 'B'] }]);
    const by = names(made);
    expect(by.get('A')).toBe(by.get('B'));
    expect(new Set(by.values()).size).toBe(5);
    for (const kind of ['auditor', 'public'] as const) expect(recount(made.bundles[kind], recompute).findings).toEqual([]);
  });

  it('hold within one entry where no tie reaches it, or a rung above parts them all', () => {
    expect(bundled(rowsOf({ ...tied, B: [6, 6, 6, 6, 5] })).linked).toEqual([]);
    expect(bundled(rowsOf(tied), { ...rules, ties: [{ by: 'lot' }, { by: 'head-to-head' }] }).linked).toEqual([]);
    expect(bundled(rowsOf(tied), { ...rules, ties: [{ by: 'criteria' }] }).linked).toEqual([]);
  });

  it.each([
    ['made', 3, 2],
    ['took away', 2, 3],
  ])('link the tie that an override %s, as places with it and without are told', (_, cast, mark) => {
    const of = { category: 'X', judge: 'Ed', criterion: '', file: 'o.csv', row: 2, who: 'the chair', why: 'a slip' };
    const made = bundled(rowsOf({ ...tied, A: [7, 7, 7, 7, cast] }), rules, [{ ...of, entry: 'A', mark }]);
    expect(made.linked).toEqual([{ category: 'X', entries: ['A', 'B'] }]);
    for (const kind of ['auditor', 'public'] as const) expect(recount(made.bundles[kind], recompute).findings).toEqual([]);
  });

  it('are enough for the very places of the whole verdict, in a dozen tied tallies', () => {
    let linked = 0;
    for (let round = 1; round <= 12; round += 1) {
      let state = round * 7919;
      const next = (n: number): number => {
        state = (state * 48271) % 2147483647;
        return state % n;
      };
      const entries = Object.fromEntries(Array.from('ABCDEFGH', (entry) => [entry, judges.map(() => 5 + next(3))]));
      const made = bundled(rowsOf(entries));
      const whole = verdictOf(made.table, { ...rules, seed: made.seed });
      const stated = JSON.parse(new TextDecoder().decode(made.bundles.public.get('result.json'))) as Verdict;
      expect(whole.ok && places(whole.value)).toEqual(places(stated));
      linked += made.linked.length;
    }
    expect(linked).toBeGreaterThan(6);
  });
});
