import { compare, type Fraction, fraction, multiply, subtract } from '../../numeric/fraction.ts';
import type { Contest, Threat } from './contest.ts';

/** The weights of one criterion under which the winner stays first, all other weights keeping their ratio. Null: no bound on that side. */
export type WeightRange = {
  readonly criterion: string;
  readonly share: Fraction;
  readonly low: { readonly share: Fraction; readonly rival: number } | null;
  readonly high: { readonly share: Fraction; readonly rival: number } | null;
};

const nought = fraction(0);
const one = fraction(1);

/**
 * With weight W on criterion c and the others scaled to 1 − W, the lead over a rival is W·d + (1 − W)·R, where d is the lead under c and
 * R the lead under all others: linear in W, nought at R/(R − d). At the bound the two are level. Exact.
 */
export function weightRanges({ criteria }: Contest, threats: readonly Threat[]): readonly WeightRange[] {
  return criteria.map(({ id, share }, c) => {
    let low: WeightRange['low'] = null;
    let high: WeightRange['high'] = null;
    const rest = subtract(one, share);
    if (rest.n === 0n) return { criterion: id, share, low, high };
    for (const { entry, d, lead: all } of threats) {
      const own = d[c] ?? nought;
      const others = subtract(all, multiply(share, own));
      const lead = fraction(others.n * rest.d, others.d * rest.n);
      const slope = subtract(lead, own);
      if (slope.n === 0n) continue;
      const level = fraction(lead.n * slope.d, lead.d * slope.n);
      if (own.n < 0n && compare(level, high?.share ?? one) < 0) high = { share: level, rival: entry };
      if (lead.n < 0n && compare(level, low?.share ?? nought) > 0) low = { share: level, rival: entry };
    }
    return { criterion: id, share, low, high };
  });
}
