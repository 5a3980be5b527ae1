import { residualsOf, spreadOfOuter } from '../calibration/equations.ts';
import type { Posterior } from '../calibration/posterior.ts';
import { factorise, solveLower, solveUpper } from '../numeric/cholesky.ts';

/** Corrected scores by entry without the ballots given (numbers of the model's own); null where the model has to be solved anew. */
export type WithoutBallots = (gone: readonly number[]) => Float64Array | null;

/** Where so little is left of a ballot's own direction that rounding would show, as when a category's last ballots go. */
const floor = 1e-7;

function dot(rows: Float64Array, a: number, b: number, size: number): number {
  let sum = 0;
  for (let c = 0; c < size; c += 1) sum += (rows[a * size + c] ?? 0) * (rows[b * size + c] ?? 0);
  return sum;
}

/** By position in the order of the design: the eliminated unit of the ballot there. */
function outerOf(start: Int32Array, ballots: number): Int32Array {
  const outer = new Int32Array(ballots);
  for (let unit = 0; unit + 1 < start.length; unit += 1) outer.fill(unit, start[unit], start[unit + 1]);
  return outer;
}

/** By index of the model's entries: column of its fixed mean and number of its ballots. */
function entriesOf({ solved, indexOf }: Posterior, entry: Int32Array) {
  const { design } = solved.equations;
  const fixed = new Int32Array(design.entryOf.length);
  const ballots = new Int32Array(design.entryOf.length);
  for (let at = 0; at < design.ballotAt.length; at += 1) {
    const index = indexOf[entry[design.ballotAt[at] ?? 0] ?? 0] ?? 0;
    fixed[index] = design.inner + (design.fixedAt[at] ?? 0);
    ballots[index] = (ballots[index] ?? 0) + 1;
  }
  return { fixed, ballots };
}

/** What the ballots gone are worked out from. `outer`: by position in the order of the design, the eliminated unit of the ballot there. */
type Known = { readonly posterior: Posterior; readonly residual: Float64Array; readonly outer: Int32Array };

/** L⁻¹ of each row of Z with the outer side eliminated, one after another. */
function rowsOf({ posterior: { solved, spread }, outer }: Known, positions: Int32Array): Float64Array {
  const { design, size } = solved.equations;
  const rows = new Float64Array(positions.length * size);
  for (let b = 0; b < positions.length; b += 1) {
    const at = positions[b] ?? 0;
    const unit = outer[at] ?? 0;
    const row = rows.subarray(b * size, (b + 1) * size);
    spreadOfOuter(solved, spread, unit, row);
    const [inner, mean, d] = [design.innerAt[at] ?? 0, design.inner + (design.fixedAt[at] ?? 0), solved.diagonal[unit] ?? 1];
    for (let c = 0; c < size; c += 1) {
      row[c] = (spread[inner * size + c] ?? 0) + (spread[mean * size + c] ?? 0) - (row[c] ?? 0) / d;
    }
  }
  return rows;
}

/** (W⁻¹ − K)⁻¹e; null where that is all but singular. */
function shiftsOf({ posterior: { solved }, residual, outer }: Known, positions: Int32Array, rows: Float64Array): Float64Array | null {
  const { size, ballotWeight } = solved.equations;
  const n = positions.length;
  const left = new Float64Array(n * n);
  for (let a = 0; a < n; a += 1) {
    const unit = outer[positions[a] ?? 0] ?? 0;
    for (let b = 0; b <= a; b += 1) {
      const shared = outer[positions[b] ?? 0] === unit ? 1 / (solved.diagonal[unit] ?? 1) : 0;
      left[a * n + b] = (a === b ? 1 / (ballotWeight[positions[a] ?? 0] ?? 1) : 0) - shared - dot(rows, a, b, size);
    }
  }
  if (factorise(left, n, floor) >= 0) return null;
  const shifts = Float64Array.from(positions, (at) => residual[at] ?? 0);
  solveLower(left, n, shifts);
  solveUpper(left, n, shifts);
  return shifts;
}

/** A⁻¹Z' of the shifts: of the dense side, and of an eliminated unit. */
function movesOf({ posterior: { solved, spread }, outer }: Known, positions: Int32Array, rows: Float64Array, shifts: Float64Array) {
  const { size, start, column, weight, design } = solved.equations;
  const along = new Float64Array(size);
  const byOuter = new Float64Array(design.outer);
  for (let b = 0; b < positions.length; b += 1) {
    const shift = shifts[b] ?? 0;
    for (let c = 0; c < size; c += 1) along[c] = (along[c] ?? 0) + shift * (rows[b * size + c] ?? 0);
    const unit = outer[positions[b] ?? 0] ?? 0;
    byOuter[unit] = (byOuter[unit] ?? 0) + shift;
  }
  const dense = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let c = row; c < size; c += 1) sum += (spread[row * size + c] ?? 0) * (along[c] ?? 0);
    dense[row] = sum;
  }
  const outerMove = (unit: number): number => {
    let sum = byOuter[unit] ?? 0;
    for (let k = start[unit] ?? 0; k < (start[unit + 1] ?? 0); k += 1) sum -= (weight[k] ?? 0) * (dense[column[k] ?? 0] ?? 0);
    return sum / (solved.diagonal[unit] ?? 1);
  };
  return { dense, outerMove };
}

/**
 * The scores of a mixed model without some of its ballots, its variances as they are, from the solution that has them: with Z the rows
 * of the ballots gone, W their weights, e their residuals and K = Z·A⁻¹·Z', β′ = β − A⁻¹Z'(W⁻¹ − K)⁻¹e (Sherman, Morrison and Woodbury).
 * The same scores as solving anew, within rounding far below the six decimals they are compared at, for the cost of the ballots gone
 * instead of that of all judges. `entry`: by ballot of the model.
 */
export function withoutBallots(posterior: Posterior, entry: Int32Array): WithoutBallots {
  const { solved, indexOf } = posterior;
  const { outerEffect, denseEffect } = solved;
  const { design } = solved.equations;
  const known: Known = { posterior, residual: residualsOf(solved), outer: outerOf(design.start, design.y.length) };
  const entries = entriesOf(posterior, entry);
  const positionOf = new Int32Array(design.y.length);
  for (let at = 0; at < positionOf.length; at += 1) positionOf[design.ballotAt[at] ?? 0] = at;
  return (gone) => {
    const positions = Int32Array.from(gone, (ballot) => positionOf[ballot] ?? 0);
    const rows = rowsOf(known, positions);
    const shifts = shiftsOf(known, positions, rows);
    if (shifts === null) return null;
    const { dense, outerMove } = movesOf(known, positions, rows, shifts);
    const ballots = entries.ballots.slice();
    for (const ballot of gone) {
      const index = indexOf[entry[ballot] ?? 0] ?? 0;
      ballots[index] = (ballots[index] ?? 0) - 1;
    }
    const scores = new Float64Array(indexOf.length).fill(Number.NaN);
    for (let index = 0; index < ballots.length; index += 1) {
      if (ballots[index] === 0) continue;
      const mean = entries.fixed[index] ?? 0;
      const effect =
        design.eliminated === 'entries' ? (outerEffect[index] ?? 0) - outerMove(index) : (denseEffect[index] ?? 0) - (dense[index] ?? 0);
      scores[design.entryOf[index] ?? 0] = design.centre + (denseEffect[mean] ?? 0) - (dense[mean] ?? 0) + effect;
    }
    return scores;
  };
}
