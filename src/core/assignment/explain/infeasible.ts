/**
 * Why a demand cannot be met: a minimal set of entries, judges' limits, forbidden pairs and rules that is impossible by itself, and
 * possible as soon as any one of them is given up (an irreducible infeasible subsystem; Chinneck, Feasibility and Infeasibility in
 * Optimization, 2008). It is cut out of the flow first: the entries that reach an unfilled seat, and the judges they fill. Then members
 * are dropped, many at a time and then one by one, wherever the rest stays impossible.
 */
import { type Flow, solveFlow } from '#core/assignment/flow/flow.ts';
import { forbidden, type Reason, reasonOf, type Seating } from '#core/assignment/flow/seating.ts';
import { panelsOf } from '#core/assignment/rules/panel-faults.ts';

export type Member =
  /** An entry asks for its seats. */
  | { readonly kind: 'entry'; readonly entry: number }
  /** The most seats a judge takes. */
  | { readonly kind: 'load'; readonly judge: number }
  | { readonly kind: 'pair'; readonly entry: number; readonly judge: number; readonly reason: Reason }
  | { readonly kind: 'rule'; readonly rule: 'employer' | 'lead' | 'first-year' };

export type Infeasible = {
  readonly members: readonly Member[];
  /** False where the set was too large to try every member: it is impossible by itself, but something in it may be spare. */
  readonly minimal: boolean;
};

/** Pairs priced in all trials together; about a minute. */
const patience = 400_000_000;

type Limits = {
  readonly entries: readonly number[];
  readonly loads: ReadonlySet<number>;
  readonly pairs: ReadonlySet<number>;
  readonly rules: ReadonlySet<string>;
};

function limitsOf(seating: Seating, members: readonly Member[]): Limits {
  const entries: number[] = [];
  const [loads, pairs, rules] = [new Set<number>(), new Set<number>(), new Set<string>()];
  for (const member of members) {
    if (member.kind === 'entry') entries.push(member.entry);
    else if (member.kind === 'load') loads.add(member.judge);
    else if (member.kind === 'pair') pairs.add(member.entry * seating.judges + member.judge);
    else rules.add(member.rule);
  }
  return { entries, loads, pairs, rules };
}

/**
 * With no forbidden pair and no rule, and as many seats for every entry: possible exactly when the limits add up (Gale and Ryser 1957).
 * Undefined where that does not say it.
 */
function addsUp({ need, most, judges }: Seating, { entries, loads, pairs, rules }: Limits): boolean | undefined {
  const seats = need[entries[0] ?? 0] as number;
  if (pairs.size > 0 || rules.size > 0 || entries.some((e) => need[e] !== seats)) return undefined;
  const left = seats - (judges - loads.size);
  if (left <= 0) return true;
  let offered = 0;
  for (const j of loads) offered += Math.min(most[j] as number, entries.length);
  return left <= loads.size && offered >= left * entries.length;
}

/** Whether these members alone can all be met: other entries ask for nothing, other limits, pairs and rules do not hold. */
function isPossible(seating: Seating, members: readonly Member[]): boolean {
  const limits = limitsOf(seating, members);
  const { entries, loads, pairs, rules } = limits;
  if (entries.length === 0) return true;
  const quick = addsUp(seating, limits);
  if (quick !== undefined) return quick;
  const { judges } = seating;
  const take = (numbers: Int32Array) => Int32Array.from(entries, (e) => numbers[e] as number);
  const price = new Uint16Array(entries.length * judges);
  for (const [row, e] of entries.entries()) {
    for (let j = 0; j < judges; j += 1) {
      // What allowed pairs cost does not matter here; different prices keep the lists of candidates short.
      const pair = e * judges + j;
      price[row * judges + j] = pairs.has(pair) ? (seating.price[pair] as number) : (pair * 7919) % 997;
    }
  }
  const alone: Seating = {
    ...seating,
    entries: entries.length,
    need: take(seating.need),
    price,
    least: new Int32Array(judges),
    most: seating.most.map((most, j) => (loads.has(j) ? most : entries.length)),
    employer: rules.has('employer') ? seating.employer : null,
    lead: rules.has('lead') ? seating.lead : null,
    plainMost: take(seating.plainMost),
    firstYear: rules.has('first-year') ? seating.firstYear : null,
    firstYearMost: take(seating.firstYearMost),
    loadPrice: 0,
    above: null,
    factor: null,
    lots: { entry: new Int32Array(2 * entries.length), judge: new Int32Array(2 * judges) },
  };
  return solveFlow(alone, new Uint8Array(entries.length).fill(1)).missingSeats === 0;
}

