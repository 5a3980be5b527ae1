import { exp, ln } from '#core/numeric/logarithm.ts';
import { type Design, linkedMeans } from './design.ts';
import { type Equations, residualsOf, type Solved, solve, solveFor, spreadOf, spreadOfOuter } from './equations.ts';

/** One point (ridges g = σ²/variance of the effects) with all that the score equations need. */
export type Point = {
  readonly solved: Solved;
  readonly spread: Float64Array;
  /** Σ w·e² + g·u² + h·v² at the solution: the quadratic form Q. */
  readonly quadratic: number;
  /** Q ÷ (N − fixed means). */
  readonly residualVariance: number;
  /** Σ of the variances of all outer effects ÷ σ², and by dense column the variance of its effect ÷ σ². */
  readonly outerSpread: number;
  readonly denseSpread: Float64Array;
};

const lowest = 1e-6;
const highest = 1e9;

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

/** Σ² of each row of the spread, from the diagonal on. */
function rowSquares(spread: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, row) => {
    let total = 0;
    for (let at = row * size + row; at < (row + 1) * size; at += 1) total += (spread[at] ?? 0) * (spread[at] ?? 0);
    return total;
  });
}

/** The dense half Σ a·a'/d² of the outer units, whose product with S⁻¹ has the trace that the dense side adds to their variances. */
function outerProducts({ equations, diagonal }: Solved): Float64Array {
  const { size, start, column, weight, design } = equations;
  const t = new Float64Array(size * size);
  for (let i = 0; i < design.outer; i += 1) {
    const d = diagonal[i] ?? 1;
    const from = start[i] ?? 0;
    const to = start[i + 1] ?? 0;
    for (let k = from; k < to; k += 1) {
      const row = (column[k] ?? 0) * size;
      const a = (weight[k] ?? 0) / (d * d);
      for (let c = from; c <= k; c += 1) {
        const at = row + (column[c] ?? 0);
        t[at] = (t[at] ?? 0) + a * (weight[c] ?? 0);
      }
    }
  }
  return t;
}

/** Σ 1/d + tr(S⁻¹·Σ a·a'/d²). Of S⁻¹ only what some unit asks for is worked out: two dense columns that share no unit need not. */
function outerTraceOf(solved: Solved, spread: Float64Array): number {
  const { size } = solved.equations;
  const products = outerProducts(solved);
  let trace = 0;
  for (let j = 0; j < size; j += 1) {
    for (let k = 0; k <= j; k += 1) {
      const product = products[j * size + k] ?? 0;
      if (product === 0) continue;
      let inverse = 0;
      for (let c = j; c < size; c += 1) inverse += (spread[j * size + c] ?? 0) * (spread[k * size + c] ?? 0);
      trace += (k === j ? 1 : 2) * product * inverse;
    }
  }
  return solved.diagonal.reduce((sum, d) => sum + 1 / d, trace);
}

function pointOf(solved: Solved): Point {
  const { equations, outerRidge, innerRidge, outerEffect, denseEffect } = solved;
  const { design, size, ballotWeight } = equations;
  const spread = spreadOf(solved);
  const residual = residualsOf(solved);
  const inner = denseEffect.subarray(0, design.inner);
  const fit = residual.reduce((total, e, at) => total + (ballotWeight[at] ?? 1) * e * e, 0);
  const quadratic = fit + outerRidge * dot(outerEffect, outerEffect) + innerRidge * dot(inner, inner);
  const outerSpread = outerTraceOf(solved, spread);
  const residualVariance = quadratic / (residual.length - design.fixed);
  return { solved, spread, quadratic, residualVariance, outerSpread, denseSpread: rowSquares(spread, size) };
}

/** −2 log REML at a point, without the penalty: lme4's REMLcrit. */
export function remlCriterion({ solved, residualVariance }: Point): number {
  const { equations, diagonal, factor, outerRidge, innerRidge } = solved;
  const { design, size } = equations;
  let total = 0;
  let [last, height] = [Number.NaN, 0];
  for (const d of diagonal) {
    // Units with as many ballots have the same.
    if (d !== last) height = ln(d / outerRidge);
    last = d;
    total += height;
  }
  for (let j = 0; j < size; j += 1) total += 2 * ln(factor[j * size + j] ?? 1) - (j < design.inner ? ln(innerRidge) : 0);
  for (const w of equations.ballotWeight) total -= w === 1 ? 0 : ln(w);
  return total + (design.y.length - design.fixed) * (1 + ln(2 * Math.PI * residualVariance));
}

type Pair = readonly [number, number];
/** A symmetric 2 × 2 matrix: both of the outer side, mixed, both of the inner side. */
type Curvature = readonly [number, number, number];
type Place = { readonly point: Point; readonly height: number; readonly slope: Pair; readonly curvature: Curvature };

