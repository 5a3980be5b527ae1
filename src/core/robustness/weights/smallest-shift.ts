import { compare, type Fraction, fraction, multiply, subtract } from '../../numeric/fraction.ts';
import type { Contest, Threat } from './contest.ts';

/** Weight moved away from each criterion in `from`, all of it to `to`; `moved` is their sum as a share of all weight. */
export type Shift = {
  readonly rival: number;
  readonly moved: Fraction;
  readonly from: readonly { readonly criterion: string; readonly moved: Fraction }[];
  readonly to: string;
};

const nought = fraction(0);

/**
 * The smallest amount of weight that has to be moved between criteria until some rival draws level with the winner; a hair more and the
 * rival is ahead. Null where no weighting at all puts a rival ahead. Exact.
 *
 * Against one rival with leads d it is the linear programme min ½Σ|w′ − w| with w′ ≥ 0, Σw′ = 1, w′·d ≤ 0. All weight goes to the
 * criterion with the least d; it is taken first where d is greatest, since each unit gains d − min d, until w·d is used up or that
 * weight is 0: then from the next. With no weight reaching 0 that is (w·d)/(max d − min d).
 */
export function smallestShift({ criteria }: Contest, threats: readonly Threat[]): Shift | null {
  let smallest: Shift | null = null;
  for (const threat of threats) {
    const shift = shiftAgainst(criteria, threat);
    if (!smallest || compare(shift.moved, smallest.moved) < 0) smallest = shift;
  }
  return smallest;
}

function shiftAgainst(criteria: Contest['criteria'], { entry: rival, d, lead }: Threat): Shift {
  const order = d.map((_, c) => c).sort((a, b) => compare(d[b] ?? nought, d[a] ?? nought) || a - b);
  const least = order.at(-1) ?? 0;
  const lowest = d[least] ?? nought;
  const from: { criterion: string; moved: Fraction }[] = [];
  let left = lead;
  let moved = nought;
  for (const c of order) {
    if (compare(left, nought) <= 0) break;
    const gain = subtract(d[c] ?? nought, lowest);
    const { id = '', share = nought } = criteria[c] ?? {};
    const needed = fraction(left.n * gain.d, left.d * gain.n);
    const taken = compare(needed, share) < 0 ? needed : share;
    if (compare(taken, nought) > 0) from.push({ criterion: id, moved: taken });
    moved = fraction(moved.n * taken.d + taken.n * moved.d, moved.d * taken.d);
    left = subtract(left, multiply(taken, gain));
  }
  return { rival, moved, from, to: criteria[least]?.id ?? '' };
}
