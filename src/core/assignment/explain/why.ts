/**
 * Why this judge sits on this entry, or does not: the assignment is made once more with the pair decided the other way, and the
 * difference is the answer. Both are the cheapest assignments of their kind, without one panel for small categories and without bridges.
 */
import { withHeld } from '#core/assignment/demand.ts';
import { priceOf, type Reason, reasonOf, type Seating } from '#core/assignment/flow/seating.ts';
import { faultOf, panelsOf } from '#core/assignment/rules/panel-faults.ts';
import { costOf, shortfallOf, solveRules } from '#core/assignment/rules/rules.ts';

export type Why =
  | { readonly kind: 'forbidden'; readonly reason: Reason }
  /** With the pair decided the other way the demand cannot be met at all. */
  | { readonly kind: 'needed'; readonly seated: boolean }
  | {
      readonly kind: 'weighed';
      /** Whether the pair has a seat in the cheapest assignment. */
      readonly seated: boolean;
      readonly cost: number;
      readonly otherwise: number;
      /** Seats missing under the least loads that the other way would add. */
      readonly shortfall: number;
      /** Judges of the entry who would come and go, and seats that would change hands in all. */
      readonly coming: readonly number[];
      readonly going: readonly number[];
      readonly moved: number;
    };

type Solved = { readonly seats: Int32Array; readonly cost: number; readonly shortfall: number };

/** Whether the seat breaks no limit by itself: withHeld only counts. */
function fits(seating: Seating, pair: number): boolean {
  const [e, j] = [Math.floor(pair / seating.judges), pair % seating.judges];
  return (seating.most[j] as number) > 0 && faultOf(seating, e, [j]) === undefined;
}

function solved(seating: Seating, fixed: readonly number[], all: Seating): Solved | undefined {
  const result = solveRules(seating);
  if (result.kind !== 'solved') return undefined;
  const seats = Int32Array.from([...result.ruled.seats, ...fixed]).sort();
  return { seats, cost: costOf(all, seats), shortfall: shortfallOf(all, seats) };
}

export function whyPair(seating: Seating, pair: number): Why {
  const price = seating.price[pair] as number;
  const reason = reasonOf(price);
  if (reason !== undefined) return { kind: 'forbidden', reason };
  const now = solved(seating, [], seating);
  if (now === undefined) return { kind: 'needed', seated: false };
  const seated = now.seats.includes(pair);
  const other = seated
    ? solved({ ...seating, price: seating.price.with(pair, priceOf('ruled-out')) }, [], seating)
    : fits(seating, pair)
      ? solved(withHeld(seating, [pair]), [pair], seating)
      : undefined;
  if (other === undefined) return { kind: 'needed', seated };
  const entry = Math.floor(pair / seating.judges);
  const panel = ({ seats }: Solved) => panelsOf(seating.entries, seating.judges, seats)[entry] ?? [];
  const [before, after] = [panel(now), panel(other)];
  const kept = new Set(now.seats);
  return {
    kind: 'weighed',
    seated,
    cost: now.cost,
    otherwise: other.cost,
    shortfall: other.shortfall - now.shortfall,
    coming: after.filter((j) => !before.includes(j)),
    going: before.filter((j) => !after.includes(j)),
    moved: other.seats.filter((at) => !kept.has(at)).length,
  };
}
