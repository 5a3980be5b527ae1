import type { Seating } from '#core/assignment/flow/seating.ts';

/** A panel that breaks a rule between its judges; `judges` are those of whom one must go (for a missing lead: all of the panel). */
export type Fault = {
  readonly entry: number;
  readonly kind: 'employer-twice' | 'no-lead' | 'too-many-first-year';
  readonly judges: readonly number[];
};

function sharedEmployer(employer: Int32Array, panel: readonly number[]): number[] {
  for (const j of panel) {
    if ((employer[j] as number) < 0) continue;
    const same = panel.filter((other) => employer[other] === employer[j]);
    if (same.length > 1) return same;
  }
  return [];
}

/** The first fault of one panel, in the order employer, lead, first year. A panel without a seat is not asked for a lead. */
export function faultOf(
  { employer, lead, firstYear, plainMost, firstYearMost }: Seating,
  entry: number,
  panel: readonly number[],
): Fault | undefined {
  if (employer !== null) {
    const judges = sharedEmployer(employer, panel);
    if (judges.length > 0) return { entry, kind: 'employer-twice', judges };
  }
  if (lead !== null && panel.filter((j) => lead[j] === 0).length > (plainMost[entry] as number))
    return { entry, kind: 'no-lead', judges: panel };
  if (firstYear !== null) {
    const judges = panel.filter((j) => firstYear[j] === 1);
    if (judges.length > (firstYearMost[entry] as number)) return { entry, kind: 'too-many-first-year', judges };
  }
  return undefined;
}

/** Judges by entry. */
export function panelsOf(entries: number, judges: number, seats: Int32Array): number[][] {
  const panels: number[][] = Array.from({ length: entries }, () => []);
  for (const pair of seats) {
    const e = Math.floor(pair / judges);
    panels[e]?.push(pair - e * judges);
  }
  return panels;
}

export function faultsOf(seating: Seating, seats: Int32Array): Fault[] {
  const panels = panelsOf(seating.entries, seating.judges, seats);
  return panels.flatMap((panel, entry) => faultOf(seating, entry, panel) ?? []);
}
