import { type BallotTable, isMark, notScored } from '../scoring/ballot-table.ts';
import { shownMark } from '../scoring/scale.ts';
import { type Grouped, groupBy } from './by-key.ts';

/** A table of ballots as checks look at it: with its ballots gathered by entry and by judge, and the criteria that make the score. */
export type View = {
  readonly table: BallotTable;
  readonly byEntry: Grouped;
  readonly byJudge: Grouped;
  /** Numbers of the criteria that are part of the score; gates are not. */
  readonly scored: readonly number[];
};

export function viewOf(table: BallotTable): View {
  return {
    table,
    byEntry: groupBy(table.ballotEntry, table.entries.length),
    byJudge: groupBy(table.ballotJudge, table.judges.length),
    scored: table.criteria.flatMap(({ gate }, c) => (gate ? [] : [c])),
  };
}

/** A mark in the judge's own units, whatever the steps it is kept in; or a code of what was not scored. */
export function markOf({ marks, criteria }: BallotTable, ballot: number, criterion: number): number {
  const mark = marks[ballot * criteria.length + criterion] ?? notScored.missing;
  const scale = criteria[criterion]?.scale;
  return scale?.step === undefined || !isMark(mark) ? mark : shownMark(mark, scale);
}

/** The marks a ballot gives for criteria of the score, without what was not scored. */
export function marksOn({ table, scored }: View, ballot: number): number[] {
  const given: number[] = [];
  for (const c of scored) {
    const mark = markOf(table, ballot, c);
    if (isMark(mark)) given.push(mark);
  }
  return given;
}

export const entryName = ({ entries }: BallotTable, entry: number): string => entries[entry]?.name ?? '';
export const judgeName = ({ judges }: BallotTable, judge: number): string => judges[judge]?.name ?? '';
export const categoryName = ({ categories }: BallotTable, category: number): string => categories[category] ?? '';
export const entryOf = ({ ballotEntry }: BallotTable, ballot: number): number => ballotEntry[ballot] ?? -1;
export const judgeOf = ({ ballotJudge }: BallotTable, ballot: number): number => ballotJudge[ballot] ?? -1;

export function categoryOf(table: BallotTable, ballot: number): number {
  return table.entries[entryOf(table, ballot)]?.category ?? -1;
}

/** The middle value, the lower one of two: always a mark somebody gave. NaN for none. */
export function lowerMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** As figures in facts are kept: to the third decimal, halves up. */
export const toThousandth = (value: number): number => Math.round(value * 1000) / 1000;
