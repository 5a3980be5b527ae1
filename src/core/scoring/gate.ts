import { type BallotTable, isMark } from './ballot-table.ts';
import { stepsOf } from './scale.ts';
import type { NoPlace } from './standing.ts';

/**
 * The first gate of its category an entry does not pass; undefined when it passes all. Judges who did not mark a gate have no say in it;
 * a gate nobody marked is not passed. Gates are asked of every ballot, whether it counts in the score or not.
 */
export function gateFailure(
  { criteria, categories, entries, marks }: BallotTable,
  entry: number,
  from: number,
  to: number,
): NoPlace | undefined {
  const category = categories[entries[entry]?.category ?? 0] ?? '';
  for (const [column, { id, gate, scale, categories: only }] of criteria.entries()) {
    if (!gate || only?.includes(category) === false) continue;
    const given: number[] = [];
    for (let ballot = from; ballot < to; ballot++) {
      const mark = marks[ballot * criteria.length + column] ?? 0;
      if (isMark(mark)) given.push(mark);
    }
    const yes = given.filter((mark) => mark >= gate.from * stepsOf(scale)).length;
    const passed = gate.judges === 'every' ? yes === given.length && yes > 0 : 2 * yes > given.length;
    if (!passed)
      return { key: 'gate-not-passed', facts: { criterion: id, yes, judges: given.length, from: gate.from, needs: gate.judges } };
  }
  return undefined;
}
