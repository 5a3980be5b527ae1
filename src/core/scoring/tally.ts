import { type Fraction, fraction } from '../numeric/fraction.ts';
import type { Result } from '../problems/refusal.ts';
import { aggregate } from './aggregate.ts';
import { type BallotTable, isMark } from './ballot-table.ts';
import type { Mark } from './ballots.ts';
import { ballotTable } from './collect-marks.ts';
import { weighedIn } from './composing/units.ts';
import { type Composites, composites } from './composite.ts';
import { type Criterion, criteriaRefusals, mixedScales } from './criteria.ts';
import type { EntryScore } from './entry-score.ts';
import { aggregationRefusals } from './rules-refusals.ts';

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

type Counting = {
  readonly table: BallotTable;
  readonly composites: Composites;
  readonly columns: readonly number[];
  readonly weightTotal: bigint;
};

function countedBallot({ table, composites: { numerator }, columns, weightTotal }: Counting, ballot: number): CountedBallot {
  const width = table.criteria.length;
  const terms = columns.map((column) => {
    const { id = '', weight = 0 } = table.criteria[column] ?? {};
    return { criterion: id, weight, mark: table.marks[ballot * width + column] ?? 0 };
  });
  const sum = numerator[ballot] ?? 0n;
  return { judge: judgeOf(table, ballot), terms, sum, mean: fraction(sum, weightTotal) };
}

function setAsideBallot({ table, columns }: Counting, ballot: number): SetAsideBallot {
  const missing = columns.filter((column) => !isMark(table.marks[ballot * table.criteria.length + column] ?? 0));
  return { judge: judgeOf(table, ballot), reason: 'incomplete', missing: missing.map((column) => table.criteria[column]?.id ?? '') };
}

const judgeOf = ({ judges, ballotJudge }: BallotTable, ballot: number): string => judges[ballotJudge[ballot] ?? 0]?.name ?? '';

function entryTally(counting: Counting, category: string, scored: EntryScore): EntryTally {
  const ballots = scored.ballots.map((ballot) => countedBallot(counting, ballot));
  const setAside = scored.setAside.map(({ ballot }) => setAsideBallot(counting, ballot));
  const total = ballots.reduce((sum, ballot) => sum + ballot.sum, 0n);
  const entry = { category, entry: counting.table.entries[scored.entry]?.name ?? '', ballots, setAside, total };
  const { score, place, tied } = scored;
  if (score === null || place === null) return { ...entry, status: 'insufficient' };
  return { ...entry, status: 'ranked', score, rank: place, tied };
}

/** Ranked entries by rank; the others after them. Entries are numbered by name, and sorting keeps that order among equals. */
function inOrder(entries: readonly EntryTally[]): readonly EntryTally[] {
  const rank = (entry: EntryTally) => (entry.status === 'ranked' ? entry.rank : Number.POSITIVE_INFINITY);
  return [...entries].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/**
 * The exact weighted tally of each category, in order of the categories' names: the mean of `aggregate` with its ballots in full. Per
 * ballot the weighted mean Σ weight·mark / Σ weights over the criteria of the category; per entry the mean over its complete ballots;
 * nothing is rounded. The order of the rows of `marks` changes nothing. Refused, with every reason at once: criteria that cannot be
 * counted, on different scales too, as sums of weight·mark are shown; marks that break the rules (`ballotTable`); a category without
 * criteria; a minimum panel that is not a whole number of 1 or more.
 */
export function tally({ criteria, marks, minimumPanel, entries }: TallyInput): Result<readonly CategoryTally[]> {
  const rules = { aggregation: { kind: 'mean' }, minimumPanel } as const;
  const refusals = [...criteriaRefusals(criteria), ...mixedScales(criteria), ...aggregationRefusals(rules)];
  if (refusals.length > 0) return { ok: false, refusals };
  const built = ballotTable(criteria, marks, entries);
  if (!built.ok) return built;
  const table = built.value;
  const weighed = composites(table);
  const value = table.categories.map((category, i): CategoryTally => {
    const columns = weighedIn(table, i);
    const applying = columns.flatMap((column) => table.criteria[column] ?? []);
    const weightTotal = applying.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
    const counting = { table, composites: weighed, columns, weightTotal };
    const scored = aggregate(table, weighed, i, rules).entries.map((each) => entryTally(counting, category, each));
    return { category, criteria: applying, weightTotal, minimumPanel, entries: inOrder(scored) };
  });
  return { ok: true, value };
}
