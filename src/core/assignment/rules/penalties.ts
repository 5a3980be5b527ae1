/**
 * Limits inside a panel that cross each other, brought into the flow as penalties (Lagrangian relaxation; Held and Karp 1971). Each
 * limit "at most so many of these judges on this entry" has a penalty that all of them pay there. The optimum under penalties, less
 * penalty × limit, bounds the cost of every assignment that holds the limits, whatever the penalties; good penalties make the bound
 * high and the panels sound at once.
 */
import type { LiveFlow } from '#core/assignment/flow/flow.ts';
import { forbidden, type Seating } from '#core/assignment/flow/seating.ts';
import type { Fault } from './panel-faults.ts';

/** Penalties stay below this, and a pair ruled out costs this much more: no panel is worth it. */
const ruledOutPrice = 20_000;
const mostPenalty = 4_000;

type Limit = { readonly entry: number; readonly members: readonly number[]; readonly most: number; penalty: number; turns: number };

export class Penalties {
  /** The seating with penalties in its prices. */
  readonly seating: Seating;
  private readonly original: Uint16Array;
  private readonly limits = new Map<string, Limit>();

  constructor(seating: Seating) {
    this.original = seating.price;
    this.seating = { ...seating, price: seating.price.slice(), dearest: seating.dearest + ruledOutPrice + 2 * mostPenalty };
  }

  /** Penalties × limits: what the optimum under penalties is lowered by to bound the true cost. */
  get credit(): number {
    return [...this.limits.values()].reduce((sum, { penalty, most }) => sum + penalty * most, 0);
  }

  /** Raises penalties of limits that are broken, lowers those of limits with room to spare. Answers whether any changed. */
  adjust(flow: LiveFlow, faults: readonly Fault[], panels: readonly (readonly number[])[]): boolean {
    for (const fault of faults) this.know(fault);
    let changed = false;
    for (const limit of this.limits.values()) {
      const panel = panels[limit.entry] ?? [];
      const seated = limit.members.filter((j) => panel.includes(j));
      if (seated.length === limit.most || (seated.length < limit.most && limit.penalty === 0)) continue;
      const step = this.stepOf(flow, limit, panel, seated);
      const after = Math.max(0, Math.min(mostPenalty, limit.penalty + step));
      if (after === limit.penalty) continue;
      this.charge(limit, after - limit.penalty);
      changed = true;
    }
    return changed;
  }

  ruleOut(pair: number): void {
    const { price } = this.seating;
    if ((price[pair] as number) < ruledOutPrice) price[pair] = (price[pair] as number) + ruledOutPrice;
  }

  /** Whether a pair is seated only because there was no way round it. */
  isRuledOut(pair: number): boolean {
    return (this.seating.price[pair] as number) >= ruledOutPrice;
  }

  private know({ entry, kind, judges }: Fault): void {
    const { employer, firstYear, firstYearMost, judges: count } = this.seating;
    const all = Array.from({ length: count }, (_, j) => j).filter((j) => (this.original[entry * count + j] as number) < forbidden);
    const same = kind === 'employer-twice' ? employer?.[judges[0] ?? -1] : undefined;
    const key = `${entry} ${same ?? 'first year'}`;
    if (this.limits.has(key) || kind === 'no-lead') return;
    const members = all.filter((j) => (same === undefined ? firstYear?.[j] === 1 : employer?.[j] === same));
    this.limits.set(key, { entry, members, most: same === undefined ? (firstYearMost[entry] as number) : 1, penalty: 0, turns: 0 });
  }

  /** By how much the weakest seat falls short of the best seat for somebody else: a penalty of that size just turns the choice. */
  private stepOf(flow: LiveFlow, limit: Limit, panel: readonly number[], seated: readonly number[]): number {
    const { entry, members } = limit;
    const { judges } = this.seating;
    const cost = (j: number) => flow.reducedCost(entry, j);
    const over = seated.length > limit.most;
    const isMember = new Set(members);
    let [weakest, best] = [-Infinity, Infinity];
    for (const j of over ? seated : panel.filter((other) => !isMember.has(other))) weakest = Math.max(weakest, cost(j));
    for (let j = 0; j < judges; j += 1) {
      const free = (this.original[entry * judges + j] as number) < forbidden && !panel.includes(j) && isMember.has(j) !== over;
      if (free) best = Math.min(best, cost(j));
    }
    const gap = Math.max(1, Math.min(best - weakest + 1, mostPenalty));
    limit.turns += 1;
    // The first answers are taken whole; later ones are damped, as neighbours answer too.
    const damped = Math.max(1, Math.round(gap * Math.min(1, 4 / limit.turns)));
    return over ? damped : -Math.ceil(damped / 2);
  }

  private charge(limit: Limit, change: number): void {
    const { price, judges } = this.seating;
    limit.penalty += change;
    for (const j of limit.members) price[limit.entry * judges + j] = (price[limit.entry * judges + j] as number) + change;
  }
}
