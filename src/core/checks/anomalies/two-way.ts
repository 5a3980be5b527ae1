import { itemsOf } from '../by-key.ts';
import { type Cells, partsOf } from './cells.ts';

/** A public vote is no panel: the judges' matrix is dense. */
export const mostJudges = 1_000;

/** How many ballots' worth of the common variance a judge's own is drawn towards. */
const priorBallots = 10;

/**
 * Each ballot against what entry and judge together lead to expect: the least-squares fit y = entry + judge. Nothing is shrunk, so what
 * a judge does to one entry is measured alike whatever method decides the official scores.
 */
export type TwoWay = {
  readonly cells: Cells;
  /** Residual degrees of freedom: cells − entries − judges + parts. */
  readonly df: number;
  readonly residual: Float64Array;
  /** By cell: 1 − leverage, the share of its variance a residual keeps. */
  readonly free: Float64Array;
  readonly variance: number;
  /** By judge: the residual variance of that judge, drawn towards the common one. */
  readonly own: readonly OwnVariance[];
  /** Residuals of other values in the same cells. */
  readonly residualsOf: (values: Float64Array) => Float64Array;
  /** x'Mx of weights x on some cells of one judge, what is left of them beside all entries and judges. Var(Σ x·residual) = σ²·x'Mx. */
  readonly left: (judge: number, at: ArrayLike<number>, weights: ArrayLike<number>) => number;
};

/** squares/weight is a judge's own residual variance, drawn towards the common one as if by ten ballots of it. */
export type OwnVariance = { readonly squares: number; readonly weight: number };

export function ownVariance({ byJudge, judges }: Cells, residual: Float64Array, free: Float64Array, common: number): OwnVariance[] {
  const { start, items } = byJudge;
  const own: OwnVariance[] = [];
  for (let judge = 0; judge < judges; judge += 1) {
    let squares = priorBallots * common;
    let weight = priorBallots;
    const to = start[judge + 1] ?? 0;
    for (let k = start[judge] ?? 0; k < to; k += 1) {
      const at = items[k] ?? 0;
      const r = residual[at] ?? 0;
      squares += r * r;
      weight += free[at] ?? 0;
    }
    own.push({ squares, weight });
  }
  return own;
}

/** Σ r², in order. */
export function squaresOf(residual: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < residual.length; at += 1) {
    const r = residual[at] ?? 0;
    sum += r * r;
  }
  return sum;
}

/** Inverse of a symmetric positive definite matrix in place, by Cholesky; rows one after another. */
function invert(a: Float64Array, m: number): void {
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i * m + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (a[i * m + k] ?? 0) * (a[j * m + k] ?? 0);
      a[i * m + j] = i === j ? Math.sqrt(sum) : sum / (a[j * m + j] ?? 1);
    }
  }
  for (let i = 0; i < m; i += 1) {
    const pivot = 1 / (a[i * m + i] ?? 1);
    a[i * m + i] = pivot;
    for (let j = 0; j < i; j += 1) {
      let sum = 0;
      for (let k = j; k < i; k += 1) sum -= (a[i * m + k] ?? 0) * (a[k * m + j] ?? 0);
      a[i * m + j] = sum * pivot;
    }
  }
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = 0;
      for (let k = i; k < m; k += 1) sum += (a[k * m + i] ?? 0) * (a[k * m + j] ?? 0);
      a[i * m + j] = sum;
      a[j * m + i] = sum;
    }
  }
}

/**
 * (B + ones within each part)⁻¹ with B = D_judge − N'D_entry⁻¹N, the judges' information. Equal to B⁺ for every vector that sums to
 * nought within each part, which all vectors here do.
 */
function judgesInverse({ judge, byEntry, byJudge, entries, judges: m }: Cells, partOf: Int32Array): Float64Array {
  const b = new Float64Array(m * m);
  const add = (i: number, j: number, value: number) => {
    b[i * m + j] = (b[i * m + j] ?? 0) + value;
  };
  for (let j = 0; j < m; j += 1) add(j, j, itemsOf(byJudge, j).length);
  for (let i = 0; i < entries; i += 1) {
    const cells = itemsOf(byEntry, i);
    const share = 1 / cells.length;
    for (const one of cells) for (const two of cells) add(judge[one] ?? 0, judge[two] ?? 0, -share);
  }
  const size = new Map<number, number>();
  for (const part of partOf) size.set(part, (size.get(part) ?? 0) + 1);
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j < m; j += 1) if (partOf[i] === partOf[j]) add(i, j, 1 / (size.get(partOf[i] ?? 0) ?? 1));
  }
  invert(b, m);
  return b;
}

