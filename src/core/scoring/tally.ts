import { compare, type Fraction, fraction } from '../numeric/fraction.ts';
import type { Refusal, Result } from '../problems/refusal.ts';
import { type Ballot, gatherBallots, type Mark } from './ballots.ts';
import { type Criterion, criteriaIn, criteriaRefusals, mixedScales } from './criteria.ts';

/** A ballot that counts: each mark with its weight, `sum` = Σ weight·mark, `mean` = sum / Σ weights, exactly. */
type CountedBallot = {
  readonly judge: string;
  readonly terms: readonly { readonly criterion: string; readonly weight: number; readonly mark: number }[];
  readonly sum: bigint;
  readonly mean: Fraction;
};

/** A ballot that does not count, and why: some criteria of the category have no mark. A missing mark is never a zero. */
type SetAsideBallot = { readonly judge: string; readonly reason: 'incomplete'; readonly missing: readonly string[] };

/**
 * One entry's result and its derivation: score = total / (ballots · weightTotal), where total = Σ of the ballots' sums.
 * `ranked`: rank counts the entries that are strictly better, plus one; `tied`: another entry has exactly this score.
 * `insufficient`: fewer complete ballots than the minimum panel, so no score is claimed.
 */
export type EntryTally = {
  readonly category: string;
  readonly entry: string;
  readonly ballots: readonly CountedBallot[];
  readonly setAside: readonly SetAsideBallot[];
  readonly total: bigint;
} & (
  | { readonly status: 'ranked'; readonly score: Fraction; readonly rank: number; readonly tied: boolean }
  | { readonly status: 'insufficient' }
);

/** Ranked entries first, best first; then insufficient ones. Among equals the order is by name and means nothing. */
export type CategoryTally = {
  readonly category: string;
  readonly criteria: readonly Criterion[];
  readonly weightTotal: bigint;
  readonly minimumPanel: number;
  readonly entries: readonly EntryTally[];
};

export type TallyInput = {
  readonly criteria: readonly Criterion[];
  readonly marks: Iterable<Mark>;
  /** Complete ballots an entry needs to be ranked: a whole number, 1 or more. */
  readonly minimumPanel: number;
  /** All entries there are. Left out, they are the ones with marks; given, those without any are shown as insufficient. */
  readonly entries?: readonly { readonly category: string; readonly entry: string }[];
};

type Rules = Pick<CategoryTally, 'criteria' | 'weightTotal' | 'minimumPanel'>;

type Unranked = Omit<EntryTally, 'status'> & { readonly score: Fraction | null };

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function countBallot(judge: string, ballot: Ballot, { criteria, weightTotal }: Rules): CountedBallot | SetAsideBallot {
  const terms: { criterion: string; weight: number; mark: number }[] = [];
  const missing: string[] = [];
  let sum = 0n;
  for (const { id, weight } of criteria) {
    const mark = ballot.get(id)?.mark ?? null;
    if (mark === null) {
      missing.push(id);
      continue;
    }
    terms.push({ criterion: id, weight, mark });
    sum += BigInt(weight) * BigInt(mark);
  }
  if (missing.length > 0) return { judge, reason: 'incomplete', missing };
  return { judge, terms, sum, mean: fraction(sum, weightTotal) };
}

function countEntry(category: string, entry: string, judges: ReadonlyMap<string, Ballot>, rules: Rules): Unranked {
  const counted: CountedBallot[] = [];
  const setAside: SetAsideBallot[] = [];
  for (const [judge, ballot] of [...judges].sort(([a], [b]) => byText(a, b))) {
    const result = countBallot(judge, ballot, rules);
    if ('reason' in result) setAside.push(result);
    else counted.push(result);
  }
  const total = counted.reduce((sum, ballot) => sum + ballot.sum, 0n);
  const enough = counted.length >= rules.minimumPanel;
  const score = enough ? fraction(total, BigInt(counted.length) * rules.weightTotal) : null;
  return { category, entry, ballots: counted, setAside, total, score };
}

/** Standard competition ranking (1, 2, 2, 4): equal scores share a rank, found by cross-multiplication, and nothing breaks the tie. */
function rankEntries(unranked: readonly Unranked[]): readonly EntryTally[] {
  const byName = [...unranked].sort((a, b) => byText(a.entry, b.entry));
  const scored = byName.flatMap(({ score, ...rest }) => (score ? [{ ...rest, score }] : []));
  scored.sort((a, b) => compare(b.score, a.score));
  const equal = (i: number, j: number): boolean => {
    const [a, b] = [scored[i], scored[j]];
    return a !== undefined && b !== undefined && compare(a.score, b.score) === 0;
  };
  let rank = 1;
  const ranked = scored.map((entry, i): EntryTally => {
    if (!equal(i, i - 1)) rank = i + 1;
    return { ...entry, status: 'ranked', rank, tied: equal(i, i - 1) || equal(i, i + 1) };
  });
  const insufficient = byName
    .filter(({ score }) => score === null)
    .map(({ score: _none, ...rest }): EntryTally => ({ ...rest, status: 'insufficient' }));
  return [...ranked, ...insufficient];
}

/**
 * The exact weighted tally of each category, in order of the categories' names. Per ballot the weighted mean Σ weight·mark / Σ weights
 * over the criteria of the category; per entry the mean over its complete ballots; nothing is rounded. The order of the rows of `marks`
 * changes nothing. Refused, with every reason at once: criteria that cannot be counted (`criteriaRefusals`), marks that break the rules
 * (`gatherBallots`), a category without criteria, a minimum panel that is not a whole number of 1 or more.
 */
export function tally({ criteria, marks, minimumPanel, entries }: TallyInput): Result<readonly CategoryTally[]> {
  const refusals: Refusal[] = [...criteriaRefusals(criteria), ...mixedScales(criteria)];
  if (!Number.isSafeInteger(minimumPanel) || minimumPanel < 1) {
    refusals.push({ code: 'scoring.minimum-panel-not-valid', facts: { minimumPanel } });
  }
  if (refusals.length > 0) return { ok: false, refusals };
  const gathered = gatherBallots(criteria, marks, entries);
  refusals.push(...gathered.refusals);
  const categories = [...gathered.ballots].sort(([a], [b]) => byText(a, b));
  const value = categories.map(([category, byEntry]): CategoryTally => {
    const applying = criteriaIn(criteria, category);
    if (applying.length === 0) refusals.push({ code: 'scoring.no-criteria', facts: { category } });
    const weightTotal = applying.reduce((sum, criterion) => sum + BigInt(criterion.weight), 0n);
    const rules = { criteria: applying, weightTotal, minimumPanel };
    const counted = [...byEntry].map(([entry, judges]) => countEntry(category, entry, judges, rules));
    return { category, ...rules, entries: rankEntries(counted) };
  });
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value };
}
