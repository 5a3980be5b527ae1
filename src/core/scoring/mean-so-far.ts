import { add, type Fraction, fraction, multiply, subtract } from '../numeric/fraction.ts';

type Marked = {
  readonly id: string;
  readonly weight: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
  /** Steps in a mark of 1, which is one where nothing is said. */
  readonly steps?: number;
  /** A yes-or-no question has no part in the score. */
  readonly gate?: unknown;
  readonly notApplicable?: 'not-allowed' | 'renormalise' | 'lowest';
};

/** What a ballot comes to: on the scale its criteria share, else on 0–100, as composites are; `best` is the top of it. */
export type SoFar = { readonly mean: Fraction; readonly weights: bigint; readonly best: number };

/** Criteria that have a part in the score. */
export const weighedOn = <T extends Marked>(criteria: readonly T[]): readonly T[] => criteria.filter(({ gate }) => (gate ?? null) === null);

const sharesScale = ([first, ...rest]: readonly Marked[]): boolean =>
  rest.every(({ scaleMin, scaleMax }) => scaleMin === first?.scaleMin && scaleMax === first.scaleMax);

/**
 * What one ballot comes to while it is being written: Σ weight·mark / Σ weight over the criteria that have a mark; null before the
 * first. Where scales differ each mark is 100 · (mark − min) / (max − min) of its own. `weights` is the sum over the criteria marked.
 * Null as a mark: the criterion does not apply, so it is left to the others or counts as its lowest mark, as it says. Complete, it is the
 * ballot's composite in the tally, as long as no other judge says that something does not apply. Marks are as judges give them: 7.5.
 */
export function meanSoFar(criteria: readonly Marked[], marks: Readonly<Record<string, number | null | undefined>>): SoFar | null {
  const all = weighedOn(criteria);
  const common = sharesScale(all);
  let [sum, weights] = [fraction(0), 0n];
  for (const { id, weight, scaleMin, scaleMax, steps = 1, notApplicable } of all) {
    const written = marks[id];
    const mark = written === null && notApplicable === 'lowest' ? scaleMin : written;
    if (typeof mark !== 'number' || !Number.isFinite(mark)) continue;
    const exact = fraction(Math.round(mark * steps), steps);
    const given = common ? exact : multiply(subtract(exact, fraction(scaleMin)), fraction(100, scaleMax - scaleMin));
    sum = add(sum, multiply(fraction(weight), given));
    weights += BigInt(weight);
  }
  const best = common ? (all[0]?.scaleMax ?? 0) : 100;
  return weights === 0n ? null : { mean: fraction(sum.n, sum.d * weights), weights, best };
}
