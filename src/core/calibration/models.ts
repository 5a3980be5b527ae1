import { type Components, designOf, largerSide } from './design.ts';
import { equationsOf, leveragesOf, residualsOf, type Solved, solve, spreadOf } from './equations.ts';
import type { FitInput, Gate, Variances } from './fit.ts';
import { hausman } from './hausman.ts';
import { bartlett, byJudge, noiseOf } from './judge-noise.ts';
import { type Posterior, posteriorOf } from './posterior.ts';
import { fitReml, type Point } from './reml.ts';
import { ridgesNear, type TwoWay, twoWay } from './two-way.ts';

/** A fitted model with its residuals and leverages in the order of its design, and each judge's own variance where it has one. */
export type Model = {
  readonly posterior: Posterior;
  readonly residual: Float64Array;
  readonly leverage: Float64Array;
  readonly noise: Float64Array | null;
};

/** All that was fitted to one set of ballots. `base`: one residual variance; `fixed` and `noisy` only where their gate fired. */
export type Models = {
  readonly base: Model | null;
  readonly point: Point | null;
  readonly fixed: Model | null;
  readonly noisy: Model | null;
  readonly hausman: Gate | null;
  readonly bartlett: Gate | null;
  /** Residual degrees of freedom with entries and judges fixed. */
  readonly freedom: number;
};

/** What is known when nothing was fitted. */
export const noModels: Models = { base: null, point: null, fixed: null, noisy: null, hausman: null, bartlett: null, freedom: 0 };

function modelOf(solved: Solved, spread: Float64Array, variance: number, noise: Float64Array | null, entries: number): Model {
  const posterior = posteriorOf(solved, spread, variance, entries);
  return { posterior, residual: residualsOf(solved), leverage: leveragesOf(solved, spread), noise };
}

/** Σ of squares about each entry's own mean, and the size of sum that rounding alone may leave. */
function withinEntries({ y, entry, entries }: FitInput): { squares: number; rounding: number } {
  const sum = new Float64Array(entries);
  const count = new Float64Array(entries);
  for (const [b, value] of y.entries()) {
    const i = entry[b] ?? 0;
    sum[i] = (sum[i] ?? 0) + value;
    count[i] = (count[i] ?? 0) + 1;
  }
  let squares = 0;
  let size = 0;
  for (const [b, value] of y.entries()) {
    const i = entry[b] ?? 0;
    const off = value - (sum[i] ?? 0) / (count[i] ?? 1);
    squares += off * off;
    size += value * value;
  }
  return { squares, rounding: size * 1e-24 };
}

/** The noise gate and, where it fires, the fit with each judge's own variance. */
function noisyFit(input: FitInput, base: Model, point: Point): Pick<Models, 'bartlett' | 'noisy'> {
  const { design } = point.solved.equations;
  const judges = byJudge(input.judges, design.judgeAt, base.residual, base.leverage);
  const gate = bartlett(judges);
  if (gate?.fired !== true) return { bartlett: gate, noisy: null };
  const weights = noiseOf(judges).map((own) => point.residualVariance / own);
  const start = { outer: point.solved.outerRidge, inner: point.solved.innerRidge };
  const refit = fitReml(equationsOf(design, weights), { penalty: true, start });
  if (refit === null) return { bartlett: gate, noisy: null };
  const own = weights.map((weight) => refit.residualVariance / weight);
  return { bartlett: gate, noisy: modelOf(refit.solved, refit.spread, refit.residualVariance, own, input.entries) };
}

function fixedModel(input: FitInput, fixed: TwoWay, variance: number): Model {
  return modelOf(fixed.solved, spreadOf(fixed.solved), variance, null, input.entries);
}

/**
 * The mixed model and its two gates. The order of the gates is fixed: Hausman first. Where it fires the two-way fixed fit stands, and
 * the noise gate is reported only; otherwise the noise gate decides between one residual variance and one a judge. `isComplete`: every
 * judge of each category scored every entry of it, so that severity cancels and there is nothing for the first gate to find.
 */
export function modelsOf(input: FitInput, components: Components, isComplete: boolean): Models {
  const two = twoWay(input, components);
  if (two === null) return noModels;
  const { freedom } = two;
  const { squares, rounding } = withinEntries(input);
  if (squares <= rounding) return { ...noModels, freedom };
  if (freedom > 0 && two.residualSquares <= rounding) return { ...noModels, fixed: fixedModel(input, two, 0), freedom };
  const design = designOf(input, largerSide(input), input.category);
  const smallest = Math.min(design.outer, design.inner, design.y.length - design.fixed - 2);
  const point = smallest < 1 ? null : fitReml(equationsOf(design, null), { penalty: true, start: ridgesNear(two) });
  if (point === null) return { ...noModels, freedom };
  const base = modelOf(point.solved, point.spread, point.residualVariance, null, input.entries);
  const entryRidge = design.eliminated === 'entries' ? point.solved.outerRidge : point.solved.innerRidge;
  const harshness = isComplete ? null : hausman(input, two, entryRidge);
  const noise = noisyFit(input, base, point);
  const fixed = harshness?.fired === true ? fixedModel(input, two, two.residualSquares / freedom) : null;
  return { base, point, fixed, noisy: fixed === null ? noise.noisy : null, hausman: harshness, bartlett: noise.bartlett, freedom };
}

/** Variances of an earlier year taken as given, for categories in which each entry has one judge. */
export function modelOfPriors(input: FitInput, priors: Variances): Posterior | null {
  const design = designOf(input, largerSide(input), input.category);
  const ridge = (variance: number) => Math.max(1e-8, Math.min(1e9, priors.residual / variance));
  const [outer, inner] = design.eliminated === 'entries' ? [priors.entry, priors.judge] : [priors.judge, priors.entry];
  const solved = solve(equationsOf(design, null), ridge(outer), ridge(inner));
  return solved === null ? null : posteriorOf(solved, spreadOf(solved), priors.residual, input.entries);
}
