/** Assignment by trying everything, for instances of a few entries and judges: what the solver is held against. */
import { lotOf } from '#core/assignment/flow/lots.ts';
import { forbidden, type Seating, weighted } from '#core/assignment/flow/seating.ts';
import { faultOf } from '#core/assignment/rules/panel-faults.ts';

/** Of a whole assignment: seats under the least, then cost, then lots; compared in this order. */
type Worth = { readonly short: number; readonly cost: number; readonly lots: number };

const better = (a: Worth, b: Worth) => a.short - b.short || a.cost - b.cost || a.lots - b.lots;

function subsets(judges: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return judges.flatMap((first, at) => subsets(judges.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

/** All panels of an entry that hold the rules asked for. */
function panels(seating: Seating, entry: number, rules: boolean): number[][] {
  const free = Array.from({ length: seating.judges }, (_, j) => j).filter(
    (j) => (seating.price[entry * seating.judges + j] ?? forbidden) < forbidden,
  );
  const asked = rules ? seating : { ...seating, lead: null, firstYear: null };
  return subsets(free, seating.need[entry] ?? 0).filter((panel) => faultOf(asked, entry, panel) === undefined);
}

/** The best of all assignments; nothing when there is none. `rules`: with those on leads and first-year judges, not only employers. */
export function bruteForce(seating: Seating, rules: boolean): Worth | undefined {
  let states = new Map<string, { loads: number[]; cost: number; lots: number }>([
    ['', { loads: Array(seating.judges).fill(0), cost: 0, lots: 0 }],
  ]);
  for (let entry = 0; entry < seating.entries; entry += 1) {
    const next: typeof states = new Map();
    const choices = panels(seating, entry, rules);
    const factor = seating.factor?.[entry] ?? 1;
    for (const { loads, cost, lots } of states.values()) {
      for (const panel of choices) {
        const after = [...loads];
        for (const j of panel) after[j] = (after[j] ?? 0) + 1;
        if (panel.some((j) => (after[j] ?? 0) > (seating.most[j] ?? 0))) continue;
        const state = {
          loads: after,
          cost: panel.reduce((sum, j) => sum + weighted(seating.price[entry * seating.judges + j] ?? 0, factor), cost),
          lots: panel.reduce((sum, j) => sum + lotOf(seating.lots, entry, j), lots),
        };
        const known = next.get(after.join());
        if (!known || state.cost < known.cost || (state.cost === known.cost && state.lots < known.lots)) next.set(after.join(), state);
      }
    }
    states = next;
  }
  const worths = [...states.values()].map(({ loads, cost, lots }) => ({
    short: loads.reduce((sum, load, j) => sum + Math.max(0, (seating.least[j] ?? 0) - load), 0),
    cost: cost + loads.reduce((sum, load, j) => sum + loadCost(seating, j, load), 0),
    lots,
  }));
  return worths.sort(better)[0];
}

/** What convex load adds for one judge. */
function loadCost({ least, loadPrice, entries }: Seating, j: number, load: number): number {
  const above = Math.max(0, load - Math.min(least[j] ?? 0, entries));
  return (loadPrice * above * (above + 1)) / 2;
}

export function worthOf(seating: Seating, seats: Int32Array): Worth {
  const loads = new Int32Array(seating.judges);
  let [cost, lots] = [0, 0];
  for (const pair of seats) {
    const e = Math.floor(pair / seating.judges);
    const j = pair % seating.judges;
    loads[j] = (loads[j] ?? 0) + 1;
    cost += weighted(seating.price[pair] ?? 0, seating.factor?.[e] ?? 1);
    lots += lotOf(seating.lots, e, j);
  }
  const short = loads.reduce((sum, load, j) => sum + Math.max(0, (seating.least[j] ?? 0) - load), 0);
  return { short, cost: cost + loads.reduce((sum, load, j) => sum + loadCost(seating, j, load), 0), lots };
}
