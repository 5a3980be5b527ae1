import { itemsOf } from '../by-key.ts';
import type { Check, Flag } from '../flag.ts';
import { judgeName, marksOn, type View } from '../view.ts';

/** From so many ballots and marks on, one mark everywhere is no accident. */
const least = { ballots: 3, marks: 8 };

/**
 * Judges all of whose marks are one and the same, on entries for which the other judges used more than one mark. (Zeros alone are
 * asked about as seats.)
 */
export function checkOneMark(view: View): Check {
  const { table, byJudge, byEntry } = view;
  const flags: Flag[] = [];
  for (let judge = 0; judge < table.judges.length; judge += 1) {
    const ballots = [...itemsOf(byJudge, judge)].filter((ballot) => marksOn(view, ballot).length > 0);
    const marks = ballots.flatMap((ballot) => marksOn(view, ballot));
    const [mark] = marks;
    if (ballots.length < least.ballots || marks.length < least.marks) continue;
    if (mark === undefined || mark === 0 || marks.some((other) => other !== mark)) continue;
    const others = new Set<number>();
    for (const ballot of ballots) {
      for (const other of itemsOf(byEntry, table.ballotEntry[ballot] ?? -1)) {
        if (table.ballotJudge[other] !== judge) for (const given of marksOn(view, other)) others.add(given);
      }
    }
    if (others.size < 2) continue;
    const facts = { judge: judgeName(table, judge), mark, marks: marks.length, ballots: ballots.length };
    flags.push({ kind: 'one-mark-judge', ballots, criterion: null, facts });
  }
  return { kind: 'one-mark-judge', examined: table.judges.length, notRun: null, placebo: null, flags };
}
