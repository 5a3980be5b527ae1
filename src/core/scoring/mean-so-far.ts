import { type Fraction, fraction } from '../numeric/fraction.ts';

/**
 * What one ballot comes to while it is being written: Σ weight·mark / Σ weight over the criteria that have a mark; null before the
 * first. `weights` is the sum over those criteria. Complete, it is the ballot's mean in the tally. Marks are whole numbers.
 */
export function meanSoFar(
  criteria: readonly { readonly id: string; readonly weight: number }[],
  marks: Readonly<Record<string, number | undefined>>,
): { readonly mean: Fraction; readonly weights: bigint } | null {
  let [sum, weights] = [0n, 0n];
  for (const { id, weight } of criteria) {
    const mark = marks[id];
    if (mark === undefined) continue;
    sum += BigInt(weight) * BigInt(mark);
    weights += BigInt(weight);
  }
  return weights === 0n ? null : { mean: fraction(sum, weights), weights };
}
