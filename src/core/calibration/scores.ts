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

/**
 * By entry of `entries`, the standard error of its distance from their mean: what a score may be off by within its field. That the whole
 * field may lie higher or lower, as its judges happen to be, moves nobody past anybody and is left out.
 */
export function errorsWithin(posterior: Posterior, entries: Int32Array): Float64Array {
  const { size } = posterior.solved.equations;
  const n = entries.length;
  const into = new Float64Array(size);
  const mean = new Float64Array(size);
  const unit = (entry: number) => spreadOfUnit(posterior, 'entries', posterior.indexOf[entry] ?? -1, into);
  let meanOwn = 0;
  for (const entry of entries) {
    meanOwn += unit(entry) / (n * n);
    for (let c = 0; c < size; c += 1) mean[c] = (mean[c] ?? 0) + (into[c] ?? 0) / n;
  }
  return Float64Array.from(entries, (entry) => {
    // An entry is itself a part of the mean.
    const own = unit(entry) * (1 - 2 / n) + meanOwn;
    for (let c = 0; c < size; c += 1) into[c] = (into[c] ?? 0) - (mean[c] ?? 0);
    return Math.sqrt(posterior.residualVariance * Math.max(0, own + squares(into)));
  });
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
 * judge's effect its distance from that average. Components: by the caller's judge and entry.
 */
export function fixedEffects(
  posterior: Posterior,
  components: { entry: Int32Array; judge: Int32Array; count: number },
): { readonly entries: Float64Array; readonly judges: Estimates } {
  const { design, size } = posterior.solved.equations;
  const means = meanJudges(posterior, components.judge, components.count);
  const entries = Float64Array.from(design.entryOf, (entry, index) => {
    return effectOf(posterior, 'entries', index) + (means[components.entry[entry] ?? -1]?.value ?? Number.NaN);
  });
  const into = new Float64Array(size);
  const value = new Float64Array(design.judgeOf.length);
  const error = new Float64Array(design.judgeOf.length);
  for (const [index, judge] of design.judgeOf.entries()) {
    const mean = means[components.judge[judge] ?? -1];
    if (mean === undefined) continue;
    value[index] = effectOf(posterior, 'judges', index) - mean.value;
    // A judge is itself a part of the mean.
    const own = spreadOfUnit(posterior, 'judges', index, into) * (1 - 2 / mean.judges) + mean.own;
    for (let c = 0; c < size; c += 1) into[c] = (into[c] ?? 0) - (mean.spread[c] ?? 0);
    error[index] = Math.sqrt(posterior.residualVariance * Math.max(0, own + squares(into)));
  }
  return { entries, judges: { value, error } };
}
