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

/** Draws made at once: what is read of the dense side serves all of them. */
const batch = 8;

/** L⁻ᵀz of `batch` columns of z (column b from b·size) into x: independent standard normals come out with covariance (L·L')⁻¹. */
function spreadOut(spread: Float64Array, size: number, z: Float64Array, x: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let at = row; at < size; at += 1) {
      const l = spread[row * size + at] ?? 0;
      const from = at * batch;
      a += l * (z[from] ?? 0);
      b += l * (z[from + 1] ?? 0);
      c += l * (z[from + 2] ?? 0);
      d += l * (z[from + 3] ?? 0);
      e += l * (z[from + 4] ?? 0);
      f += l * (z[from + 5] ?? 0);
      g += l * (z[from + 6] ?? 0);
      h += l * (z[from + 7] ?? 0);
    }
    x[row] = a;
    x[size + row] = b;
    x[2 * size + row] = c;
    x[3 * size + row] = d;
    x[4 * size + row] = e;
    x[5 * size + row] = f;
    x[6 * size + row] = g;
    x[7 * size + row] = h;
  }
}

/** Two streams of standard normals, so that what one draw takes of one depends on no other draw. */
export type Sources = { readonly dense: () => number; readonly outer: () => number };

/**
 * A function that draws the effects of `entries` once, into an array in their order. Draw number t takes normals t·size … of `dense`, one
 * a dense column, and, where entries are the eliminated side, normals t·entries … of `outer`, one an entry. Cost: (dense side)²/2 + ballots.
 */
export function drawerOf(posterior: Posterior, entries: Int32Array, sources: Sources): (into: Float64Array) => void {
  const { solved, spread, residualVariance, indexOf } = posterior;
  const { equations, diagonal, denseEffect } = solved;
  const { size, start, column, weight, outerSum, design } = equations;
  const deviation = Math.sqrt(residualVariance);
  const index = entries.map((entry) => indexOf[entry] ?? -1);
  const root = diagonal.map((d) => deviation / Math.sqrt(d));
  const z = new Float64Array(size * batch);
  const x = new Float64Array(size * batch);
  let next = batch;
  const refill = () => {
    for (let b = 0; b < batch; b += 1) for (let c = 0; c < size; c += 1) z[c * batch + b] = sources.dense();
    spreadOut(spread, size, z, x);
    for (let c = 0; c < x.length; c += 1) x[c] = (denseEffect[c % size] ?? 0) + deviation * (x[c] ?? 0);
    next = 0;
  };
  return (into) => {
    if (next === batch) refill();
    const from = next * size;
    next += 1;
    for (let e = 0; e < index.length; e += 1) {
      const i = index[e] ?? 0;
      if (design.eliminated === 'judges') {
        into[e] = x[from + i] ?? 0;
        continue;
      }
      let sum = outerSum[i] ?? 0;
      const end = start[i + 1] ?? 0;
      for (let k = start[i] ?? 0; k < end; k += 1) sum -= (weight[k] ?? 0) * (x[from + (column[k] ?? 0)] ?? 0);
      into[e] = sum / (diagonal[i] ?? 1) + (root[i] ?? 0) * sources.outer();
    }
  };
}
