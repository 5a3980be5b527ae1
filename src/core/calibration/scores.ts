import type { Side } from './design.ts';
import { effectOf, type Posterior, spreadOfUnit } from './posterior.ts';

/** Value and standard error by index of the model's units. */
export type Estimates = { readonly value: Float64Array; readonly error: Float64Array };

function squares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += (values[i] ?? 0) * (values[i] ?? 0);
  return sum;
}

/** Effects of one side as they stand, around their mean of nought. */
export function effects(posterior: Posterior, side: Side): Estimates {
  const { design, size } = posterior.solved.equations;
  const count = design.eliminated === side ? design.outer : design.inner;
  const into = new Float64Array(size);
  const value = Float64Array.from({ length: count }, (_, index) => effectOf(posterior, side, index));
  const error = value.map((_, index) => {
    const own = spreadOfUnit(posterior, side, index, into);
    return Math.sqrt(posterior.residualVariance * (own + squares(into)));
  });
  return { value, error };
}

/** The mean judge of each component: its effect, its L⁻¹k and the variance ÷ σ² of its own. */
function meanJudges(
  posterior: Posterior,
  component: Int32Array,
  count: number,
): { value: number; spread: Float64Array; own: number; judges: number }[] {
  const { design, size } = posterior.solved.equations;
  const into = new Float64Array(size);
  const means = Array.from({ length: count }, () => ({ value: 0, spread: new Float64Array(size), own: 0, judges: 0 }));
  for (const judge of design.judgeOf) {
    const mean = means[component[judge] ?? -1];
    if (mean !== undefined) mean.judges += 1;
  }
  for (const [index, judge] of design.judgeOf.entries()) {
    const mean = means[component[judge] ?? -1];
    if (mean === undefined) continue;
    const own = spreadOfUnit(posterior, 'judges', index, into);
    mean.value += effectOf(posterior, 'judges', index) / mean.judges;
    mean.own += own / (mean.judges * mean.judges);
    for (let c = 0; c < size; c += 1) mean.spread[c] = (mean.spread[c] ?? 0) + (into[c] ?? 0) / mean.judges;
  }
  return means;
}

/**
 * Two-way fixed effects on the scale of the panel: an entry's score is what all judges of its component would have given it on average, a
 * judge's effect its distance from that average. Components: by the caller's entry and judge.
 */
export function fixedEffects(
  posterior: Posterior,
  components: { entry: Int32Array; judge: Int32Array; count: number },
): Record<Side, Estimates> {
  const { design, size } = posterior.solved.equations;
  const means = meanJudges(posterior, components.judge, components.count);
  const into = new Float64Array(size);
  const estimate = (side: Side, units: Int32Array, component: Int32Array, sign: 1 | -1): Estimates => {
    const value = new Float64Array(units.length);
    const error = new Float64Array(units.length);
    for (const [index, unit] of units.entries()) {
      const mean = means[component[unit] ?? -1];
      if (mean === undefined) continue;
      value[index] = effectOf(posterior, side, index) + sign * mean.value;
      const own = spreadOfUnit(posterior, side, index, into);
      // A judge of the eliminated side is a part of the mean it is compared with.
      const shared = side === 'judges' ? (2 * own) / mean.judges : 0;
      for (let c = 0; c < size; c += 1) into[c] = (into[c] ?? 0) + sign * (mean.spread[c] ?? 0);
      error[index] = Math.sqrt(posterior.residualVariance * Math.max(0, own + mean.own - shared + squares(into)));
    }
    return { value, error };
  };
  return {
    entries: estimate('entries', design.entryOf, components.entry, 1),
    judges: estimate('judges', design.judgeOf, components.judge, -1),
  };
}
