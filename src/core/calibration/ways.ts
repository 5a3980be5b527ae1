import type { CategoryFit, FitInput } from './fit.ts';
import type { Models } from './models.ts';
import type { Posterior } from './posterior.ts';
import { effects } from './scores.ts';

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

export type Scored = { readonly score: Float64Array; readonly kept: Float64Array };

/** By the caller's entry, what a model makes of it: values and shares kept are by the model's own entry. */
function scoredBy(posterior: Posterior, input: FitInput, values: Float64Array, keeps: (index: number) => number): Scored {
  const starts = startsOf(posterior, input);
  const score = new Float64Array(input.entries).fill(Number.NaN);
  const kept = score.slice();
  for (const [index, entry] of posterior.solved.equations.design.entryOf.entries()) {
    score[entry] = (starts[entry] ?? 0) + (values[index] ?? Number.NaN);
    kept[entry] = keeps(index);
  }
  return { score, kept };
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

export function waysOf(input: FitInput, models: Models, fixed: Float64Array | null, priors: Posterior | null): Ways {
  const mixed = (posterior: Posterior) => {
    const { value, error } = effects(posterior, 'entries');
    const variance = entryVarianceOf(posterior);
    return {
      posterior,
      scored: scoredBy(posterior, input, value, (index) => Math.max(0, 1 - ((error[index] ?? 0) * (error[index] ?? 0)) / variance)),
    };
  };
  const fixedModel = models.fixed?.posterior ?? null;
  return {
    ...(models.base === null ? {} : { mixed: mixed(models.base.posterior) }),
    ...(models.noisy === null ? {} : { 'mixed-judge-noise': mixed(models.noisy.posterior) }),
    ...(fixedModel === null || fixed === null
      ? {}
      : { fixed: { posterior: fixedModel, scored: scoredBy(fixedModel, input, fixed, () => 1) } }),
    ...(priors === null ? {} : { 'judge-centred': mixed(priors) }),
  };
}
