import { componentsOf, type Design, designOf } from '../calibration/design.ts';
import { equationsOf, type Solved, solve } from '../calibration/equations.ts';
import type { Fit, FitInput } from '../calibration/fit.ts';
import { twoWay } from '../calibration/two-way.ts';

/**
 * Corrected scores of a category's method for other values of the same ballots or for fewer of them, by entry: NaN without a ballot.
 * The variances stay those of the full fit, so scores are linear in the values. They compare within a pool; a constant may be left out.
 */
export type Refit = (input: FitInput) => Float64Array;

/** Null where the category's scores are the raw ones. */
export function refitter(fit: Fit, category: number): Refit | null {
  const own = fit.categories[category];
  const posterior = fit.posteriors[own?.posterior ?? -1];
  if (!own || own.method === 'raw' || !posterior) return null;
  if (own.method === 'fixed') return (input) => scoresOf(input, twoWay(input, componentsOf(input))?.solved ?? null);
  const { equations, outerRidge, innerRidge } = posterior.solved;
  const noise = own.method === 'mixed-judge-noise' ? fit.judgeResidualVariance : null;
  const weights = noise?.map((variance) => (Number.isNaN(variance) ? 1 : posterior.residualVariance / variance)) ?? null;
  return (input) => {
    const design = designOf(input, equations.design.eliminated, input.category);
    return scoresOf(input, solve(equationsOf(design, weights), outerRidge, innerRidge));
  };
}

function scoresOf(input: FitInput, solved: Solved | null): Float64Array {
  const scores = new Float64Array(input.entries).fill(Number.NaN);
  if (solved === null) return scores;
  const { design } = solved.equations;
  const effects = design.eliminated === 'entries' ? solved.outerEffect : solved.denseEffect;
  const means = meansOf(input, design, solved);
  for (const [index, entry] of design.entryOf.entries()) scores[entry] = (means[entry] ?? 0) + (effects[index] ?? Number.NaN);
  return scores;
}

/** By entry: what its effect is counted from. */
function meansOf({ entry, entries }: FitInput, design: Design, { denseEffect }: Solved): Float64Array {
  const means = new Float64Array(entries);
  for (const [at, ballot] of design.ballotAt.entries()) {
    const mean = design.fixedAt[at] ?? -1;
    means[entry[ballot] ?? 0] = design.centre + (mean < 0 ? 0 : (denseEffect[design.inner + mean] ?? 0));
  }
  return means;
}
