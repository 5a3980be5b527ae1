/** How sure a count is: the same marks through the core's whole tally, with corrected scores, chances, tests of the winner and checks. */
import { ballotTable } from '#core/scoring/collect-marks.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import type { Verdict } from '#core/verdict/verdict.ts';
import { verdictOf } from '#core/verdict/verdict-of.ts';
import type { CategoryId } from '#platform/ids.ts';
import type { TallyResult } from '../count.ts';

/** Trials a chance rests on: their error is at most 0.8 of a hundred, and a page shows whole per cents. */
const draws = 4_000;

/** A page that is looked at again does not count again: what was counted never changes. */
const known = new Map<string, Verdict | null>();
const most = 16;

const rulesOf = ({ criteria, minimumPanel }: TallyResult, seed: string): TallyRules => ({
  version: 1,
  criteria: criteria.map(({ id, weight, min, max }) => ({ id, weight, scale: { min, max } })),
  aggregation: { kind: 'mean' },
  // The count is the official one, and it counts a zero where the scale has one.
  emptySeats: 'count',
  official: 'raw',
  minimumPanel,
  ties: [],
  levels: [],
  seats: 1,
  seed,
  draws,
  priors: null,
  seatsAtRandom: false,
});

function counted(result: TallyResult, seed: string): Verdict | null {
  const rules = rulesOf(result, seed);
  const rows = result.entries.flatMap(({ category, entry, ballots }) =>
    ballots.flatMap(({ judge, marks }) => Object.entries(marks).map(([criterion, mark]) => ({ category, entry, judge, criterion, mark }))),
  );
  const table = rows.length > 0 ? ballotTable(rules.criteria, rows) : undefined;
  const verdict = table?.ok ? verdictOf(table.value, rules) : undefined;
  return verdict?.ok ? verdict.value : null;
}

export type Counted = { readonly result: TallyResult; readonly resultHash: Buffer };

/**
 * The verdict on a count, in ids; null where nothing was counted or no more can be said than the count itself. The seed of its draws is
 * the mark of the count, so whoever looks sees the same chances.
 */
export function verdictOfTally({ result, resultHash }: Counted): Verdict | null {
  const seed = resultHash.toString('hex');
  const before = known.get(seed);
  const verdict = before === undefined ? counted(result, seed) : before;
  known.delete(seed);
  known.set(seed, verdict);
  for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
  return verdict;
}

/** Without what is kept from a reader; what is asked of all categories at once may speak of one that is. */
export function without(verdict: Verdict, withheld: ReadonlySet<CategoryId>): Verdict {
  if (withheld.size === 0) return verdict;
  const shown = ({ category }: { readonly category: string }) => !withheld.has(category as CategoryId);
  return {
    ...verdict,
    categories: verdict.categories.filter(shown),
    fit: { ...verdict.fit, judges: [] },
    checks: verdict.checks.map((check) => ({
      ...check,
      flags: check.flags.filter(({ ballots }) => ballots.length > 0 && ballots.every(shown)),
    })),
  };
}
