import type { CategoryFit, FitInput } from './fit.ts';
import type { Models } from './models.ts';
import type { Posterior } from './posterior.ts';
import { type Estimates, effects } from './scores.ts';

/** By the caller's entry, the mean its effect is counted from: centre and fixed mean of its group, if the model has one. */
function startsOf({ solved }: Posterior, input: FitInput): Float64Array {
  const { design } = solved.equations;
  const starts = new Float64Array(input.entries);
  for (const [at, ballot] of design.ballotAt.entries()) {
    const mean = design.fixedAt[at] ?? -1;
    starts[input.entry[ballot] ?? 0] = design.centre + (mean < 0 ? 0 : (solved.denseEffect[design.inner + mean] ?? 0));
  }
  return starts;
}

export type Scored = { readonly score: Float64Array; readonly error: Float64Array; readonly kept: Float64Array };

/** By the caller's entry, what a model makes of it. `entryVariance`: null for fixed effects, which are not drawn towards any mean. */
function scoredBy(posterior: Posterior, estimates: Estimates, input: FitInput, entryVariance: number | null): Scored {
  const starts = startsOf(posterior, input);
  const score = new Float64Array(input.entries).fill(Number.NaN);
  const error = score.slice();
  const kept = score.slice();
  for (const [index, entry] of posterior.solved.equations.design.entryOf.entries()) {
    const spread = estimates.error[index] ?? Number.NaN;
    score[entry] = (starts[entry] ?? 0) + (estimates.value[index] ?? Number.NaN);
    error[entry] = spread;
    kept[entry] = entryVariance === null ? 1 : Math.max(0, 1 - (spread * spread) / entryVariance);
  }
  return { score, error, kept };
}

/** σ² ÷ the ridge of the entries' side. */
export function entryVarianceOf({ solved, residualVariance }: Posterior): number {
  return residualVariance / (solved.equations.design.eliminated === 'entries' ? solved.outerRidge : solved.innerRidge);
}

export function judgeVarianceOf({ solved, residualVariance }: Posterior): number {
  return residualVariance / (solved.equations.design.eliminated === 'entries' ? solved.innerRidge : solved.outerRidge);
}

/** What each way of scoring gives, made once however many categories use it. */
export type Ways = Partial<Record<CategoryFit['method'], { readonly posterior: Posterior; readonly scored: Scored }>>;

export function waysOf(input: FitInput, models: Models, fixed: Estimates | null, priors: Posterior | null): Ways {
  const mixed = (posterior: Posterior) => ({
    posterior,
    scored: scoredBy(posterior, effects(posterior, 'entries'), input, entryVarianceOf(posterior)),
  });
  return {
    ...(models.base === null ? {} : { mixed: mixed(models.base.posterior) }),
    ...(models.noisy === null ? {} : { 'mixed-judge-noise': mixed(models.noisy.posterior) }),
    ...(models.fixed === null || fixed === null
      ? {}
      : { fixed: { posterior: models.fixed.posterior, scored: scoredBy(models.fixed.posterior, fixed, input, null) } }),
    ...(priors === null ? {} : { 'judge-centred': mixed(priors) }),
  };
}
