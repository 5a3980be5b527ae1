/** Judges, criteria and categories whose marks look like those of a shorter scale than the rest. */
import { usualTops } from '../scale.ts';
import type { MarkRows } from './mark-rows.ts';
import { beyond, type EachMark, type Tally, upTo } from './scale-classes.ts';

/** How unlikely marks must be on the scale of the others before it is asked whether they are on it. */
const unlikely = 0.01;

/** Judges looked at one by one; where more seem to mark on a shorter scale, it is a category or a criterion that does. */
const mostJudges = 40;

const power = (base: number, exponent: number): number => {
  let value = 1;
  for (let i = 0; i < exponent && value > 1e-9; i++) value *= base;
  return value;
};

type Others = { marks: number; above: number; sum: number };

/**
 * Whether marks that all lie within `within` are of another scale than those of others, up to `top`: on theirs hardly anybody would stay
 * below so often, and stretched to its length they come nearer to the others than as they are, so that it is no mere severity.
 */
function isShorter(own: { readonly marks: number; readonly mean: number }, others: Others, within: number, top: number): boolean {
  if (others.marks === 0 || power(1 - others.above / others.marks, own.marks) >= unlikely) return false;
  const usual = others.sum / others.marks;
  return Math.abs((own.mean * top) / within - usual) < Math.abs(own.mean - usual);
}

export type Shorter = { readonly i: number; readonly within: number; readonly share: number };

/** Of `tallies`, those with `fewest` marks or more that lie within a shorter usual scale and, held against all longer ones, hardly would by chance. */
export function shorterAmong(tallies: readonly Tally[], top: number, fewest: number): Shorter[] {
  const own = tallies.map(({ counts }) => counts.findLastIndex((count) => count > 0));
  const marksOf = ({ counts }: Tally) => upTo(counts, beyond);
  return tallies.flatMap((tally, i) => {
    const at = own[i] ?? -1;
    const within = usualTops[at] ?? 0;
    const marks = marksOf(tally);
    if (at < 0 || at >= top || marks < fewest || tally.highest < within - 1) return [];
    const others: Others = { marks: 0, above: 0, sum: 0 };
    for (const [other, longer] of tallies.entries()) {
      if ((own[other] ?? -1) <= at) continue;
      others.marks += marksOf(longer);
      others.above += marksOf(longer) - upTo(longer.counts, at);
      others.sum += longer.sum;
    }
    const found = isShorter({ marks, mean: tally.sum / marks }, others, within, usualTops[top] ?? 0);
    return found ? [{ i, within, share: others.above / others.marks }] : [];
  });
}

/** Of judges who seem to mark on a shorter scale, those who still do beside the other judges of the very same entries. */
export function shorterOnSameEntries(
  rows: MarkRows,
  each: EachMark,
  judges: readonly Tally[],
  found: readonly Shorter[],
  top: number,
): Shorter[] {
  const [entryOf, judgeOf] = [rows.entry.all(), rows.judge.all()];
  return found.slice(0, mostJudges).flatMap((one) => {
    const seen = new Uint8Array(rows.entryNames.length);
    each((row) => {
      if (judgeOf[row] === one.i) seen[entryOf[row] ?? 0] = 1;
    });
    const others: Others = { marks: 0, above: 0, sum: 0 };
    let alone = true;
    each((row, mark) => {
      const judge = judgeOf[row] ?? 0;
      if (judge === one.i || seen[entryOf[row] ?? 0] !== 1) return;
      alone = false;
      if ((judges[judge]?.highest ?? 0) <= one.within) return;
      others.marks += 1;
      others.above += Number(mark > one.within);
      others.sum += mark;
    });
    // With nobody beside on the entries, those elsewhere have to do.
    if (alone) return [one];
    const own = judges[one.i];
    const marks = own ? upTo(own.counts, beyond) : 0;
    const still = isShorter({ marks, mean: (own?.sum ?? 0) / Math.max(1, marks) }, others, one.within, usualTops[top] ?? 0);
    return still ? [{ ...one, share: others.above / others.marks }] : [];
  });
}
