import { type Random, random } from '../../numeric/random.ts';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import { itemsOf } from '../by-key.ts';
import { type Check, type Flag, notRun } from '../flag.ts';
import { judgeName, marksOn, toThousandth, type View } from '../view.ts';
import { againstChance, shufflesFor } from './chance.ts';

/** Two marks are alike too often to tell anything. */
const leastMarks = 3;

/**
 * Judges who give one and the same mark under every criterion more often than the other judges of the same entries: how many of their
 * ballots are all equal, against dealing "all equal or not" anew among the judges of each entry. Ballots all at the lowest or the highest
 * mark anybody gave are left out: a kind judge has more tens, and there is no higher mark to vary with. The count is measured in standard deviations of that deal, its tail taken from the shuffles; BH 5 % over judges.
 */
export function checkFlatBallots(view: View, seed: string): Check {
  const { table, byEntry } = view;
  const flat = flatBallots(view);
  if (view.scored.length < leastMarks) return notRun('all-equal-ballots', 'one-criterion');
  const expected = new Float64Array(table.judges.length);
  const spread = new Float64Array(table.judges.length);
  const mixed: Int32Array[] = [];
  for (let entry = 0; entry < table.entries.length; entry += 1) {
    const ballots = itemsOf(byEntry, entry).filter((ballot) => (flat[ballot] ?? -1) >= 0);
    const share = ballots.reduce((sum, ballot) => sum + (flat[ballot] ?? 0), 0) / ballots.length;
    if (share > 0 && share < 1) mixed.push(ballots);
    for (const ballot of ballots) {
      const judge = table.ballotJudge[ballot] ?? 0;
      expected[judge] = (expected[judge] ?? 0) + share;
      spread[judge] = (spread[judge] ?? 0) + share * (1 - share);
    }
  }
  const judges = [...spread.keys()].filter((judge) => (spread[judge] ?? 0) > 0);
  if (judges.length < 2) return notRun('all-equal-ballots', 'no-spread');
  const excess = (marked: Int8Array) => {
    const count = countsOf(table, marked);
    return judges.map((judge) => ((count[judge] ?? 0) - (expected[judge] ?? 0)) / Math.sqrt(spread[judge] ?? 1));
  };
  const stream = random(`${seed}/checks/all-equal-ballots`);
  const runs = shufflesFor(4 * table.ballotEntry.length);
  const shuffled = Array.from({ length: runs }, () => excess(dealtWithin(mixed, flat, stream)));
  const { flagged, placebo } = againstChance(excess(flat), shuffled);
  const flags = judges.filter((_, i) => flagged[i]).map((judge) => flagOf(view, flat, judge, expected[judge] ?? 0));
  return { kind: 'all-equal-ballots', examined: judges.length, notRun: null, placebo, flags };
}

/** By ballot: 1 all marks equal, 0 not, −1 too few marks to say, or all at an end of the marks given (zeros are asked about as seats). */
function flatBallots(view: View): Int8Array {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const flat = Int8Array.from(view.table.ballotEntry, (_, ballot) => {
    const marks = marksOn(view, ballot);
    if (marks.length < leastMarks || marks.every((mark) => mark === 0)) return -1;
    lowest = Math.min(lowest, ...marks);
    highest = Math.max(highest, ...marks);
    return Number(marks.every((mark) => mark === marks[0]));
  });
  return flat.map((value, ballot) => {
    if (value !== 1) return value;
    const [mark] = marksOn(view, ballot);
    return mark === lowest || mark === highest ? -1 : 1;
  });
}

function countsOf({ ballotJudge, judges }: BallotTable, flat: Int8Array): Int32Array {
  const count = new Int32Array(judges.length);
  flat.forEach((value, ballot) => {
    if (value === 1) count[ballotJudge[ballot] ?? 0] = (count[ballotJudge[ballot] ?? 0] ?? 0) + 1;
  });
  return count;
}

function dealtWithin(panels: readonly Int32Array[], flat: Int8Array, stream: Random): Int8Array {
  const dealt = flat.slice();
  for (const ballots of panels) {
    // Fisher–Yates on the ballots themselves.
    for (let i = ballots.length - 1; i > 0; i -= 1) {
      const [a, b] = [ballots[i] ?? 0, ballots[stream.below(i + 1)] ?? 0];
      const kept = dealt[a] ?? 0;
      dealt[a] = dealt[b] ?? 0;
      dealt[b] = kept;
    }
  }
  return dealt;
}

function flagOf({ table, byJudge }: View, flat: Int8Array, judge: number, expected: number): Flag {
  const own = itemsOf(byJudge, judge);
  const ballots = Array.from(own.filter((ballot) => flat[ballot] === 1));
  const facts = { judge: judgeName(table, judge), ballots: ballots.length, of: own.length, expected: toThousandth(expected) };
  return { kind: 'all-equal-ballots', ballots, criterion: null, facts };
}
