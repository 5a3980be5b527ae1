import { type Random, random } from '../../numeric/random.ts';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import { shuffle, shufflesFor } from './chance.ts';
import type { TwoWay } from './two-way.ts';

/** What every search for anomalies starts from. */
export type Study = { readonly table: BallotTable; readonly fit: TwoWay; readonly seed: string };

/** A stream of its own for each check, so that none depends on which others were run. */
export function streamOf({ seed }: Study, name: string): Random {
  return random(`${seed}/checks/${name}`);
}

/** How often to shuffle when each time everything is fitted again. */
export function refits({ fit: { cells } }: Study): number {
  return shufflesFor(6 * cells.y.length + cells.judges * cells.judges);
}

/** Residuals brought to one variance: r/√(1 − leverage); 0 where the fit left a ballot no freedom. */
export function evened({ residual, free }: Pick<TwoWay, 'residual' | 'free'>): Float64Array {
  return residual.map((r, at) => ((free[at] ?? 0) > 1e-9 ? r / Math.sqrt(free[at] ?? 1) : 0));
}

/** Values dealt anew among the ballots of each judge: every judge stays as steady, and nothing is left between judge and entry. */
export function shuffledByJudge(values: Float64Array, { fit: { cells } }: Study, stream: Random): Float64Array {
  const { start, items } = cells.byJudge;
  const drawn = new Float64Array(items.length);
  for (let k = 0; k < items.length; k += 1) drawn[k] = values[items[k] ?? 0] ?? 0;
  for (let j = 0; j < cells.judges; j += 1) shuffle(drawn.subarray(start[j] ?? 0, start[j + 1] ?? 0), stream);
  const dealt = new Float64Array(values.length);
  for (let k = 0; k < items.length; k += 1) dealt[items[k] ?? 0] = drawn[k] ?? 0;
  return dealt;
}