/** Products beyond which traces of squares are taken at their average instead. */
const mostProducts = 1e7;

/** Σ² of the blocks of A⁻¹, times the ridges of their sides: outer, mixed, inner. Null where that costs more than the fit itself. */
function squaredBlocks({ solved, spread }: Point): Curvature | null {
  const { equations, diagonal, outerRidge: g, innerRidge: h } = solved;
  const { size, design } = equations;
  const units = design.outer + design.inner;
  if (units * units * size > 2 * mostProducts) return null;
  const rows = new Float64Array(units * size);
  for (let i = 0; i < design.outer; i += 1) {
    const row = rows.subarray(i * size, (i + 1) * size);
    spreadOfOuter(solved, spread, i, row);
    for (let c = 0; c < size; c += 1) row[c] = -(row[c] ?? 0) / (diagonal[i] ?? 1);
  }
  rows.set(spread.subarray(0, design.inner * size), design.outer * size);
  const squares: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < units; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let product = i === j && i < design.outer ? 1 / (diagonal[i] ?? 1) : 0;
      for (let c = 0; c < size; c += 1) product += (rows[i * size + c] ?? 0) * (rows[j * size + c] ?? 0);
      const block = i < design.outer ? 0 : j < design.outer ? 1 : 2;
      squares[block] += product * product * (i === j || block === 1 ? 1 : 2);
    }
  }
  return [g * g * squares[0], g * h * squares[1], h * h * squares[2]];
}

/**
 * Height, slope and curvature of −2 log REML in (log g, log h), profiled over σ², penalty included. Slope per side:
 * g·tr C − (n − penalty) + M·g·u'u/Q with M = N − p − penalties. In large designs the traces of squares in the curvature are taken at
 * their average, the average information of Gilmour, Thompson and Cullis (1995), which costs two solutions instead of a matrix product.
 */
function placeOf(equations: Equations, g: number, h: number, [offOuter, offInner]: Pair): Place | null {
  const solved = solve(equations, g, h);
  if (solved === null) return null;
  const point = pointOf(solved);
  const { outerEffect, denseEffect } = solved;
  const { design, size } = equations;
  const m = design.y.length - design.fixed - offOuter - offInner;
  const scale = m / point.quadratic;
  const inner = denseEffect.slice();
  inner.fill(0, design.inner);
  const byOuter = solveFor(solved, outerEffect, new Float64Array(size));
  const byInner = solveFor(solved, new Float64Array(design.outer), inner);
  const ofOuter = scale * g * dot(outerEffect, outerEffect);
  const ofInner = scale * h * dot(inner, inner);
  const outerTrace = g * point.outerSpread;
  const innerTrace = h * sum(point.denseSpread.subarray(0, design.inner));
  const outerTwice = scale * g * g * dot(outerEffect, byOuter.outer);
  const mixedTwice = scale * g * h * dot(outerEffect, byInner.outer);
  const innerTwice = scale * h * h * dot(inner, byInner.dense);
  const squares = squaredBlocks(point);
  const [bothOuter, mixed, bothInner] =
    squares === null ? [outerTwice, mixedTwice, innerTwice] : [outerTrace - squares[0], -squares[1], innerTrace - squares[2]];
  return {
    point,
    height: remlCriterion(point) + offOuter * ln(g / point.quadratic) + offInner * ln(h / point.quadratic),
    slope: [outerTrace - (design.outer - offOuter) + ofOuter, innerTrace - (design.inner - offInner) + ofInner],
    curvature: [
      bothOuter + ofOuter - 2 * outerTwice - (ofOuter * ofOuter) / m,
      mixed - 2 * mixedTwice - (ofOuter * ofInner) / m,
      bothInner + ofInner - 2 * innerTwice - (ofInner * ofInner) / m,
    ],
  };
}

const bounded = (ridge: number) => Math.max(lowest, Math.min(highest, ridge));
const shortened = (step: number) => Math.max(-2, Math.min(2, step));

/** A ridge that stands at its bound, with the slope pointing beyond, stays there. */
const isFree = (ridge: number, slope: number) => !((ridge >= highest && slope < 0) || (ridge <= lowest && slope > 0));

