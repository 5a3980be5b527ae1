import { solveUpper } from '#core/numeric/cholesky.ts';
import type { Side } from './design.ts';
import { type Solved, spreadOfOuter } from './equations.ts';

/**
 * What one fitted model says of all entries together: normal with these means, where the dense side varies as σ²·(L·L')⁻¹ and each
 * eliminated unit, given that, independently as σ²/d. Entries may stand on either side.
 */
export type Posterior = {
  readonly solved: Solved;
  /** L⁻¹ turned. */
  readonly spread: Float64Array;
  readonly residualVariance: number;
  /** By the caller's entry: where it stands among the model's entries; −1 without a ballot. */
  readonly indexOf: Int32Array;
};

export function posteriorOf(solved: Solved, spread: Float64Array, residualVariance: number, entries: number): Posterior {
  const indexOf = new Int32Array(entries).fill(-1);
  for (const [index, entry] of solved.equations.design.entryOf.entries()) indexOf[entry] = index;
  return { solved, spread, residualVariance, indexOf };
}

/** The effect of a unit of either side, fixed means left out. */
export function effectOf({ solved }: Posterior, side: Side, index: number): number {
  const effects = solved.equations.design.eliminated === side ? solved.outerEffect : solved.denseEffect;
  return effects[index] ?? Number.NaN;
}

/** That effect as L⁻¹k on the dense side (into `into`). Returns the variance ÷ σ² it has of its own beside ‖L⁻¹k‖². */
export function spreadOfUnit({ solved, spread }: Posterior, side: Side, index: number, into: Float64Array): number {
  const { size, design } = solved.equations;
  if (design.eliminated !== side) {
    into.set(spread.subarray(index * size, (index + 1) * size));
    return 0;
  }
  const d = solved.diagonal[index] ?? 1;
  spreadOfOuter(solved, spread, index, into);
  for (let c = 0; c < size; c += 1) into[c] = -(into[c] ?? 0) / d;
  return 1 / d;
}

/** Variance of the difference of two entries' effects. */
export function differenceVariance(posterior: Posterior, a: number, b: number): number {
  const size = posterior.solved.equations.size;
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const unit = (entry: number, into: Float64Array) => spreadOfUnit(posterior, 'entries', posterior.indexOf[entry] ?? -1, into);
  const own = unit(a, first) + unit(b, second);
  return posterior.residualVariance * first.reduce((sum, value, c) => sum + (value - (second[c] ?? 0)) * (value - (second[c] ?? 0)), own);
}

/**
 * A function that draws the effects of `entries` once, into an array in their order. Each draw takes one normal a dense column that is
 * not held, then one an entry where entries are the eliminated side. Cost: (dense side)²/2 + ballots.
 */
export function drawerOf(posterior: Posterior, entries: Int32Array, normal: () => number): (into: Float64Array) => void {
  const { solved, residualVariance, indexOf } = posterior;
  const { equations, factor, diagonal, denseEffect } = solved;
  const { size, start, column, weight, outerSum, design } = equations;
  const deviation = Math.sqrt(residualVariance);
  const held = new Set(solved.held);
  const index = entries.map((entry) => indexOf[entry] ?? -1);
  const root = diagonal.map((d) => deviation / Math.sqrt(d));
  const x = new Float64Array(size);
  return (into) => {
    for (let c = 0; c < size; c += 1) x[c] = held.has(c) ? 0 : normal();
    solveUpper(factor, size, x);
    for (let c = 0; c < size; c += 1) x[c] = (denseEffect[c] ?? 0) + deviation * (x[c] ?? 0);
    for (let e = 0; e < index.length; e += 1) {
      const i = index[e] ?? 0;
      if (design.eliminated === 'judges') {
        into[e] = x[i] ?? 0;
        continue;
      }
      let sum = outerSum[i] ?? 0;
      for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k += 1) sum -= (weight[k] ?? 0) * (x[column[k] ?? 0] ?? 0);
      into[e] = sum / (diagonal[i] ?? 1) + (root[i] ?? 0) * normal();
    }
  };
}
