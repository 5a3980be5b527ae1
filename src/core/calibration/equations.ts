import { factorise, invertTurned, solveLower, solveUpper } from '#core/numeric/cholesky.ts';
import type { Design } from './design.ts';

/**
 * The normal equations of y = fixed mean + outer effect + inner effect + e, with weights w by ballot, before any ridge. `column` and
 * `weight` list, by outer unit, its dense columns ascending (inner units, then fixed means) and the weight it shares with each.
 */
export type Equations = {
  readonly design: Design;
  readonly size: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly weight: Float64Array;
  /** By position: weight of a ballot. */
  readonly ballotWeight: Float64Array;
  /** By outer unit: Σ w and Σ w·y. */
  readonly outerWeight: Float64Array;
  readonly outerSum: Float64Array;
  /** Lower half of the dense side, and its right-hand side. */
  readonly dense: Float64Array;
  readonly right: Float64Array;
};

/** `judgeWeight`: by the caller's judge, null for 1 each. */
export function equationsOf(design: Design, judgeWeight: Float64Array | null): Equations {
  const { outer, inner, fixed, start, innerAt, fixedAt, y } = design;
  const size = inner + fixed;
  const ballotWeight = Float64Array.from(design.judgeAt, (judge) => (judgeWeight === null ? 1 : (judgeWeight[judge] ?? 1)));
  const dense = new Float64Array(size * size);
  const right = new Float64Array(size);
  const outerWeight = new Float64Array(outer);
  const outerSum = new Float64Array(outer);
  const cellStart = new Int32Array(outer + 1);
  const column = new Int32Array(y.length * (fixed > 0 ? 2 : 1));
  const weight = new Float64Array(column.length);
  let cells = 0;
  const shared = new Float64Array(fixed);
  const add = (row: number, col: number, value: number) => {
    dense[row * size + col] = (dense[row * size + col] ?? 0) + value;
  };
  for (let i = 0; i < outer; i += 1) {
    for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at += 1) {
      const w = ballotWeight[at] ?? 0;
      const col = innerAt[at] ?? 0;
      outerWeight[i] = (outerWeight[i] ?? 0) + w;
      outerSum[i] = (outerSum[i] ?? 0) + w * (y[at] ?? 0);
      add(col, col, w);
      right[col] = (right[col] ?? 0) + w * (y[at] ?? 0);
      column[cells] = col;
      weight[cells] = w;
      cells += 1;
      const mean = fixedAt[at] ?? -1;
      if (mean < 0) continue;
      add(inner + mean, inner + mean, w);
      add(inner + mean, col, w);
      right[inner + mean] = (right[inner + mean] ?? 0) + w * (y[at] ?? 0);
      shared[mean] = (shared[mean] ?? 0) + w;
    }
    for (let mean = 0; mean < fixed; mean += 1) {
      if ((shared[mean] ?? 0) === 0) continue;
      column[cells] = inner + mean;
      weight[cells] = shared[mean] ?? 0;
      cells += 1;
      shared[mean] = 0;
    }
    cellStart[i + 1] = cells;
  }
  return {
    design,
    size,
    start: cellStart,
    column: column.slice(0, cells),
    weight: weight.slice(0, cells),
    ballotWeight,
    outerWeight,
    outerSum,
    dense,
    right,
  };
}

/** The equations with ridges added, the outer side eliminated and the dense side factorised. */
export type Solved = {
  readonly equations: Equations;
  readonly outerRidge: number;
  readonly innerRidge: number;
  /** By outer unit: Σ w + ridge. */
  readonly diagonal: Float64Array;
  /** Cholesky factor of the dense side. */
  readonly factor: Float64Array;
  /** Solution: outer effects; inner effects followed by fixed means. */
  readonly outerEffect: Float64Array;
  readonly denseEffect: Float64Array;
  /** Dense columns held at 0. */
  readonly held: readonly number[];
};

/** The dense side after the outer units are eliminated: S = dense + ridge − Σ a·a'/d, lower half. */
export function reduced(equations: Equations, diagonal: Float64Array, innerRidge: number): Float64Array {
  const { size, start, column, weight, design } = equations;
  const s = equations.dense.slice();
  for (let j = 0; j < design.inner; j += 1) s[j * size + j] = (s[j * size + j] ?? 0) + innerRidge;
  for (let i = 0; i < design.outer; i += 1) {
    const d = diagonal[i] ?? 1;
    const from = start[i] ?? 0;
    const to = start[i + 1] ?? 0;
    for (let k = from; k < to; k += 1) {
      const row = (column[k] ?? 0) * size;
      const a = (weight[k] ?? 0) / d;
      for (let c = from; c <= k; c += 1) {
        const at = row + (column[c] ?? 0);
        s[at] = (s[at] ?? 0) - a * (weight[c] ?? 0);
      }
    }
  }
  return s;
}

/** `dense` less what the outer right-hand side takes away: r − Σ a·t/d. */
function reducedRight(equations: Equations, diagonal: Float64Array, outer: Float64Array, dense: Float64Array): Float64Array {
  const { start, column, weight, design } = equations;
  const r = dense.slice();
  for (let i = 0; i < design.outer; i += 1) {
    const share = (outer[i] ?? 0) / (diagonal[i] ?? 1);
    for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k += 1) {
      const col = column[k] ?? 0;
      r[col] = (r[col] ?? 0) - (weight[k] ?? 0) * share;
    }
  }
  return r;
}

