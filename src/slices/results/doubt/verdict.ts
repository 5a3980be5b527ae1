/** How sure a count is: the same marks through the core's whole tally, with corrected scores, chances, tests of the winner and checks. */
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import type { Verdict } from '#core/verdict/verdict.ts';
import type { CategoryId } from '#platform/ids.ts';
import { type CountedEntry, type CountedTally, divisionOpen, type TallyResult } from '../counting/counted.ts';
import { verdictOn } from '../counting/ruled.ts';

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

function rowsOf({ category, entry, ballots, setAside = [] }: CountedEntry): MarkRow[] {
  return [...ballots, ...setAside].flatMap(({ judge, marks }) =>
    Object.entries(marks).map(([criterion, mark]) => ({ category, entry, judge, criterion, mark: mark ?? 'notApplicable' })),
  );
}

/** The verdict on what one tally counted; undefined where none can be given. */
function verdictIn(result: TallyResult, tally: CountedTally): readonly Verdict[] {
  const own = result.entries.filter(({ category }) => tally.categories.includes(category));
  const all =
    result.v === 1
      ? undefined
      : own.map(({ entry, category, division }) => ({ entry, category, ...(division !== undefined && { division }) }));
  const figures = own.flatMap(({ entry, category, figures: known = [] }) => known.map((figure) => ({ ...figure, entry, category })));
  const verdict = verdictOn(tally, own.flatMap(rowsOf), all, figures);
  if (!verdict.ok || !verdict.value) return [];
  // Of entries nobody could place there is nothing to say but that.
  return [{ ...verdict.value, categories: verdict.value.categories.filter((each) => each.division !== divisionOpen) }];
}

/** Several tallies told as one: how their judges mark is told only of a single one, for scores of others lie on scales of their own. */
function together(verdicts: readonly Verdict[]): Verdict | null {
  const [first] = verdicts;
  if (!first || verdicts.length === 1) return first ?? null;
  return {
    ...first,
    categories: verdicts.flatMap(({ categories }) => categories),
    checks: verdicts.flatMap(({ checks }) => checks),
    fit: { ...first.fit, judges: [] },
  };
}

function counted(result: TallyResult, seed: string): Verdict | null {
  const plain = { categories: [...new Set(result.entries.map(({ category }) => category))], rules: rulesOf(result, seed) };
  return together((result.tallies ?? [plain]).flatMap((tally) => verdictIn(result, tally)));
}

export type Counted = { readonly result: TallyResult; readonly resultHash: Buffer };

/**
 * The verdict on a count, in ids; null where nothing was counted or no more can be said than the count itself. The seed of its draws is
 * the mark of the count, or that of the edition's award rules, so whoever looks sees the same chances.
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
