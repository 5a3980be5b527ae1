/**
 * The primal network simplex method (Dantzig 1951; Ahuja, Magnanti, Orlin: Network Flows, 1993, chapter 11) with Cunningham's strongly
 * feasible trees, which cannot cycle, and block search for the entering arc. Reduced cost of an arc: cost + potential(source) −
 * potential(target). At the end no arc has a negative one at its lower bound nor a positive one at its upper: the flow is optimal.
 */
import { atLower, atUpper, fromParent, inTree, type Network, toParent } from './network.ts';

/** The most negative arc of the first block that holds one, compared by cost and then by lot; −1 when there is none: optimal. */
function enteringArc(network: Network, block: number): number {
  const { arcs, source, target, state, cost, lot, potential, lotPotential } = network;
  let best = -1;
  let least = 0;
  let leastLot = 0;
  let left = block;
  let arc = network.cursor;
  for (let seen = 0; seen < arcs; seen += 1, arc += 1) {
    if (arc >= arcs) arc = 0;
    const side = state[arc] as number;
    if (side !== inTree) {
      const from = source[arc] as number;
      const to = target[arc] as number;
      const reduced = side * ((cost[arc] as number) + (potential[from] as number) - (potential[to] as number));
      if (reduced <= least) {
        const reducedLot = side * ((lot[arc] as number) + (lotPotential[from] as number) - (lotPotential[to] as number));
        if (reduced < least || reducedLot < leastLot) {
          best = arc;
          least = reduced;
          leastLot = reducedLot;
        }
      }
    }
    left -= 1;
    if (left === 0) {
      if (best >= 0) break;
      left = block;
    }
  }
  network.cursor = arc >= arcs ? 0 : arc;
  return best;
}

function joinOf({ parent, depth }: Network, a: number, b: number): number {
  let u = a;
  let v = b;
  while (u !== v) {
    const below = (depth[u] as number) - (depth[v] as number);
    if (below >= 0) u = parent[u] as number;
    if (below <= 0) v = parent[v] as number;
  }
  return u;
}

type Leaving = { delta: number; out: number; side: 'first' | 'second' | 'entering' };

/**
 * What stops the flow around the cycle. Of several arcs the last one met when walking along the cycle from the join is taken: on the
 * first side the nearest to the entering arc with a strict comparison, on the second the nearest to the join with a weak one. That keeps the tree strongly feasible.
 */
function leavingArc(network: Network, first: number, second: number, join: number, entering: number): Leaving {
  const { parent, treeArc, direction, flow, capacity } = network;
  const found: Leaving = { delta: capacity[entering] as number, out: -1, side: 'entering' };
  for (let u = first; u !== join; u = parent[u] as number) {
    const arc = treeArc[u] as number;
    const room = direction[u] === toParent ? (flow[arc] as number) : (capacity[arc] as number) - (flow[arc] as number);
    if (room < found.delta) {
      found.delta = room;
      found.out = u;
      found.side = 'first';
    }
  }
  for (let u = second; u !== join; u = parent[u] as number) {
    const arc = treeArc[u] as number;
    const room = direction[u] === toParent ? (capacity[arc] as number) - (flow[arc] as number) : (flow[arc] as number);
    if (room <= found.delta) {
      found.delta = room;
      found.out = u;
      found.side = 'second';
    }
  }
  return found;
}

function push(network: Network, first: number, second: number, join: number, entering: number, delta: number): void {
  const { parent, treeArc, direction, flow, state } = network;
  flow[entering] = (flow[entering] as number) + (state[entering] as number) * delta;
  for (let u = first; u !== join; u = parent[u] as number) {
    const arc = treeArc[u] as number;
    flow[arc] = (flow[arc] as number) - (direction[u] as number) * delta;
  }
  for (let u = second; u !== join; u = parent[u] as number) {
    const arc = treeArc[u] as number;
    flow[arc] = (flow[arc] as number) + (direction[u] as number) * delta;
  }
}