/** The outer unknowns given the dense ones: (t − a·x)/d. */
function backToOuter(equations: Equations, diagonal: Float64Array, outer: Float64Array, dense: Float64Array): Float64Array {
  const { start, column, weight } = equations;
  return outer.map((total, i) => {
    let sum = total;
    for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k += 1) sum -= (weight[k] ?? 0) * (dense[column[k] ?? 0] ?? 0);
    return sum / (diagonal[i] ?? 1);
  });
}

/** The same equations with another right-hand side. */
export function solveFor(solved: Solved, outer: Float64Array, dense: Float64Array): { outer: Float64Array; dense: Float64Array } {
  const { equations, diagonal, factor } = solved;
  const x = reducedRight(equations, diagonal, outer, dense);
  for (const column of solved.held) x[column] = 0;
  solveLower(factor, equations.size, x);
  solveUpper(factor, equations.size, x);
  return { outer: backToOuter(equations, diagonal, outer, x), dense: x };
}

/** Null where the dense side is not positive definite. `held` columns stay at 0 and carry no variance. */
export function solve(equations: Equations, outerRidge: number, innerRidge: number, held: readonly number[] = []): Solved | null {
  const { size } = equations;
  const diagonal = equations.outerWeight.map((sum) => sum + outerRidge);
  const factor = reduced(equations, diagonal, innerRidge);
  for (const column of held) {
    for (let k = 0; k < size; k += 1) factor[k < column ? column * size + k : k * size + column] = k === column ? 1 : 0;
  }
  if (factorise(factor, size) >= 0) return null;
  const frame = { equations, outerRidge, innerRidge, diagonal, factor, held, outerEffect: diagonal, denseEffect: diagonal };
  const answer = solveFor(frame, equations.outerSum, equations.right);
  return { ...frame, outerEffect: answer.outer, denseEffect: answer.dense };
}

/** L⁻¹ turned (see `invertTurned`), with nothing in the rows of held columns: Σ² of a row is the variance of its effect over σ². */
export function spreadOf(solved: Solved): Float64Array {
  const { size } = solved.equations;
  const turned = invertTurned(solved.factor, size);
  for (const column of solved.held) turned.fill(0, column * size, (column + 1) * size);
  return turned;
}

/** Σ aₖ·(row of column k) for one outer unit, into `into`: L⁻¹ a. */
export function spreadOfOuter(solved: Solved, spread: Float64Array, unit: number, into: Float64Array): void {
  const { size, start, column, weight } = solved.equations;
  into.fill(0);
  for (let k = start[unit] ?? 0; k < (start[unit + 1] ?? 0); k += 1) {
    const col = column[k] ?? 0;
    const row = col * size;
    const w = weight[k] ?? 0;
    for (let c = col; c < size; c += 1) into[c] = (into[c] ?? 0) + w * (spread[row + c] ?? 0);
  }
}

/** By position: y less all effects. */
export function residualsOf(solved: Solved): Float64Array {
  const { design } = solved.equations;
  const residual = design.y.slice();
  for (let i = 0; i < design.outer; i += 1) {
    for (let at = design.start[i] ?? 0; at < (design.start[i + 1] ?? 0); at += 1) {
      const mean = design.fixedAt[at] ?? -1;
      const fixed = mean < 0 ? 0 : (solved.denseEffect[design.inner + mean] ?? 0);
      residual[at] = (residual[at] ?? 0) - fixed - (solved.outerEffect[i] ?? 0) - (solved.denseEffect[design.innerAt[at] ?? 0] ?? 0);
    }
  }
  return residual;
}

/** By position: w·z'A⁻¹z, the diagonal of the hat matrix: 1/d + ‖p − q‖² with p = L⁻¹(e_inner + e_fixed) and q = L⁻¹a/d. */
export function leveragesOf(solved: Solved, spread: Float64Array): Float64Array {
  const { equations, diagonal } = solved;
  const { design, size } = equations;
  const leverage = new Float64Array(design.y.length);
  const outer = new Float64Array(size);
  for (let i = 0; i < design.outer; i += 1) {
    const d = diagonal[i] ?? 1;
    spreadOfOuter(solved, spread, i, outer);
    let square = 1 / d;
    for (let c = 0; c < size; c += 1) {
      const q = (outer[c] ?? 0) / d;
      outer[c] = 2 * q;
      square += q * q;
    }
    for (let at = design.start[i] ?? 0; at < (design.start[i + 1] ?? 0); at += 1) {
      const inner = design.innerAt[at] ?? 0;
      const mean = design.fixedAt[at] ?? -1;
      // ‖p‖² − 2p·q, where p has nothing before its own column and nothing of the fixed mean before the last columns.
      let sum = 0;
      for (let c = inner, row = inner * size; c < design.inner; c += 1) {
        const p = spread[row + c] ?? 0;
        sum += p * (p - (outer[c] ?? 0));
      }
      for (let c = design.inner; c < size; c += 1) {
        const p = (spread[inner * size + c] ?? 0) + (mean < 0 ? 0 : (spread[(design.inner + mean) * size + c] ?? 0));
        sum += p * (p - (outer[c] ?? 0));
      }
      leverage[at] = (square + sum) * (equations.ballotWeight[at] ?? 1);
    }
  }
  return leverage;
}
