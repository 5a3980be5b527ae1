import { leastCommonMultiple } from '../../numeric/fraction.ts';
import { ballotStatus } from '../ballot-status.ts';
import { type BallotTable, isMark } from '../ballot-table.ts';
import type { Units } from './units.ts';

type Imputer = {
  /** What composites of the category are multiplied by, so that imputed ones are whole too. */
  readonly finer: bigint;
  /** Σ weight·units of an incomplete ballot with its gaps filled, times `finer` and `share`, without the criteria in `out`. */
  readonly sum: (ballot: number, out: readonly number[], share: bigint) => bigint;
};

/**
 * Completes ballots of a category where a judge skipped a criterion: the judge's mean on that entry plus the criterion's effect, which
 * is how its mean over all complete ballots differs from those of the criteria the judge did mark; kept within the scale. Judges mark
 * an entry much alike on all criteria, so this is close (residual variance .034 against .148 for a lone mark, on skating panels), but it
 * is no mark: such ballots are flagged, and a result without them belongs beside it. Undefined without a gap, or without a complete ballot to learn from.
 */
export function imputer(
  table: BallotTable,
  entries: readonly number[],
  starts: Int32Array,
  units: Units,
  { status, leftOut }: { readonly status: Uint8Array; readonly leftOut: ReadonlyMap<number, readonly number[]> },
): Imputer | undefined {
  const width = table.criteria.length;
  const markOf = (ballot: number, i: number) => table.marks[ballot * width + (units.columns[i] ?? 0)] ?? 0;
  const unitsAt = (ballot: number, i: number) => (units.times[i] ?? 0n) * BigInt(markOf(ballot, i) - (units.from[i] ?? 0));
  const given = (ballot: number, out: readonly number[]) =>
    units.columns.flatMap((column, i) => (!out.includes(column) && isMark(markOf(ballot, i)) ? [i] : []));
  const sums = units.columns.map(() => 0n);
  let [complete, gaps, counts] = [0n, 0, 1n];
  for (const entry of entries)
    for (let ballot = starts[entry] ?? 0; ballot < (starts[entry + 1] ?? 0); ballot++) {
      const out = leftOut.get(entry) ?? [];
      if (status[ballot] === ballotStatus.incomplete) {
        gaps += 1;
        counts = leastCommonMultiple(counts, BigInt(given(ballot, out).length));
      }
      if (status[ballot] !== ballotStatus.counts || out.length > 0) continue;
      complete += 1n;
      for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0n) + unitsAt(ballot, i);
    }
  if (complete === 0n || gaps === 0) return undefined;
  const finer = counts * complete;
  return {
    finer,
    sum(ballot, out, share) {
      const marked = given(ballot, out);
      const count = BigInt(marked.length);
      const base = marked.reduce((sum, i) => sum + complete * unitsAt(ballot, i) - (sums[i] ?? 0n), 0n);
      return units.columns.reduce((total, column, i) => {
        if (out.includes(column)) return total;
        const filled = (base + count * (sums[i] ?? 0n)) * (counts / count);
        const [low, high] = [(units.lowest[i] ?? 0n) * finer, (units.highest[i] ?? 0n) * finer];
        const within = filled < low ? low : filled > high ? high : filled;
        const value = isMark(markOf(ballot, i)) ? unitsAt(ballot, i) * finer : within;
        return total + share * (units.weight[i] ?? 0n) * value;
      }, 0n);
    },
  };
}