/** Turns the cut-off part of the tree so that `inner` becomes its top, and hangs it from `outer` by the entering arc. */
function rehang(network: Network, inner: number, outer: number, out: number, entering: number): void {
  const { parent, treeArc, direction, source } = network;
  let node = inner;
  let above = outer;
  let arc = entering;
  let way = source[entering] === inner ? toParent : fromParent;
  for (;;) {
    const nextNode = parent[node] as number;
    const nextArc = treeArc[node] as number;
    const nextWay = -(direction[node] as number);
    network.cut(node);
    network.hang(node, above);
    treeArc[node] = arc;
    direction[node] = way;
    if (node === out) return;
    above = node;
    node = nextNode;
    arc = nextArc;
    way = nextWay;
  }
}

/** Depths anew and potentials moved by one amount, for `top` and all below it. */
export function settle(network: Network, top: number, shift: number, lotShift: number): void {
  const { parent, depth, firstChild, nextSibling, potential, lotPotential } = network;
  let node = top;
  for (;;) {
    depth[node] = (depth[parent[node] as number] as number) + 1;
    potential[node] = (potential[node] as number) + shift;
    lotPotential[node] = (lotPotential[node] as number) + lotShift;
    let next = firstChild[node] as number;
    while (next < 0) {
      if (node === top) return;
      next = nextSibling[node] as number;
      if (next < 0) node = parent[node] as number;
    }
    node = next;
  }
}

function pivot(network: Network, entering: number): void {
  const { source, target, state, flow, treeArc, cost, lot, potential, lotPotential } = network;
  const forward = state[entering] === atLower;
  const first = (forward ? source[entering] : target[entering]) as number;
  const second = (forward ? target[entering] : source[entering]) as number;
  const join = joinOf(network, first, second);
  const { delta, out, side } = leavingArc(network, first, second, join, entering);
  if (delta > 0) push(network, first, second, join, entering, delta);
  network.pivots += 1;
  if (side === 'entering') {
    state[entering] = -(state[entering] as number);
    return;
  }
  const leaving = treeArc[out] as number;
  // An artificial arc ends at the root and never comes back.
  const artificial = source[leaving] === network.root || target[leaving] === network.root;
  state[entering] = inTree;
  if (!artificial) state[leaving] = flow[leaving] === 0 ? atLower : atUpper;
  const inner = side === 'first' ? first : second;
  const outer = side === 'first' ? second : first;
  rehang(network, inner, outer, out, entering);
  const up = source[entering] === inner;
  const [price, draw] = [cost[entering] as number, lot[entering] as number];
  const shift = (potential[outer] as number) - (potential[inner] as number) + (up ? -price : price);
  const lotShift = (lotPotential[outer] as number) - (lotPotential[inner] as number) + (up ? -draw : draw);
  settle(network, inner, shift, lotShift);
}

/** Walks to the optimum from where the tree stands. */
export function optimise(network: Network): void {
  for (;;) {
    const block = Math.max(20, Math.ceil(Math.sqrt(network.arcs) / 2));
    const entering = enteringArc(network, block);
    if (entering < 0) return;
    pivot(network, entering);
  }
}

/** Potentials anew from the tree after costs were changed; the flow stays feasible, so `optimise` goes on from it. */
export function reprice(network: Network): void {
  const { root, parent, treeArc, direction, firstChild, nextSibling, cost, lot, potential, lotPotential } = network;
  let node = root;
  for (;;) {
    if (node !== root) {
      const arc = treeArc[node] as number;
      const above = parent[node] as number;
      const way = direction[node] as number;
      potential[node] = (potential[above] as number) - way * (cost[arc] as number);
      lotPotential[node] = (lotPotential[above] as number) - way * (lot[arc] as number);
    }
    let next = firstChild[node] as number;
    while (next < 0) {
      if (node === root) return;
      next = nextSibling[node] as number;
      if (next < 0) node = parent[node] as number;
    }
    node = next;
  }
}