function residualizer({ entry, judge, byEntry, entries, judges: m }: Cells, inverse: Float64Array): TwoWay['residualsOf'] {
  const panel = Float64Array.from({ length: entries }, (_, i) => itemsOf(byEntry, i).length);
  const entryMeans = (values: Float64Array): Float64Array => {
    const means = new Float64Array(entries);
    for (let at = 0; at < values.length; at += 1) means[entry[at] ?? 0] = (means[entry[at] ?? 0] ?? 0) + (values[at] ?? 0);
    for (let i = 0; i < entries; i += 1) means[i] = (means[i] ?? 0) / (panel[i] || 1);
    return means;
  };
  return (values) => {
    const means = entryMeans(values);
    const sums = new Float64Array(m);
    for (let at = 0; at < values.length; at += 1) {
      const j = judge[at] ?? 0;
      sums[j] = (sums[j] ?? 0) + (values[at] ?? 0) - (means[entry[at] ?? 0] ?? 0);
    }
    const effect = new Float64Array(m);
    for (let i = 0; i < m; i += 1) {
      let sum = 0;
      for (let j = 0; j < m; j += 1) sum += (inverse[i * m + j] ?? 0) * (sums[j] ?? 0);
      effect[i] = sum;
    }
    const left = new Float64Array(values.length);
    for (let at = 0; at < left.length; at += 1) left[at] = (values[at] ?? 0) - (effect[judge[at] ?? 0] ?? 0);
    const rest = entryMeans(left);
    for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) - (rest[entry[at] ?? 0] ?? 0);
    return left;
  };
}

/** By cell 1 − 1/k − (e_j − n_i)'B⁺(e_j − n_i), n_i being the equal shares of the entry's k judges. */
function freeShares({ judge, byEntry, entries, judges: m, y }: Cells, inverse: Float64Array): Float64Array {
  const free = new Float64Array(y.length);
  const row = new Float64Array(m);
  for (let i = 0; i < entries; i += 1) {
    const cells = itemsOf(byEntry, i);
    const k = cells.length;
    let middle = 0;
    for (const one of cells) {
      const j = judge[one] ?? 0;
      let sum = 0;
      for (const two of cells) sum += inverse[j * m + (judge[two] ?? 0)] ?? 0;
      row[j] = sum / k;
      middle += sum / (k * k);
    }
    for (const one of cells) {
      const j = judge[one] ?? 0;
      free[one] = Math.max(0, 1 - 1 / k - ((inverse[j * m + j] ?? 0) - 2 * (row[j] ?? 0) + middle));
    }
  }
  return free;
}

function leftOf({ entry, judge, byEntry, judges: m }: Cells, inverse: Float64Array): TwoWay['left'] {
  const { start, items } = byEntry;
  const g = new Float64Array(m);
  return (j, at, weights) => {
    g.fill(0);
    let size = 0;
    let sum = 0;
    for (let a = 0; a < at.length; a += 1) {
      const weight = weights[a] ?? 0;
      const i = entry[at[a] ?? 0] ?? 0;
      const [from, to] = [start[i] ?? 0, start[i + 1] ?? 0];
      const share = weight / (to - from);
      size += weight * (weight - share);
      sum += weight;
      for (let k = from; k < to; k += 1) {
        const l = judge[items[k] ?? 0] ?? 0;
        g[l] = (g[l] ?? 0) - share;
      }
    }
    g[j] = (g[j] ?? 0) + sum;
    for (let one = 0; one < m; one += 1) {
      const own = g[one] ?? 0;
      if (own === 0) continue;
      let row = (own * (inverse[one * m + one] ?? 0)) / 2;
      for (let two = 0; two < one; two += 1) row += (g[two] ?? 0) * (inverse[one * m + two] ?? 0);
      size -= 2 * own * row;
    }
    return Math.max(0, size);
  };
}

/** Null where nothing is left to compare: no residual degree of freedom, or every ballot just as expected. */
export function twoWay(cells: Cells): TwoWay | null {
  const { partOf } = partsOf(cells);
  const judging = Int32Array.from({ length: cells.judges }, (_, j) => itemsOf(cells.byJudge, j).length);
  const parts = new Set([...partOf].filter((_, j) => (judging[j] ?? 0) > 0)).size;
  const entries = new Set(cells.entry).size;
  const df = cells.y.length - entries - judging.filter((n) => n > 0).length + parts;
  if (df < 1) return null;
  const inverse = judgesInverse(cells, partOf);
  const residualsOf = residualizer(cells, inverse);
  const residual = residualsOf(cells.y);
  const free = freeShares(cells, inverse);
  const variance = squaresOf(residual) / df;
  const mean = cells.y.reduce((sum, y) => sum + y, 0) / cells.y.length;
  const spread = cells.y.reduce((sum, y) => sum + (y - mean) * (y - mean), 0) / cells.y.length;
  if (!(variance > 1e-18 * (spread + mean * mean))) return null;
  const own = ownVariance(cells, residual, free, variance);
  return { cells, df, residual, free, variance, own, residualsOf, left: leftOf(cells, inverse) };
}
