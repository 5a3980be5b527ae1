import type { Numbered } from '#core/assignment/demand.ts';
import { type Bridged, enough } from '#core/assignment/design/bridging.ts';
import { dearestPrice } from '#core/assignment/flow/seating.ts';
import type { Plan } from '#core/assignment/plan.ts';
import { costOf, shortfallOf } from '#core/assignment/rules/rules.ts';
import { shareOf } from '#core/assignment/rules/served.ts';
import { commitToSeed } from '#core/assignment/seed-commitment.ts';
import { wordsFor } from '#words/index.ts';
import type { KeptSeat } from './read-tables.ts';

const { assign: say } = wordsFor('en');

export type Timing = { readonly read: number; readonly assign: number; readonly check: number };

/** What was asked and found; `seating` is that of the demand with drop-outs out of it, `held` the seats that stood before. */
export type Made = {
  readonly numbered: Numbered;
  readonly plan: Plan;
  readonly bridged: Bridged;
  readonly held: readonly number[];
  readonly released: readonly KeptSeat[];
  /** As given: judges who take no part any more. */
  readonly droppedOut: readonly string[];
  readonly seed: string;
  readonly timing: Timing;
};

function loadsOf({ judges, seating }: Numbered, seats: Int32Array, gone: ReadonlySet<number>) {
  const load = new Int32Array(judges.length);
  for (const pair of seats) load[pair % judges.length] = (load[pair % judges.length] ?? 0) + 1;
  const under = judges.flatMap(({ judge }, j) => {
    const least = Math.min(seating.least[j] ?? 0, seating.entries);
    return (load[j] ?? 0) < least ? [{ judge, load: load[j] ?? 0, least }] : [];
  });
  const taking = load.filter((_, j) => !gone.has(j));
  return {
    least: taking.length === 0 ? 0 : Math.min(...taking),
    most: Math.max(...load),
    mean: Math.round((1000 * seats.length) / Math.max(1, taking.length)) / 1000,
    shortfall: shortfallOf(seating, seats),
    underLeast: under,
    byJudge: Object.fromEntries(judges.map(({ judge }, j) => [judge, load[j] ?? 0])),
  };
}

const share = (cost: number, bound: number) => (bound === 0 ? cost : Math.round((1_000_000 * (cost - bound)) / bound) / 1_000_000);

/**
 * What is proven: no assignment under the rules costs less than `bound`; `optimal` where this one costs just that. `flow` is the
 * assignment before whole panels, the worst-served entry and bridges asked for more.
 */
function proofOf({ numbered, plan, held, bridged }: Made) {
  const objective = costOf(numbered.seating, bridged.seats);
  // Seats that stood before cost what they cost; the bound is on the others.
  const standing = held.length === 0 ? 0 : costOf(numbered.seating, Int32Array.from(held));
  const { proof } = plan.flow;
  const bound = plan.bound === null ? null : plan.bound + standing;
  const flow = plan.baseCost + standing;
  return {
    objective,
    optimal: bound === objective,
    bound,
    gap: bound === null ? null : share(objective, bound),
    flow: { objective: flow, optimal: bound === flow, gap: bound === null ? null : share(flow, bound) },
    pairsPriced: proof.pairs,
    leastReducedCost: Number.isFinite(proof.leastReducedCost) ? proof.leastReducedCost : null,
    rounds: proof.rounds,
    pivots: proof.pivots,
  };
}

