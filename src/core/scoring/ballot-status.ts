import { type BallotTable, isMark, notScored } from './ballot-table.ts';

/**
 * What became of a ballot. `counts` and `imputed` take part; every other one is set aside, which is never a zero. `incomplete`: a
 * criterion has no mark; `abstained`, `recused`: said so on any criterion; `empty`: not one mark; `nothingApplies`: no criterion does.
 */
export const ballotStatus = { counts: 0, incomplete: 1, abstained: 2, recused: 3, empty: 4, nothingApplies: 5, imputed: 6 } as const;

export type BallotStatus = keyof typeof ballotStatus;

export const takesPart = (status: number | undefined): boolean => status === ballotStatus.counts || status === ballotStatus.imputed;

/** The name of a code of `ballotStatus`. */
export function statusName(code: number | undefined): BallotStatus {
  return (Object.keys(ballotStatus) as BallotStatus[]).find((name) => ballotStatus[name] === code) ?? 'empty';
}

/** The status of one ballot on the columns that count for its entry, at least one. */
export function statusOf(table: BallotTable, ballot: number, columns: readonly number[]): number {
  const width = table.criteria.length;
  let [marked, applying] = [0, columns.length];
  let [recused, abstained] = [false, false];
  for (const column of columns) {
    const mark = table.marks[ballot * width + column] ?? notScored.missing;
    if (isMark(mark)) marked += 1;
    else if (mark === notScored.recused) recused = true;
    else if (mark === notScored.abstained) abstained = true;
    else if (mark === notScored.notApplicable) applying -= 1;
  }
  if (recused) return ballotStatus.recused;
  if (abstained) return ballotStatus.abstained;
  if (applying === 0) return ballotStatus.nothingApplies;
  if (marked === 0) return ballotStatus.empty;
  return marked < columns.length ? ballotStatus.incomplete : ballotStatus.counts;
}
