/** Marks by class of the usual scales, all and by who gave them: what speaks for and against one scale. */
import { isMark } from '../ballot-table.ts';
import { stepsOf, usualTops } from '../scale.ts';
import type { MarkRows } from './mark-rows.ts';

export type Tally = { readonly counts: Int32Array; sum: number; highest: number; highestAt: number };

/** Marks by class: up to 5, to 10, to 20, to 100, and beyond every usual scale; then those of each judge, criterion and category. */
export type Counts = {
  readonly all: Int32Array;
  readonly judges: readonly Tally[];
  readonly criteria: readonly Tally[];
  readonly categories: readonly Tally[];
  readonly lowest: number;
};

export const classes = usualTops.length + 1;
export const beyond = usualTops.length;

export const classOf = (mark: number): number => {
  if (mark < 0) return beyond;
  let at = 0;
  while (at < beyond && mark > (usualTops[at] ?? 0)) at += 1;
  return at;
};

/** Marks of the first classes, that of `at` included. */
export const upTo = (counts: Int32Array, at: number): number => counts.subarray(0, at + 1).reduce((sum, count) => sum + count, 0);

type Visit = (row: number, mark: number) => void;

/** Visits every mark of the criteria that are guessed at, in the judges' units. */
export type EachMark = (visit: Visit) => void;

export function eachMarkOf(rows: MarkRows, guessing: ReadonlySet<string>, step: number): EachMark {
  const asked = rows.criteria.names.map((name) => guessing.has(name));
  const steps = stepsOf({ step });
  return (visit) => {
    const [marks, criteria] = [rows.mark.all(), rows.criterion.all()];
    for (let row = 0; row < marks.length; row++) {
      if (!asked[criteria[row] ?? 0]) continue;
      const kept = marks[row] ?? 0;
      const mark = isMark(kept) ? kept : rows.odd.get(row);
      if (mark !== undefined && !Number.isNaN(mark)) visit(row, mark / steps);
    }
  };
}

export function countsOf(rows: MarkRows, each: EachMark): Counts {
  const tallies = (names: readonly string[]) =>
    names.map((): Tally => ({ counts: new Int32Array(classes), sum: 0, highest: Number.NEGATIVE_INFINITY, highestAt: 0 }));
  const judges = tallies(rows.judges.names);
  const criteria = tallies(rows.criteria.names);
  const categories = tallies(rows.categories.names);
  const [entryOf, judgeOf, criterionOf] = [rows.entry.all(), rows.judge.all(), rows.criterion.all()];
  const all = new Int32Array(classes);
  let lowest = Number.POSITIVE_INFINITY;
  const count = (tally: Tally | undefined, at: number, row: number, mark: number) => {
    if (!tally) return;
    tally.counts[at] = (tally.counts[at] ?? 0) + 1;
    tally.sum += mark;
    if (mark <= tally.highest) return;
    tally.highest = mark;
    tally.highestAt = row;
  };
  each((row, mark) => {
    const at = classOf(mark);
    all[at] = (all[at] ?? 0) + 1;
    if (at < beyond && mark < lowest) lowest = mark;
    count(judges[judgeOf[row] ?? 0], at, row, mark);
    count(criteria[criterionOf[row] ?? 0], at, row, mark);
    count(categories[rows.entryCategory[entryOf[row] ?? 0] ?? 0], at, row, mark);
  });
  return { all, judges, criteria, categories, lowest };
}
