import { add, type Fraction, fraction } from '../numeric/fraction.ts';

type Marked = { readonly id: string; readonly weight: number; readonly scaleMin: number; readonly scaleMax: number };

/** What a ballot comes to: on the scale its criteria share, else on 0–100, as composites are; `best` is the top of it. */
export type SoFar = { readonly mean: Fraction; readonly weights: bigint; readonly best: number };

const sharesScale = ([first, ...rest]: readonly Marked[]): boolean =>
  rest.every(({ scaleMin, scaleMax }) => scaleMin === first?.scaleMin && scaleMax === first.scaleMax);

/**
 * What one ballot comes to while it is being written: Σ weight·mark / Σ weight over the criteria that have a mark; null before the
 * first. Where scales differ each mark is 100 · (mark − min) / (max − min) of its own. `weights` is the sum over the criteria marked.
 * Complete, it is the ballot's composite in the tally. Marks are whole numbers.
 */
export function meanSoFar(criteria: readonly Marked[], marks: Readonly<Record<string, number | undefined>>): SoFar | null {
  const common = sharesScale(criteria);
  let [sum, weights] = [fraction(0), 0n];
  for (const { id, weight, scaleMin, scaleMax } of criteria) {
    const mark = marks[id];
    if (mark === undefined) continue;
    const given = common ? fraction(mark) : fraction(100n * BigInt(mark - scaleMin), BigInt(scaleMax - scaleMin));
    sum = add(sum, fraction(BigInt(weight) * given.n, given.d));
    weights += BigInt(weight);
  }
  const best = common ? (criteria[0]?.scaleMax ?? 0) : 100;
  return weights === 0n ? null : { mean: fraction(sum.n, sum.d * weights), weights, best };
}