/** The summary as a value for JSON. */
export function summaryOf(made: Made) {
  const { numbered, plan, bridged, held, released, droppedOut, seed, timing } = made;
  const { entries, judges, seating, perEntry } = numbered;
  const { seats, bridges, design, ended } = bridged;
  const gone = new Set(droppedOut.map((given) => numbered.judgeNumber.get(given.trim().normalize('NFC')) ?? -1));
  const served = shareOf(seating, seats);
  const name = { entry: (e: number) => entries[e]?.entry ?? '', judge: (j: number) => judges[j]?.judge ?? '' };
  const { objective, ...proof } = proofOf(made);
  return {
    version: 1,
    entries: entries.length,
    judges: judges.length,
    perEntry,
    seats: seats.length,
    cost: seats.reduce((sum, pair) => sum + (seating.price[pair] ?? dearestPrice), 0),
    objective,
    meanAffinity: Math.round(1000 * served.mean) / 1000,
    proof,
    loads: loadsOf(numbered, seats, gone),
    droppedOut: [...gone].map(name.judge),
    withoutSeat: judges.flatMap(({ judge }, j) => (gone.has(j) || (seating.most[j] ?? 0) > 0 ? [] : [judge])),
    worstServed:
      served.worstEntry < 0 ? null : { entry: name.entry(served.worstEntry), meanAffinity: Math.round(1000 * served.worst) / 1000 },
    rules: {
      employerOnce: seating.employer !== null,
      lead: seating.lead !== null,
      firstYearMost: seating.firstYear === null ? null : (seating.firstYearMost[0] ?? null),
    },
    panels: { whole: plan.panels, split: plan.split },
    components: design.components,
    efficiency: design.efficiency === null ? null : Math.round(10_000 * design.efficiency) / 10_000,
    efficiencyBound: Math.round(10_000 * design.best) / 10_000,
    bridges: bridges.map(({ entry, out, in: into }) => ({ entry: name.entry(entry), out: name.judge(out), in: name.judge(into) })),
    bridging: ended,
    employers: numbered.employers,
    categoriesWithoutEntries: numbered.categoriesWithoutEntries,
    kept: held.length,
    released: released.map(({ pair, row }) => ({
      entry: name.entry(Math.floor(pair / judges.length)),
      judge: name.judge(pair % judges.length),
      row,
    })),
    seed,
    seedCommitment: commitToSeed(seed),
    cpuMs: { ...timing, total: timing.read + timing.assign + timing.check },
    peakMb: Math.round(process.resourceUsage().maxRSS / 102.4) / 10,
  };
}

/** Whether entries can be compared, how well, and why it was left at that. */
function designWords({ components, efficiency, efficiencyBound, bridges, bridging, panels }: ReturnType<typeof summaryOf>): string[] {
  const wanting = components > 1 || (efficiency !== null && efficiency < enough);
  return [
    ...(components > 1 ? [say.summary.apart(components)] : []),
    ...(components === 1 && wanting ? [say.summary.efficiency(efficiency, efficiencyBound, enough)] : []),
    ...(bridges.length > 0 ? [say.summary.bridged(bridges.length)] : []),
    ...(wanting && bridging !== 'sound' ? [say.summary.bridging(bridging, bridges.length > 0, panels.whole.length > 0)] : []),
  ];
}

/** What a person should know of an assignment before using it: whole sentences, the plain facts first. */
export function wordsOf(summary: ReturnType<typeof summaryOf>): readonly string[] {
  const { loads, panels, proof, worstServed, droppedOut, withoutSeat, employers, categoriesWithoutEntries } = summary;
  const named = new Set([...droppedOut, ...withoutSeat, ...loads.underLeast.map(({ judge }) => judge)]);
  const idle = Object.entries(loads.byJudge).flatMap(([judge, load]) => (load === 0 && !named.has(judge) ? [judge] : []));
  return [
    say.summary.seats(summary.seats, summary.perEntry, loads.least, loads.most),
    ...(droppedOut.length > 0 ? [say.summary.droppedOut(droppedOut)] : []),
    ...(withoutSeat.length > 0 ? [say.summary.withoutSeat(withoutSeat)] : []),
    ...(idle.length > 0 ? [say.summary.idle(idle)] : []),
    ...(loads.underLeast.length > 0 ? [say.summary.underLeast(loads.underLeast.map(({ judge }) => judge))] : []),
    ...(panels.whole.length + panels.split.length > 0 ? [say.summary.panels(panels.whole, panels.split)] : []),
    say.summary.cost({ ...proof, cost: summary.objective, panels: panels.whole.length > 0 }),
    ...(worstServed ? [say.summary.worst(worstServed.entry, worstServed.meanAffinity, summary.meanAffinity)] : []),
    ...designWords(summary),
    ...employers.one.map((spellings) => say.summary.oneEmployer(spellings)),
    ...(employers.alike.length > 0 ? [say.summary.alikeEmployers(employers.alike)] : []),
    ...(categoriesWithoutEntries.length > 0 ? [say.summary.categoriesWithoutEntries(categoriesWithoutEntries)] : []),
  ];
}