/** Entries from which exchanges lead to an unfilled seat, and the full judges on the way. */
function reached(seating: Seating, { seats, missing }: Flow): { entries: number[]; judges: Set<number> } {
  const { entries, judges, price, most } = seating;
  const panels = panelsOf(entries, judges, seats);
  const seatedBy: number[][] = Array.from({ length: judges }, () => []);
  for (const [e, panel] of panels.entries()) for (const j of panel) seatedBy[j]?.push(e);
  const found = [...missing.keys()].filter((e) => (missing[e] as number) > 0);
  const known = new Set(found);
  const full = new Set<number>();
  for (const e of found) {
    for (let j = 0; j < judges; j += 1) {
      if ((price[e * judges + j] as number) >= forbidden || panels[e]?.includes(j) || full.has(j)) continue;
      const sitting = seatedBy[j] ?? [];
      if (sitting.length < (most[j] as number)) continue;
      full.add(j);
      for (const other of sitting) {
        if (known.has(other)) continue;
        known.add(other);
        found.push(other);
      }
    }
  }
  return { entries: found.sort((a, b) => a - b), judges: full };
}

/** All members that touch these entries: limits of `full` judges, or of all. */
function membersOf(seating: Seating, entries: readonly number[], full: ReadonlySet<number>): Member[] {
  const { judges, price, employer, lead, firstYear } = seating;
  const members: Member[] = [];
  if (firstYear !== null) members.push({ kind: 'rule', rule: 'first-year' });
  if (lead !== null) members.push({ kind: 'rule', rule: 'lead' });
  if (employer !== null) members.push({ kind: 'rule', rule: 'employer' });
  for (const entry of entries) {
    for (let judge = 0; judge < judges; judge += 1) {
      const reason = reasonOf(price[entry * judges + judge] as number);
      if (reason !== undefined) members.push({ kind: 'pair', entry, judge, reason });
    }
  }
  for (const judge of full) members.push({ kind: 'load', judge });
  for (const entry of entries) members.push({ kind: 'entry', entry });
  return members;
}

/** Drops what the rest is impossible without: in pieces of half the set, then of a quarter, down to single members. */
function reduce(seating: Seating, start: readonly Member[]): Infeasible {
  let members = start;
  let work = 0;
  const spare = (rest: readonly Member[]) => {
    const { entries, pairs, rules } = limitsOf(seating, rest);
    work += pairs.size + rules.size > 0 ? entries.length * seating.judges : members.length;
    return !isPossible(seating, rest);
  };
  const withoutPairs = members.filter(({ kind }) => kind !== 'pair');
  if (spare(withoutPairs)) members = withoutPairs;
  // Entries before limits: a reader would rather hear of few entries than of few judges.
  for (const kind of ['rule', 'entry', 'pair', 'load'] as const) {
    const count = members.filter((member) => member.kind === kind).length;
    for (let piece = count; piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
      const own = members.filter((member) => member.kind === kind);
      for (let at = 0; at < own.length; at += piece) {
        if (work > patience) return { members, minimal: false };
        const dropped = new Set(own.slice(at, at + piece));
        const rest = members.filter((member) => !dropped.has(member));
        if (spare(rest)) members = rest;
      }
    }
  }
  return { members, minimal: true };
}

/** A minimal impossible set: no member of it can be left out, though another may have fewer, behind a flow that could not fill all seats. */
export function explainInfeasible(seating: Seating, flow: Flow): Infeasible {
  const { entries, judges } = reached(seating, flow);
  const every = new Set(Array.from({ length: seating.judges }, (_, j) => j));
  const all = Array.from({ length: seating.entries }, (_, e) => e).filter((e) => (seating.need[e] as number) > 0);
  const wider = [membersOf(seating, entries, judges), membersOf(seating, entries, every)];
  const start = wider.find((members) => !isPossible(seating, members)) ?? membersOf(seating, all, every);
  return reduce(seating, start);
}
