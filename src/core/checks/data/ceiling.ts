import { isMark } from '../../scoring/ballot-table.ts';
import type { Check, Flag } from '../flag.ts';
import { markOf, toThousandth, type View } from '../view.ts';

/** Above this share of marks at one end, entries that differ can no longer show it: intervals grow too narrow (their coverage falls). */
const limit = 0.1;

/** Fewer marks are no share of anything. */
const leastMarks = 20;

/** Criteria of which more than a tenth of all marks sit at the lowest or the highest mark of their scale. Yes or no has only ends. */
export function checkCeiling({ table, scored }: View): Check {
  const flags: Flag[] = [];
  let examined = 0;
  for (const c of scored) {
    const { id = '', scale = { min: 0, max: 1 } } = table.criteria[c] ?? {};
    if (scale.max - scale.min < 2) continue;
    examined += 1;
    const ends = { low: [] as number[], high: [] as number[] };
    let marks = 0;
    for (let ballot = 0; ballot < table.ballotEntry.length; ballot += 1) {
      const mark = markOf(table, ballot, c);
      if (!isMark(mark)) continue;
      marks += 1;
      if (mark === scale.min) ends.low.push(ballot);
      if (mark === scale.max) ends.high.push(ballot);
    }
    for (const end of ['low', 'high'] as const) {
      const ballots = ends[end];
      if (marks < leastMarks || ballots.length <= limit * marks) continue;
      const facts = { criterion: id, end, mark: end === 'low' ? scale.min : scale.max, count: ballots.length, of: marks };
      flags.push({ kind: 'ceiling', ballots, criterion: c, facts: { ...facts, share: toThousandth(ballots.length / marks) } });
    }
  }
  return { kind: 'ceiling', examined, notRun: examined === 0 ? 'no-spread' : null, placebo: null, flags };
}
