/** From a demand to seats: small categories' panels, the flow with every rule, the worst-served entry, then the design checked and bridged. */
import { type Bridged, bridge, isWanting, unbridged } from '#core/assignment/design/bridging.ts';
import { checkDesign } from '#core/assignment/design/design.ts';
import type { Flow } from '#core/assignment/flow/flow.ts';
import type { Seating } from '#core/assignment/flow/seating.ts';
import { liftWorst } from '#core/assignment/rules/floor.ts';
import type { Fault } from '#core/assignment/rules/panel-faults.ts';
import { drawUpPanels, type SmallCategory } from '#core/assignment/rules/panels.ts';
import { type RuledFlow, shortfallOf, solveRules } from '#core/assignment/rules/rules.ts';
import { type Numbered, withHeld } from './demand.ts';

export type PlanOptions = {
  /** Categories of at most so many entries get one panel; 0: none. */
  readonly onePanel: number;
  /** The worst-served entry is lifted while it lies under this percentage of the mean; 0: never. */
  readonly floor: number;
};

export type Plan = {
  /** All seats as pairs, those held included, ascending; and those that came from the flow, which bridging may still move. */
  readonly seats: Int32Array;
  readonly loose: ReadonlySet<number>;
  /** No assignment of the seats that were free costs less under these rules, convex load included; null: see `RuledFlow`. */
  readonly bound: number | null;
  /** What the seats cost before panels, the worst-served entry and bridges asked for more: prices and convex load. */
  readonly baseCost: number;
  readonly flow: Flow;
  /** Small categories with one panel, and those that got none, as loads and conflicts left none. */
  readonly panels: readonly string[];
  readonly split: readonly string[];
};

export type PlanResult =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'impossible'; readonly seating: Seating; readonly flow: Flow; readonly classed: Uint8Array }
  | { readonly kind: 'unrepaired'; readonly faults: readonly Fault[]; readonly exhausted: boolean };

/** Small categories whose entries are all at the same point: as many seats to fill, beside the same judges. */
function smallCategories({ entries, seating }: Numbered, open: Seating, held: ReadonlySet<number>, limit: number): SmallCategory[] {
  const byCategory = Map.groupBy(entries.keys(), (e) => entries[e]?.category ?? '');
  const sitting = (e: number) => [...Array(seating.judges).keys()].filter((j) => held.has(e * seating.judges + j)).join();
  return [...byCategory]
    .filter(([category, of]) => category !== '' && of.length > 1 && of.length <= limit)
    .filter(([, of]) => (open.need[of[0] ?? 0] as number) > 0 && new Set(of.map(sitting)).size === 1)
    .map(([category, of]) => ({ category, entries: of }));
}

type Filled = { readonly ruled: RuledFlow; readonly fixed: readonly number[]; readonly panels: readonly string[] };

type Wanted = readonly number[];

/** Whether a seat that is wanted beside panels still fits its judge's limit. */
function leavesRoom({ most, judges }: Seating, fixed: readonly number[]): boolean {
  const load = new Int32Array(judges);
  for (const pair of fixed) load[pair % judges] = (load[pair % judges] as number) + 1;
  return load.every((seats, j) => seats <= (most[j] as number));
}

/**
 * The flow around the panels. Panels give way, largest categories first, until the rest can be filled and no more seats are missing
 * under the least than without any panel.
 */
function fillAround(open: Seating, small: readonly SmallCategory[], base: RuledFlow, floor: number, wanted: Wanted): Filled {
  const shortfall = shortfallOf(open, Int32Array.from([...wanted, ...base.seats]));
  const lift = (seating: Seating, ruled: RuledFlow) => (floor > 0 ? liftWorst(seating, ruled, floor) : ruled);
  let tried = [...small].sort((a, b) => a.entries.length - b.entries.length);
  while (tried.length > 0) {
    const drawn = drawUpPanels(open, tried, wanted);
    const fixed = [...new Set([...wanted, ...drawn.flatMap(({ seats }) => seats)])];
    const around = withHeld(open, fixed);
    const result = leavesRoom(open, fixed) ? solveRules(around) : undefined;
    if (result?.kind === 'solved') {
      const all = Int32Array.from([...fixed, ...result.ruled.seats]);
      if (shortfallOf(open, all) <= shortfall)
        return { ruled: lift(around, result.ruled), fixed, panels: drawn.map(({ category }) => category) };
    }
    tried = tried.slice(0, tried.length - Math.max(1, Math.floor(tried.length / 8)));
  }
  return { ruled: lift(withWanted(open, wanted), base), fixed: wanted, panels: [] };
}

const withWanted = (open: Seating, wanted: Wanted): Seating => (wanted.length === 0 ? open : withHeld(open, wanted));

/**
 * `held` seats stay as they are, whatever they cost; they must be allowed and within the limits. `wanted` seats are to be in the
 * plan as well, which is otherwise made as it would be: a small category whose entry wants a judge has a panel with this judge.
 */
export function planSeats(numbered: Numbered, options: PlanOptions, held: readonly number[] = [], wanted: Wanted = []): PlanResult {
  const { seating } = numbered;
  const open = held.length === 0 ? seating : withHeld(seating, held);
  const base = solveRules(withWanted(open, wanted));
  if (base.kind === 'missing') return { kind: 'impossible', seating: open, flow: base.flow, classed: base.classed };
  if (base.kind === 'unrepaired') return base;
  const small = smallCategories(numbered, open, new Set(held), options.onePanel);
  const { ruled, fixed, panels } = fillAround(open, small, base.ruled, options.floor, wanted);
  return {
    kind: 'planned',
    plan: {
      seats: Int32Array.from([...held, ...fixed, ...ruled.seats]).sort(),
      loose: new Set(ruled.seats),
      bound: base.ruled.bound,
      baseCost: base.ruled.cost,
      flow: base.ruled.flow,
      panels,
      split: small.map(({ category }) => category).filter((category) => !panels.includes(category)),
    },
  };
}

/** The design of a plan, and the plan with bridging seats where the design is wanting and bridges are wished for. */
export function bridgePlan({ seating, perEntry }: Numbered, { seats, loose }: Plan, wished: boolean): Bridged {
  const design = checkDesign(seating.entries, seating.judges, perEntry, seats);
  if (!wished || !isWanting(design)) return { seats, bridges: [], design, ended: unbridged(design) };
  return bridge(seating, perEntry, seats, design, (pair) => loose.has(pair));
}