/** Newton's step, each ridge by at most e²; where the curvature is not that of a valley, as if it were a gentle one. */
function stepOf({ point, slope, curvature }: Place): Pair {
  const outerFree = isFree(point.solved.outerRidge, slope[0]);
  const innerFree = isFree(point.solved.innerRidge, slope[1]);
  const [gg, hh] = [outerFree ? curvature[0] : 1, innerFree ? curvature[2] : 1];
  const gh = outerFree && innerFree ? curvature[1] : 0;
  const [a, b] = [outerFree ? slope[0] : 0, innerFree ? slope[1] : 0];
  const least = (gg + hh - Math.sqrt((gg - hh) * (gg - hh) + 4 * gh * gh)) / 2;
  const steep = Math.max(Math.abs(a), Math.abs(b));
  // With this much added no direction is flatter than half its slope, so that no step is longer than 2.
  const more = Math.max(0, steep / 4 - least);
  const determinant = (gg + more) * (hh + more) - gh * gh;
  if (!(determinant > 0)) return [0, 0];
  return [shortened((gh * b - (hh + more) * a) / determinant), shortened((gh * a - (gg + more) * b) / determinant)];
}

/** The place a step leads to, shortened until it is no higher. Null where no step is. */
function walk(equations: Equations, from: Place, step: Pair, penalties: Pair): Place | null {
  const { outerRidge, innerRidge } = from.point.solved;
  const rounding = 1e-11 * (1 + Math.abs(from.height));
  for (let share = 1, tries = 0; tries < 30; share *= 0.3, tries += 1) {
    const next = placeOf(equations, bounded(outerRidge * exp(share * step[0])), bounded(innerRidge * exp(share * step[1])), penalties);
    if (next !== null && next.height <= from.height + rounding) return next;
  }
  return null;
}

/**
 * 1 for a side that is penalised. With fewer than two degrees of freedom the penalty would outweigh the likelihood and send the variance to
 * infinity, so that two judges alone are not penalised.
 */
function penaltiesOf(design: Design, penalty: boolean): Pair {
  const isEntries = design.eliminated === 'entries';
  const entries = (isEntries ? design.outer : design.inner) - design.fixed >= 2;
  const judges = (isEntries ? design.inner : design.outer) - linkedMeans(design) >= 2;
  const [outer, inner] = isEntries ? [entries, judges] : [judges, entries];
  return [penalty && outer ? 1 : 0, penalty && inner ? 1 : 0];
}

/** What a REML fit is asked for. Ridges to start from are σ²/variance, near the truth for speed only. */
export type RemlOptions = { readonly penalty: boolean; readonly start: { readonly outer: number; readonly inner: number } };

const longer = ([a, b]: Pair) => Math.max(Math.abs(a), Math.abs(b));

/** Rounds after which steps should shrink by half at least. */
const settled = 5;

/** The curvature that would have told how the slope changed from one place to the next: Powell's symmetric form of Broyden's update. */
function secantOf(from: Place, to: Place): Curvature {
  const [gg, gh, hh] = from.curvature;
  const s = ln(to.point.solved.outerRidge / from.point.solved.outerRidge);
  const t = ln(to.point.solved.innerRidge / from.point.solved.innerRidge);
  const square = s * s + t * t;
  if (square === 0) return to.curvature;
  const a = (to.slope[0] - from.slope[0] - gg * s - gh * t) / square;
  const b = (to.slope[1] - from.slope[1] - gh * s - hh * t) / square;
  const along = (a * s + b * t) / square;
  return [gg + 2 * a * s - along * s * s, gh + a * t + b * s - along * s * t, hh + 2 * b * t - along * t * t];
}

/**
 * Restricted maximum likelihood of the two variances and σ² (Bates et al. 2015), with the penalty −2 ln sd(outer) − 2 ln sd(inner) of
 * Chung et al. (2013) where asked, under which three judges or more never give a variance of nought. The estimates are where the score vanishes:
 * steps go on until the next would change neither ridge by more than a millionth; the height only guards against going uphill. Where the
 * average information leads to and fro (entries that hardly differ), the change of the score itself tells the curvature. Without
 * the penalty a ridge may end at its bound 1e9, a variance of nought. Null where the equations cannot be solved.
 */
export function fitReml(equations: Equations, { penalty, start }: RemlOptions): Point | null {
  const penalties = penaltiesOf(equations.design, penalty);
  let place = placeOf(equations, bounded(start.outer), bounded(start.inner), penalties);
  let last = Number.POSITIVE_INFINITY;
  let isSecant = false;
  for (let round = 0; round < 100 && place !== null; round += 1) {
    const step = stepOf(place);
    const length = longer(step);
    if (length < 1e-6) break;
    const next = walk(equations, place, step, penalties);
    if (next === null) break;
    // Newton's steps shrink fast. Where they do not, the average information is not the curvature here.
    isSecant ||= round >= settled && length > last / 2;
    place = isSecant ? { ...next, curvature: secantOf(place, next) } : next;
    last = length;
  }
  return place?.point ?? null;
}
