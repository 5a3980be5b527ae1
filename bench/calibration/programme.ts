/**
 * Invented judging with a known truth. Truth N(0, 1); five criteria of weights .30 .25 .20 .15 .10 whose own deviations of .4 leave the
 * composite at the truth; severity of a judge N(0, severity); halo of a judge on an entry N(0, .6); noise of a mark N(0, .7);
 * mark = round(5.5 + 1.5·latent), clipped to 1…10. Judges by least load + U(0, 1).
 */
import type { FitInput } from '#core/calibration/fit.ts';
import { normalQuantile } from '#core/numeric/normal.ts';
import type { Random } from '#core/numeric/random.ts';

export type Setting = {
  readonly entries: number;
  readonly judges: number;
  readonly seats: number;
  readonly severity: number;
  /** So many judges whose halo and noise are three times the others'. */
  readonly noisy: number;
  /** So many panels of their own: entry i goes to panel i mod panels. */
  readonly panels: number;
  /** Harsh judges meet the better entries: 3·truth·severity is added to the load. */
  readonly confounded: boolean;
  readonly clipped: boolean;
};

export const base: Setting = { entries: 60, judges: 12, seats: 4, severity: 0.7, noisy: 0, panels: 1, confounded: false, clipped: true };

export type Programme = { readonly input: FitInput; readonly truth: Float64Array };

const weights = [0.3, 0.25, 0.2, 0.15, 0.1];

function panelOf(setting: Setting, draw: Random, entry: number, load: Float64Array, leaning: (judge: number) => number): number[] {
  const own = Array.from({ length: setting.judges }, (_, judge) => judge).filter(
    (judge) => Math.floor((judge * setting.panels) / setting.judges) === entry % setting.panels,
  );
  const keys = new Map(own.map((judge) => [judge, (load[judge] ?? 0) + draw.uniform() + leaning(judge)]));
  return own.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0)).slice(0, setting.seats);
}

function compositeOf(setting: Setting, latent: number, deviations: readonly number[], noise: () => number): number {
  return weights.reduce((sum, weight, c) => {
    const mark = Math.round(5.5 + 1.5 * (latent + (deviations[c] ?? 0) + noise()));
    return sum + weight * (setting.clipped ? Math.max(1, Math.min(10, mark)) : mark);
  }, 0);
}

export function programmeOf(setting: Setting, draw: Random): Programme {
  const normal = () => normalQuantile(draw.uniform());
  const truth = Float64Array.from({ length: setting.entries }, normal);
  const severity = Float64Array.from({ length: setting.judges }, () => setting.severity * normal());
  const load = new Float64Array(setting.judges);
  const y: number[] = [];
  const entry: number[] = [];
  const judge: number[] = [];
  for (const [i, quality] of truth.entries()) {
    const free = weights.map(() => 0.4 * normal());
    const mean = weights.reduce((sum, weight, c) => sum + weight * (free[c] ?? 0), 0);
    const deviations = free.map((deviation) => deviation - mean);
    const leaning = (j: number) => (setting.confounded ? 3 * quality * (severity[j] ?? 0) : 0);
    for (const j of panelOf(setting, draw, i, load, leaning)) {
      load[j] = (load[j] ?? 0) + 1;
      const times = j < setting.noisy ? 3 : 1;
      const latent = quality + (severity[j] ?? 0) + 0.6 * times * normal();
      y.push(compositeOf(setting, latent, deviations, () => 0.7 * times * normal()));
      entry.push(i);
      judge.push(j);
    }
  }
  const { entries, judges } = setting;
  const input = { y: Float64Array.from(y), entry: Int32Array.from(entry), judge: Int32Array.from(judge), entries, judges };
  return { input: { ...input, category: new Int32Array(entries), categories: 1 }, truth };
}

/** Plain mean of each entry's ballots. */
export function rawOf({ y, entry, entries }: FitInput): Float64Array {
  const sum = new Float64Array(entries);
  const count = new Float64Array(entries);
  for (const [b, i] of entry.entries()) {
    sum[i] = (sum[i] ?? 0) + (y[b] ?? 0);
    count[i] = (count[i] ?? 0) + 1;
  }
  return sum.map((total, i) => total / (count[i] ?? 0));
}

/** Kendall's tau-b of two scores of the same entries. */
export function tauB(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  let untiedA = 0;
  let untiedB = 0;
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const x = Math.sign((a[i] ?? 0) - (a[j] ?? 0));
      const y = Math.sign((b[i] ?? 0) - (b[j] ?? 0));
      sum += x * y;
      untiedA += x * x;
      untiedB += y * y;
    }
  }
  return sum / Math.sqrt(untiedA * untiedB);
}
