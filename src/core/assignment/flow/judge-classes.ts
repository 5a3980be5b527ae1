import type { Seating } from './seating.ts';

/** How a judge counts against the limits of a panel: as a lead, as another, or as another in the first year. */
export const leads = 0;
const plain = 1;
export const freshman = 2;

/**
 * Leads in their first year count as leads here: two limits that cross are no network, and what is left over is repaired.
 * Where no rule asks for leads, nobody is one.
 */
export function classesOf({ judges, lead, firstYear }: Seating): Uint8Array {
  return Uint8Array.from({ length: judges }, (_, j) => {
    if (lead !== null && lead[j] === 1) return leads;
    return firstYear !== null && firstYear[j] === 1 ? freshman : plain;
  });
}
