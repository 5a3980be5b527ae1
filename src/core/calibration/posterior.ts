import type { Side } from './design.ts';
import { type Equations, type Solved, spreadOfOuter } from './equations.ts';

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

/** L⁻ᵀz of `batch` columns of z into x, both row by row: independent standard normals come out with covariance (L·L')⁻¹. */
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
    const to = row * batch;
    x[to] = a;
    x[to + 1] = b;
    x[to + 2] = c;
    x[to + 3] = d;
    x[to + 4] = e;
    x[to + 5] = f;
    x[to + 6] = g;
    x[to + 7] = h;
  }
}

/** Of one outer unit, Σ w·y − Σ w·x for each column of x, into `into` from `at` on, `stride` apart. */
function outerSums(equations: Equations, unit: number, x: Float64Array, into: Float64Array, at: number, stride: number): void {
  const { start, column, weight, outerSum } = equations;
  const own = outerSum[unit] ?? 0;
  let [a, b, c, d, e, f, g, h] = [own, own, own, own, own, own, own, own];
  const end = start[unit + 1] ?? 0;
  for (let k = start[unit] ?? 0; k < end; k += 1) {
    const w = weight[k] ?? 0;
    const from = (column[k] ?? 0) * batch;
    a -= w * (x[from] ?? 0);
    b -= w * (x[from + 1] ?? 0);
    c -= w * (x[from + 2] ?? 0);
    d -= w * (x[from + 3] ?? 0);
    e -= w * (x[from + 4] ?? 0);
    f -= w * (x[from + 5] ?? 0);
    g -= w * (x[from + 6] ?? 0);
    h -= w * (x[from + 7] ?? 0);
  }
  into[at] = a;
  into[at + stride] = b;
  into[at + 2 * stride] = c;
  into[at + 3 * stride] = d;
  into[at + 4 * stride] = e;
  into[at + 5 * stride] = f;
  into[at + 6 * stride] = g;
  into[at + 7 * stride] = h;
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
  const { size, design } = equations;
  const deviation = Math.sqrt(residualVariance);
  const index = entries.map((entry) => indexOf[entry] ?? -1);
  const n = index.length;
  const root = diagonal.map((d) => deviation / Math.sqrt(d));
  const z = new Float64Array(size * batch);
  const x = new Float64Array(size * batch);
  const drawn = new Float64Array(n * batch);
  let next = batch;
  const refill = () => {
    for (let b = 0; b < batch; b += 1) for (let c = 0; c < size; c += 1) z[c * batch + b] = sources.dense();
    spreadOut(spread, size, z, x);
    for (let c = 0; c < x.length; c += 1) x[c] = (denseEffect[Math.floor(c / batch)] ?? 0) + deviation * (x[c] ?? 0);
    if (design.eliminated === 'judges') {
      for (let e = 0; e < n; e += 1) for (let b = 0; b < batch; b += 1) drawn[b * n + e] = x[(index[e] ?? 0) * batch + b] ?? 0;
    } else {
      for (let e = 0; e < n; e += 1) outerSums(equations, index[e] ?? 0, x, drawn, e, n);
      for (let b = 0, at = 0; b < batch; b += 1) {
        for (let e = 0; e < n; e += 1, at += 1) {
          const i = index[e] ?? 0;
          drawn[at] = (drawn[at] ?? 0) / (diagonal[i] ?? 1) + (root[i] ?? 0) * sources.outer();
        }
      }
    }
    next = 0;
  };
  return (into) => {
    if (next === batch) refill();
    into.set(drawn.subarray(next * n, (next + 1) * n));
    next += 1;
  };
}
