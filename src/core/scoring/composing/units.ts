import { leastCommonMultiple } from '../../numeric/fraction.ts';
import type { BallotTable } from '../ballot-table.ts';
import type { Criterion } from '../criteria.ts';
import { inSteps, stepsOf } from '../scale.ts';

/** First ballot of each entry, and one past the last ballot at the end: ballots are in order of their entries. */
export function firstBallots({ entries, ballotEntry }: Pick<BallotTable, 'entries' | 'ballotEntry'>): Int32Array {
  const starts = new Int32Array(entries.length + 1);
  for (const entry of ballotEntry) starts[entry + 1] = (starts[entry + 1] ?? 0) + 1;
  for (let entry = 0; entry < entries.length; entry++) starts[entry + 1] = (starts[entry + 1] ?? 0) + (starts[entry] ?? 0);
  return starts;
}

/** The first of `count` items for which `reached` holds, which it does for all after; `count` where it holds for none. */
function firstWhere(count: number, reached: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A category's entries from `first` on, and for each its first ballot and one past its last: entries are in order of categories. */
export function categoryBallots({ entries, ballotEntry }: BallotTable, category: number) {
  const first = firstWhere(entries.length, (entry) => (entries[entry]?.category ?? 0) >= category);
  const end = firstWhere(entries.length, (entry) => (entries[entry]?.category ?? 0) > category);
  let ballot = firstWhere(ballotEntry.length, (at) => (ballotEntry[at] ?? 0) >= first);
  return Array.from({ length: end - first }, (_, i) => {
    const from = ballot;
    while (ballotEntry[ballot] === first + i) ballot += 1;
    return { entry: first + i, from, to: ballot };
  });
}

/** Columns of the criteria that make up the score in a category. */
export function weighedIn({ criteria, categories }: Pick<BallotTable, 'criteria' | 'categories'>, category: number): number[] {
  const name = categories[category] ?? '';
  return criteria.flatMap((criterion, i) => (!criterion.gate && (criterion.categories?.includes(name) ?? true) ? [i] : []));
}

/** What composites are shown on: the scale of all criteria where they share one, else 0–100. */
export function shownScale(criteria: readonly Criterion[]): {
  readonly scale: { readonly min: number; readonly max: number };
  readonly common: boolean;
} {
  const [first, ...rest] = criteria.filter(({ gate }) => !gate).map(({ scale }) => scale);
  const common = first !== undefined && rest.every(({ min, max }) => min === first.min && max === first.max);
  return { scale: common ? { min: first.min, max: first.max } : { min: 0, max: 100 }, common };
}

/** How marks of one category become whole units: composite = Σ weight·units / (Σ weight · `length`), exactly. Lists go by `columns`. */
export type Units = {
  readonly columns: readonly number[];
  /** units = times · (mark − from). */
  readonly from: readonly number[];
  readonly times: readonly bigint[];
  readonly weight: readonly bigint[];
  /** Units of the lowest and the highest mark. */
  readonly lowest: readonly bigint[];
  readonly highest: readonly bigint[];
  readonly length: bigint;
};

/** On a common scale a unit is a mark, or the step all share where marks have steps; else marks are mapped onto 0–100 by 100 · (mark − min) / (max − min), in units of 1/`length`. */
export function unitsOf(table: BallotTable, category: number): Units {
  const { common } = shownScale(table.criteria);
  const columns = weighedIn(table, category);
  const criteria = columns.flatMap((column) => table.criteria[column] ?? []);
  const width = ({ scale }: Criterion) => BigInt(inSteps(scale).max) - BigInt(inSteps(scale).min);
  const parts = (criterion: Criterion) => (common ? BigInt(stepsOf(criterion.scale)) : width(criterion));
  const length = criteria.map(parts).reduce(leastCommonMultiple, 1n);
  const times = criteria.map((criterion) => ((common ? 1n : 100n) * length) / parts(criterion));
  const from = criteria.map(({ scale }) => (common ? 0 : inSteps(scale).min));
  const at = (mark: (criterion: Criterion) => number) => criteria.map((each, i) => (times[i] ?? 1n) * BigInt(mark(each) - (from[i] ?? 0)));
  const [lowest, highest] = [at(({ scale }) => inSteps(scale).min), at(({ scale }) => inSteps(scale).max)];
  return { columns, from, times, weight: criteria.map(({ weight }) => BigInt(weight)), lowest, highest, length };
}
