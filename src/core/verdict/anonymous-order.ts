import type { BallotTable } from '../scoring/ballot-table.ts';

/** By judge: its ballots in order of entries. */
function ballotsByJudge({ judges, ballotJudge }: BallotTable): number[][] {
  const lists: number[][] = judges.map(() => []);
  ballotJudge.forEach((judge, ballot) => {
    lists[judge]?.push(ballot);
  });
  return lists;
}

/** Order of two judges by what they did alone: entry by entry, mark by mark; who judged fewer of the same comes first. */
function byWork(table: BallotTable, left: readonly number[], right: readonly number[]): number {
  const width = table.criteria.length;
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [a = 0, b = 0] = [left[i], right[i]];
    const entries = (table.ballotEntry[a] ?? 0) - (table.ballotEntry[b] ?? 0);
    if (entries !== 0) return entries;
    for (let c = 0; c < width; c += 1) {
      const marks = (table.marks[a * width + c] ?? 0) - (table.marks[b * width + c] ?? 0);
      if (marks !== 0) return marks;
    }
    const times = (table.at?.[a] ?? 0) - (table.at?.[b] ?? 0);
    if (times !== 0 && !Number.isNaN(times)) return times;
  }
  return left.length - right.length;
}

/**
 * The same table with judges numbered by their ballots instead of their names, so that a figure does not change in its last digit, nor a
 * draw in its order, when judges stand under pseudonyms. Judges with the very same ballots keep the order of their names: no figure
 * can tell them apart.
 */
export function anonymousOrder(table: BallotTable): BallotTable {
  const lists = ballotsByJudge(table);
  const order = table.judges.map((_, judge) => judge).sort((a, b) => byWork(table, lists[a] ?? [], lists[b] ?? []) || a - b);
  const place = new Int32Array(order.length);
  order.forEach((judge, i) => {
    place[judge] = i;
  });
  const judgeOf = (ballot: number): number => place[table.ballotJudge[ballot] ?? 0] ?? 0;
  const ballots = Array.from(table.ballotEntry, (_, ballot) => ballot);
  ballots.sort((a, b) => (table.ballotEntry[a] ?? 0) - (table.ballotEntry[b] ?? 0) || judgeOf(a) - judgeOf(b));
  const width = table.criteria.length;
  const cell = (i: number): number => (ballots[Math.floor(i / width)] ?? 0) * width + (i % width);
  const { at, marks, rows, rowFiles } = table;
  return {
    ...table,
    judges: order.map((judge) => table.judges[judge] ?? { name: '', group: null }),
    ballotEntry: Int32Array.from(ballots, (ballot) => table.ballotEntry[ballot] ?? 0),
    ballotJudge: Int32Array.from(ballots, judgeOf),
    at: at && Float64Array.from(ballots, (ballot) => at[ballot] ?? Number.NaN),
    marks: marks.map((_, i) => marks[cell(i)] ?? 0),
    rows: rows.map((_, i) => rows[cell(i)] ?? 0),
    rowFiles: rowFiles.map((_, i) => rowFiles[cell(i)] ?? 0),
  };
}
