/**
 * The network of a seating: each entry sends its seats to judges, each judge to the common sink. An arc to a judge carries one seat.
 * Where limits inside a panel apply, they are nodes between the entry and its judges, one within the other: others than leads (one
 * seat fewer than the panel), first-year judges (their share), one employer (one seat). So all of them are part of the flow, and its
 * optimum is proven with them.
 */

import { Network } from '#core/assignment/network/network.ts';
import { settle } from '#core/assignment/network/simplex.ts';
import type { Candidates } from './candidates.ts';
import { classesOf, freshman, leads } from './judge-classes.ts';
import { lotOf } from './lots.ts';
import { type Seating, weighted } from './seating.ts';

export class SeatNetwork {
  readonly seating: Seating;
  readonly network: Network;
  readonly classOf: Uint8Array;
  /** Pair and arc of every candidate, in the order they were added. */
  readonly pairs: number[] = [];
  readonly arcs: number[] = [];
  /** By entry: the node of its others than leads, and of its first-year judges; −1 without. */
  readonly plainNode: Int32Array;
  readonly freshNode: Int32Array;
  /** Entries whose limits on leads and first-year judges are nodes. */
  readonly classed: Uint8Array;
  private readonly firstJudge: number;
  private readonly employers: number;
  private readonly groupNode = new Map<number, number>();
  private readonly groupArc = new Map<number, number>();
  /** Arc of a group's only candidate. */
  private readonly direct = new Map<number, number>();

  constructor(seating: Seating, candidates: Candidates, classed: Uint8Array) {
    const { entries, judges, need, employer } = seating;
    this.seating = seating;
    this.classed = classed;
    this.classOf = classesOf(seating);
    this.firstJudge = entries;
    this.employers = employer === null ? 0 : 1 + employer.reduce((a, b) => Math.max(a, b), -1);
    this.network = new Network(entries + judges + 2, candidates.judge.length + 4 * entries + 3 * judges);
    this.plainNode = new Int32Array(entries).fill(-1);
    this.freshNode = new Int32Array(entries).fill(-1);
    let seats = 0;
    for (let e = 0; e < entries; e += 1) {
      this.network.addNode(need[e] as number);
      seats += need[e] as number;
    }
    for (let j = 0; j < judges; j += 1) this.network.addNode(0);
    const sink = this.network.addNode(-seats);
    for (let e = 0; e < entries; e += 1) this.seatEntry(e, candidates);
    const load = this.guess(candidates);
    this.network.start(this.addLoads(sink, load));
  }

  /** Which employer's group of an entry a judge falls into; −1 for none. Where classes are nodes, an employer has a group in each. */
  groupOf(e: number, j: number): number {
    const employer = this.seating.employer === null ? -1 : (this.seating.employer[j] as number);
    if (employer < 0) return -1;
    return employer * 3 + (this.classed[e] === 1 ? (this.classOf[j] as number) : 0);
  }

  get groups(): number {
    return this.employers * 3;
  }

  /** The node that judges of a class hang from in an entry. */
  baseOf(e: number, j: number): number {
    if (this.classed[e] === 0 || this.classOf[j] === leads) return e;
    const [fresh, others] = [this.freshNode[e] as number, this.plainNode[e] as number];
    if (this.classOf[j] === freshman && fresh >= 0) return fresh;
    return others >= 0 ? others : e;
  }

  /** The least potential of the nodes that judges of an entry hang from, employers' groups apart. */
  leastBase(e: number): number {
    const { potential } = this.network;
    const [others, fresh] = [this.plainNode[e] as number, this.freshNode[e] as number];
    let least = potential[e] as number;
    if (others >= 0) least = Math.min(least, potential[others] as number);
    if (fresh >= 0) least = Math.min(least, potential[fresh] as number);
    return least;
  }

  nodeOfGroup(e: number, group: number): number | undefined {
    return group < 0 ? undefined : this.groupNode.get(e * this.groups + group);
  }

  judgeNode(j: number): number {
    return this.firstJudge + j;
  }

  /** Adds pairs to the solved network, its tree left standing. A second judge of an employer puts the group's node into the first one's arc. */
  extend(pairs: readonly number[]): void {
    const { judges } = this.seating;
    for (const pair of pairs) {
      const e = Math.floor(pair / judges);
      const j = pair - e * judges;
      const key = e * this.groups + this.groupOf(e, j);
      const only = this.direct.get(key);
      if (this.groupOf(e, j) >= 0 && only !== undefined && !this.groupNode.has(key)) {
        const node = this.network.split(only);
        settle(this.network, node, 0, 0);
        this.groupNode.set(key, node);
      }
      this.addPair(e, j);
    }
  }

  priceOf(e: number, j: number): number {
    const { price, judges, factor } = this.seating;
    return weighted(price[e * judges + j] as number, factor === null ? 1 : (factor[e] as number));
  }

