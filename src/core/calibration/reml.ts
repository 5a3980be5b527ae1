import { exp, ln } from '#core/numeric/logarithm.ts';
import { type Equations, residualsOf, type Solved, solve, solveFor, spreadOf, spreadOfOuter } from './equations.ts';

/** One point (ridges g = σ²/variance of the effects) with all that the score equations need. */
export type Point = {
  readonly solved: Solved;
  readonly spread: Float64Array;
  /** Σ w·e² + g·u² + h·v² at the solution: the quadratic form Q. */
  readonly quadratic: number;
  /** Q ÷ (N − fixed means). */
  readonly residualVariance: number;
  /** By outer unit and by dense column: variance of its effect ÷ σ². */
  readonly outerSpread: Float64Array;
  readonly denseSpread: Float64Array;
};

const lowest = 1e-8;
const highest = 1e9;

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const dot = (a: Float64Array, b: Float64Array) => a.reduce((total, value, i) => total + value * (b[i] ?? 0), 0);

/** Σ² of each row of the spread, from the diagonal on. */
function rowSquares(spread: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, row) => {
    let total = 0;
    for (let at = row * size + row; at < (row + 1) * size; at += 1) total += (spread[at] ?? 0) * (spread[at] ?? 0);
    return total;
  });
}

export function pointOf(solved: Solved): Point {
  const { equations, diagonal, outerRidge, innerRidge, outerEffect, denseEffect } = solved;
  const { design, size, ballotWeight } = equations;
  const spread = spreadOf(solved);
  const residual = residualsOf(solved);
  const inner = denseEffect.subarray(0, design.inner);
  const fit = residual.reduce((total, e, at) => total + (ballotWeight[at] ?? 1) * e * e, 0);
  const quadratic = fit + outerRidge * dot(outerEffect, outerEffect) + innerRidge * dot(inner, inner);
  const outer = new Float64Array(size);
  const outerSpread = diagonal.map((d, i) => {
    spreadOfOuter(solved, spread, i, outer);
    return 1 / d + dot(outer, outer) / (d * d);
  });
  const residualVariance = quadratic / (residual.length - design.fixed);
  return { solved, spread, quadratic, residualVariance, outerSpread, denseSpread: rowSquares(spread, size) };
}

/** The score in (log g, log h), the average information that stands for its slope, and the step of expectation-maximisation. */
type Score = {
  readonly slope: readonly [number, number];
  readonly information: readonly [number, number, number];
  readonly steady: readonly [number, number];
};

/**
 * Derivatives of −2 log REML, profiled over σ², penalty included: per side g·tr C − (n − penalty) + M·g·u'u/Q with M = N − p − 2·penalties.
 * The traces in the second derivatives are replaced by what they are on average (Gilmour, Thompson and Cullis 1995), which costs two
 * solutions instead of a matrix product.
 */
function scoreOf(point: Point, penalty: boolean): Score {
  const { solved, quadratic } = point;
  const { equations, outerRidge: g, innerRidge: h, outerEffect, denseEffect } = solved;
  const { design, size } = equations;
  const off = penalty ? 1 : 0;
  const m = design.y.length - design.fixed - 2 * off;
  const scale = m / quadratic;
  const inner = denseEffect.slice();
  inner.fill(0, design.inner);
  const none = new Float64Array(design.outer);
  const byOuter = solveFor(solved, outerEffect, new Float64Array(size));
  const byInner = solveFor(solved, none, inner);
  const outerSquares = scale * g * dot(outerEffect, outerEffect);
  const innerSquares = scale * h * dot(inner, inner);
  const outerTrace = g * sum(point.outerSpread);
  const innerTrace = h * sum(point.denseSpread.subarray(0, design.inner));
  return {
    slope: [outerTrace - (design.outer - off) + outerSquares, innerTrace - (design.inner - off) + innerSquares],
    information: [
      outerSquares - scale * g * g * dot(outerEffect, byOuter.outer) - (outerSquares * outerSquares) / m,
      -scale * g * h * dot(outerEffect, byInner.outer) - (outerSquares * innerSquares) / m,
      innerSquares - scale * h * h * dot(inner, byInner.dense) - (innerSquares * innerSquares) / m,
    ],
    steady: [-ln((outerTrace + outerSquares) / (design.outer - off)), -ln((innerTrace + innerSquares) / (design.inner - off))],
  };
}

/** Newton's step on both ridges, each held at its bound while its slope points beyond; the steady step where the curvature is not that of a valley. */
function stepOf({ slope, information, steady }: Score, g: number, h: number): [number, number] {
  const [gg, gh, hh] = information;
  const free = (ridge: number, k: 0 | 1) => !((ridge >= highest && slope[k] < 0) || (ridge <= lowest && slope[k] > 0));
  const outerFree = free(g, 0);
  const innerFree = free(h, 1);
  const cut = (step: number) => Math.max(-2, Math.min(2, step));
  const determinant = gg * hh - gh * gh;
  if (outerFree && innerFree && gg > 0 && hh > 0 && determinant > 1e-12 * gg * hh) {
    return [cut((gh * slope[1] - hh * slope[0]) / determinant), cut((gh * slope[0] - gg * slope[1]) / determinant)];
  }
  const alone = (isFree: boolean, curvature: number, k: 0 | 1) => (isFree ? cut(curvature > 0 ? -slope[k] / curvature : steady[k]) : 0);
  return [alone(outerFree, gg, 0), alone(innerFree, hh, 1)];
}

const bounded = (ridge: number) => Math.max(lowest, Math.min(highest, ridge));

/** What a REML fit is asked for. Ridges to start from are σ²/variance, near the truth for speed only. */
export type RemlOptions = { readonly penalty: boolean; readonly start: { readonly outer: number; readonly inner: number } };

/**
 * Restricted maximum likelihood of the two variances and σ² (Bates et al. 2015), with the penalty −2 ln sd(outer) − 2 ln sd(inner) of
 * Chung et al. (2013) where asked, under which few judges never give a variance of nought. The estimates are where the score vanishes:
 * steps go on until the next would change neither ridge by more than a millionth. Without the penalty a ridge may end at its bound
 * 1e9, a variance of nought. Null where the equations cannot be solved.
 */
export function fitReml(equations: Equations, { penalty, start }: RemlOptions): Point | null {
  let g = bounded(start.outer);
  let h = bounded(start.inner);
  let best: Point | null = null;
  for (let round = 0; round < 80; round += 1) {
    const solved = solve(equations, g, h);
    if (solved === null) return best;
    best = pointOf(solved);
    const [outer, inner] = stepOf(scoreOf(best, penalty), g, h);
    if (Math.abs(outer) < 1e-6 && Math.abs(inner) < 1e-6) break;
    const next = { g: bounded(g * exp(outer)), h: bounded(h * exp(inner)) };
    if (next.g === g && next.h === h) break;
    g = next.g;
    h = next.h;
  }
  return best;
}

/** −2 log REML at a point, without the penalty: lme4's REMLcrit. */
export function remlCriterion({ solved, residualVariance }: Point): number {
  const { equations, diagonal, factor, outerRidge, innerRidge } = solved;
  const { design, size } = equations;
  let total = 0;
  for (const d of diagonal) total += ln(d / outerRidge);
  for (let j = 0; j < size; j += 1) total += 2 * ln(factor[j * size + j] ?? 1) - (j < design.inner ? ln(innerRidge) : 0);
  for (const w of equations.ballotWeight) total -= w === 1 ? 0 : ln(w);
  return total + (design.y.length - design.fixed) * (1 + ln(2 * Math.PI * residualVariance));
}
