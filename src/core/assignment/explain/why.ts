/**
 * Why this judge sits on this entry, or does not: the plan is made once more with the pair decided the other way, and the difference is
 * the answer. Both are made just as the assignment is: with whole panels for small categories, with the worst-served entry lifted, with
 * seats that stood before and with bridges. Without whole panels and wishes both are the cheapest of their kind; with them the plans are
 * searched for, and the other way may turn out cheaper.
 */
import type { Numbered } from '#core/assignment/demand.ts';
import { priceOf, type Reason, reasonOf, type Seating } from '#core/assignment/flow/seating.ts';
import { bridgePlan, type PlanOptions, planSeats } from '#core/assignment/plan.ts';
import { faultOf, panelsOf } from '#core/assignment/rules/panel-faults.ts';
import { costOf, shortfallOf } from '#core/assignment/rules/rules.ts';

export type Why =
  | { readonly kind: 'forbidden'; readonly reason: Reason }
  /** The seat stood before and stays. */
  | { readonly kind: 'kept' }
  /** With the pair decided the other way the demand cannot be met at all. */
  | { readonly kind: 'needed'; readonly seated: boolean }
  | {
      readonly kind: 'weighed';
      /** Whether the pair has a seat in the plan. */
      readonly seated: boolean;
      readonly cost: number;
      readonly otherwise: number;
      /** Seats missing under the least loads that the other way would add. */
      readonly shortfall: number;
      /** Judges of the entry who would come and go, and seats that would change hands in all. */
      readonly coming: readonly number[];
      readonly going: readonly number[];
      readonly moved: number;
      /** The entry's category, where it has one panel in the plan. */
      readonly onePanel: string | null;
    };

export type Making = PlanOptions & { readonly bridge: boolean };

type Made = { readonly seats: Int32Array; readonly cost: number; readonly shortfall: number; readonly panels: readonly string[] };

/** Whether the seat breaks no limit by itself: withHeld only counts. */
function fits(seating: Seating, held: readonly number[], pair: number): boolean {
  const { judges, most } = seating;
  const [e, j] = [Math.floor(pair / judges), pair % judges];
  const beside = held.filter((seat) => Math.floor(seat / judges) === e).map((seat) => seat % judges);
  const load = held.filter((seat) => seat % judges === j).length;
  return load < (most[j] as number) && faultOf(seating, e, [...beside, j]) === undefined;
}

function made(numbered: Numbered, making: Making, held: readonly number[], wanted: readonly number[], all: Seating): Made | undefined {
  const result = planSeats(numbered, making, held, wanted);
  if (result.kind !== 'planned') return undefined;
  const { plan } = result;
  const seats = making.bridge ? bridgePlan(numbered, plan, true).seats : plan.seats;
  return { seats, cost: costOf(all, seats), shortfall: shortfallOf(all, seats), panels: plan.panels };
}

/** The plan with the pair decided the other way. */
function decidedOtherwise(numbered: Numbered, making: Making, held: readonly number[], pair: number, seated: boolean): Made | undefined {
  const { seating } = numbered;
  if (!seated) return fits(seating, held, pair) ? made(numbered, making, held, [pair], seating) : undefined;
  const without = { ...numbered, seating: { ...seating, price: seating.price.with(pair, priceOf('ruled-out')) } };
  return made(without, making, held, [], seating);
}

export function whyPair(numbered: Numbered, making: Making, held: readonly number[], pair: number): Why {
  const { seating, entries } = numbered;
  if (held.includes(pair)) return { kind: 'kept' };
  const reason = reasonOf(seating.price[pair] as number);
  if (reason !== undefined) return { kind: 'forbidden', reason };
  const now = made(numbered, making, held, [], seating);
  if (now === undefined) return { kind: 'needed', seated: false };
  const seated = now.seats.includes(pair);
  const other = decidedOtherwise(numbered, making, held, pair, seated);
  if (other === undefined) return { kind: 'needed', seated };
  const entry = Math.floor(pair / seating.judges);
  const panel = ({ seats }: Made) => panelsOf(seating.entries, seating.judges, seats)[entry] ?? [];
  const [before, after] = [panel(now), panel(other)];
  const sitting = new Set(now.seats);
  const category = entries[entry]?.category ?? '';
  return {
    kind: 'weighed',
    seated,
    cost: now.cost,
    otherwise: other.cost,
    shortfall: other.shortfall - now.shortfall,
    coming: after.filter((j) => !before.includes(j)),
    going: before.filter((j) => !after.includes(j)),
    moved: other.seats.filter((at) => !sitting.has(at)).length,
    onePanel: now.panels.includes(category) ? category : null,
  };
}