  /** Costs of all pairs anew, after prices or factors were changed in place. */
  recost(): void {
    const { judges } = this.seating;
    for (const [at, pair] of this.pairs.entries()) {
      const e = Math.floor(pair / judges);
      this.network.cost[this.arcs[at] as number] = this.priceOf(e, pair - e * judges);
    }
  }

  private seatEntry(e: number, { from, judge }: Candidates): void {
    const { network, seating } = this;
    if (this.classed[e] === 1) {
      let above = e;
      if (seating.lead !== null) {
        above = network.addNode(0);
        this.plainNode[e] = above;
        network.addArc(e, above, seating.plainMost[e] as number, 0, 0);
      }
      if (seating.firstYear !== null) {
        const fresh = network.addNode(0);
        this.freshNode[e] = fresh;
        network.addArc(above, fresh, seating.firstYearMost[e] as number, 0, 0);
      }
    }
    const [start, end] = [from[e] as number, from[e + 1] as number];
    if (seating.employer !== null) {
      const once = new Set<number>();
      for (let at = start; at < end; at += 1) {
        const j = judge[at] as number;
        const group = this.groupOf(e, j);
        const key = e * this.groups + group;
        if (group < 0 || !once.has(group)) once.add(group);
        else if (!this.groupNode.has(key)) {
          const node = network.addNode(0);
          this.groupArc.set(node, network.addArc(this.baseOf(e, j), node, 1, 0, 0));
          this.groupNode.set(key, node);
        }
      }
    }
    for (let at = start; at < end; at += 1) this.addPair(e, judge[at] as number);
  }

  /** A first flow: each entry in turn takes the cheapest of its candidates that has a seat left. Answers the loads. */
  private guess({ from }: Candidates): Int32Array {
    const { network, seating, pairs, arcs } = this;
    const { entries, judges, need, most } = seating;
    const load = new Int32Array(judges);
    for (let e = 0; e < entries; e += 1) {
      if (this.classed[e] === 1) continue;
      const [start, end] = [from[e] as number, from[e + 1] as number];
      for (let seat = need[e] as number; seat > 0; seat -= 1) {
        let best = -1;
        for (let at = start; at < end; at += 1) {
          const arc = arcs[at] as number;
          const j = (pairs[at] as number) - e * judges;
          if (network.flow[arc] === 1 || (load[j] as number) >= (most[j] as number)) continue;
          if (best >= 0 && (network.cost[arc] as number) >= (network.cost[arcs[best] as number] as number)) continue;
          const way = this.nodeOfGroup(e, this.groupOf(e, j));
          if (way === undefined || network.flow[this.groupArc.get(way) as number] === 0) best = at;
        }
        if (best < 0) break;
        const j = (pairs[best] as number) - e * judges;
        const way = this.groupArc.get(this.nodeOfGroup(e, this.groupOf(e, j)) ?? -1);
        network.saturate(arcs[best] as number);
        if (way !== undefined) network.saturate(way);
        load[j] = (load[j] as number) + 1;
      }
    }
    return load;
  }

  private addPair(e: number, j: number): void {
    const { seating } = this;
    const group = this.groupOf(e, j);
    const node = this.nodeOfGroup(e, group);
    const arc = this.network.addArc(node ?? this.baseOf(e, j), this.judgeNode(j), 1, this.priceOf(e, j), lotOf(seating.lots, e, j));
    if (group >= 0 && node === undefined) this.direct.set(e * this.groups + group, arc);
    this.pairs.push(e * seating.judges + j);
    this.arcs.push(arc);
  }

  /**
   * Judge to sink. Seats up to the least earn more than any detour can cost, so that no more are missing than must be; each further
   * seat costs what convex load asks, in arcs side by side that fill in their order of price. Answers the largest price there is.
   */
  private addLoads(sink: number, load: Int32Array): number {
    const { judges, entries, least, most, need, loadPrice, above, dearest } = this.seating;
    const { network } = this;
    // No judge can sit on more entries than there are.
    const roomOf = (j: number) => Math.min(most[j] as number, entries) - Math.min(least[j] as number, entries);
    let units = 0;
    for (let j = 0; j < judges; j += 1) units = Math.max(units, roomOf(j) + (above?.[j] ?? 0));
    const reward = (dearest + loadPrice * units + 1) * (network.nodes + 1);
    const seated = need.some((count) => count > 0);
    for (let j = 0; j < judges && seated; j += 1) {
      const floor = Math.min(least[j] as number, entries);
      let left = load[j] as number;
      const lay = (capacity: number, cost: number) => {
        const arc = network.addArc(this.judgeNode(j), sink, capacity, cost, 0);
        if (left >= capacity) network.saturate(arc);
        left -= capacity;
      };
      if (floor > 0) lay(floor, -reward);
      if (loadPrice === 0) lay(roomOf(j), 0);
      else for (let t = 1; t <= roomOf(j); t += 1) lay(1, loadPrice * (t + (above?.[j] ?? 0)));
    }
    return reward;
  }
}
