import { add, compare, type Fraction, fraction, multiply } from '../numeric/fraction.ts';
import { takesPart } from '../scoring/ballot-status.ts';
import { type BallotTable, isMark } from '../scoring/ballot-table.ts';
import type { Composites } from '../scoring/composite.ts';
import { inSteps, scaleOf, stepsOf } from '../scoring/scale.ts';

/** What an entry's counted ballots say: read by the rungs of the tie ladder and by floors of levels. */
export type EntryMarks = {
  /** Mean mark on one criterion, on its own scale; undefined without a mark or where it was left out as not applicable. */
  readonly mean: (entry: number, column: number) => Fraction | undefined;
  /** The same on 0–1. */
  readonly share: (entry: number, column: number) => Fraction | undefined;
  /** The share of all marks that are `from` or more on the scale composites are shown on. */
  readonly high: (entry: number, columns: readonly number[], from: number) => Fraction | undefined;
};

/** `ballots`: by entry, those that took part. */
export function entryMarks(table: BallotTable, composites: Composites, ballots: (entry: number) => readonly number[]): EntryMarks {
  const width = table.criteria.length;
  const marksOf = (entry: number, column: number): number[] => {
    if (composites.leftOut.get(entry)?.includes(column)) return [];
    const cells = ballots(entry).filter((ballot) => takesPart(composites.status[ballot]));
    return cells.map((ballot) => table.marks[ballot * width + column] ?? 0).filter(isMark);
  };
  /** In steps. */
  const mean = (entry: number, column: number): Fraction | undefined => {
    const marks = marksOf(entry, column);
    if (marks.length === 0) return undefined;
    return fraction(
      marks.reduce((sum, mark) => sum + BigInt(mark), 0n),
      BigInt(marks.length),
    );
  };
  const onUnit = (value: Fraction, column: number): Fraction => {
    const { min, max } = inSteps(scaleOf(table.criteria, column));
    return multiply(add(value, fraction(-min)), fraction(1, max - min));
  };
  return {
    mean(entry, column) {
      const value = mean(entry, column);
      return value && multiply(value, fraction(1, stepsOf(scaleOf(table.criteria, column))));
    },
    share(entry, column) {
      const value = mean(entry, column);
      return value && onUnit(value, column);
    },
    high(entry, columns, from) {
      const { min, max } = composites.scale;
      const floor = fraction(from - min, max - min);
      const all = columns.flatMap((column) => marksOf(entry, column).map((mark) => onUnit(fraction(mark), column)));
      return all.length === 0 ? undefined : fraction(all.filter((mark) => compare(mark, floor) >= 0).length, all.length);
    },
  };
}
