/**
 * A network for minimum-cost flow, and the spanning tree the simplex method walks over it. Everything lies in typed arrays that grow,
 * so that arcs can be added after a solution and the walk taken up again. Costs have two parts compared in order: the cost itself (a
 * whole number) and a lot, which only decides between flows of exactly equal cost.
 */

/** Where a non-basic arc stands; arcs of the tree, and retired ones, stand at neither end. */
export const atLower = 1;
export const atUpper = -1;
export const inTree = 0;

/** Direction of a node's tree arc. */
export const toParent = 1;
export const fromParent = -1;

/** No flow of ours comes near: seats are counted in thousands. */
const endless = 1_000_000_000;

type Numbers = Int32Array | Float64Array | Int8Array;

function grown<T extends Numbers>(array: T, size: number): T {
  const larger = new (array.constructor as new (length: number) => T)(size);
  larger.set(array);
  return larger;
}

export class Network {
  nodes = 0;
  arcs = 0;
  /** Root of the tree; −1 until `start`. */
  root = -1;

  source: Int32Array;
  target: Int32Array;
  capacity: Int32Array;
  flow: Int32Array;
  cost: Float64Array;
  lot: Int32Array;
  state: Int8Array;

  supply: Int32Array;
  parent: Int32Array;
  treeArc: Int32Array;
  direction: Int8Array;
  depth: Int32Array;
  firstChild: Int32Array;
  nextSibling: Int32Array;
  previousSibling: Int32Array;
  potential: Float64Array;
  lotPotential: Float64Array;

  /** Where the search for an entering arc goes on, and pivots done so far. */
  cursor = 0;
  pivots = 0;

  constructor(nodes: number, arcs: number) {
    this.source = new Int32Array(arcs);
    this.target = new Int32Array(arcs);
    this.capacity = new Int32Array(arcs);
    this.flow = new Int32Array(arcs);
    this.cost = new Float64Array(arcs);
    this.lot = new Int32Array(arcs);
    this.state = new Int8Array(arcs);
    this.supply = new Int32Array(nodes);
    this.parent = new Int32Array(nodes);
    this.treeArc = new Int32Array(nodes);
    this.direction = new Int8Array(nodes);
    this.depth = new Int32Array(nodes);
    this.firstChild = new Int32Array(nodes);
    this.nextSibling = new Int32Array(nodes);
    this.previousSibling = new Int32Array(nodes);
    this.potential = new Float64Array(nodes);
    this.lotPotential = new Float64Array(nodes);
  }

  /** A node and what it gives (positive) or takes (negative). After `start` only `split` adds nodes. */
  addNode(supply: number): number {
    const node = this.nodes;
    if (node >= this.supply.length) this.growNodes(2 * node + 16);
    this.supply[node] = supply;
    this.nodes = node + 1;
    return node;
  }

  addArc(source: number, target: number, capacity: number, cost: number, lot: number): number {
    const arc = this.arcs;
    if (arc >= this.source.length) this.growArcs(Math.ceil(1.5 * arc) + 16);
    this.source[arc] = source;
    this.target[arc] = target;
    this.capacity[arc] = capacity;
    this.cost[arc] = cost;
    this.lot[arc] = lot;
    this.state[arc] = atLower;
    this.arcs = arc + 1;
    return arc;
  }

  /** Fills an arc before `start`: a good guess spares the method most of its way, a bad one costs nothing but a detour. */
  saturate(arc: number): void {
    this.flow[arc] = this.capacity[arc] as number;
    this.state[arc] = atUpper;
  }

  /**
   * Hangs every node from a root by an artificial arc that carries what its filled arcs leave of its supply, at a cost no real path can
   * reach: (`largest` price of an arc, of those to come as well, + 1) × nodes. All potentials then stay below twice that and are exact as doubles.
   */
  start(largest: number): void {
    const { nodes, arcs } = this;
    const left = this.supply.slice(0, nodes);
    for (let arc = 0; arc < arcs; arc += 1) {
      const [from, to] = [this.source[arc] as number, this.target[arc] as number];
      left[from] = (left[from] as number) - (this.flow[arc] as number);
      left[to] = (left[to] as number) + (this.flow[arc] as number);
    }
    const penalty = (largest + 1) * (nodes + 1);
    if (penalty * 2 >= Number.MAX_SAFE_INTEGER) throw new RangeError('costs too large for exact potentials');
    const root = this.addNode(0);
    this.root = root;
    this.firstChild.fill(-1);
    this.nextSibling.fill(-1);
    this.previousSibling.fill(-1);
    this.parent[root] = -1;
    this.treeArc[root] = -1;
    for (let node = 0; node < nodes; node += 1) {
      const supply = left[node] as number;
      const up = supply >= 0;
      const arc = up ? this.addArc(node, root, endless, penalty, 0) : this.addArc(root, node, endless, penalty, 0);
      this.flow[arc] = Math.abs(supply);
      this.state[arc] = inTree;
      this.treeArc[node] = arc;
      this.direction[node] = up ? toParent : fromParent;
      this.depth[node] = 1;
      this.potential[node] = up ? -penalty : penalty;
      this.hang(node, root);
    }
  }

  /** Makes `node` the first child of `parent`. */
  hang(node: number, parent: number): void {
    const { firstChild, nextSibling, previousSibling } = this;
    const next = firstChild[parent] as number;
    this.parent[node] = parent;
    nextSibling[node] = next;
    previousSibling[node] = -1;
    if (next >= 0) previousSibling[next] = node;
    firstChild[parent] = node;
  }

  /** Takes `node` with all below it from its parent. */
  cut(node: number): void {
    const { firstChild, nextSibling, previousSibling } = this;
    const next = nextSibling[node] as number;
    const previous = previousSibling[node] as number;
    if (next >= 0) previousSibling[next] = previous;
    if (previous >= 0) nextSibling[previous] = next;
    else firstChild[this.parent[node] as number] = next;
  }

  /**
   * Puts a node into an arc, close to its source, so that further arcs can share its capacity: source → node → target. Flow and tree go
   * on as they were. Answers the node; depths below it are the caller's to settle.
   */
  split(arc: number): number {
    const [from, to] = [this.source[arc] as number, this.target[arc] as number];
    const node = this.addNode(0);
    const link = this.addArc(from, node, this.capacity[arc] as number, 0, 0);
    this.firstChild[node] = -1;
    this.flow[link] = this.flow[arc] as number;
    this.source[arc] = node;
    this.potential[node] = this.potential[from] as number;
    this.lotPotential[node] = this.lotPotential[from] as number;
    const basic = this.state[arc] === inTree;
    const full = this.state[arc] === atUpper;
    if (full || (basic && this.treeArc[to] === arc)) {
      // Below the source: its arc carries flow, so the tree stays strongly feasible.
      if (basic) this.cut(to);
      this.attach(node, from, link, fromParent);
      if (basic) this.attach(to, node, arc, fromParent);
    } else {
      if (basic) this.cut(from);
      else {
        this.potential[node] = (this.potential[to] as number) - (this.cost[arc] as number);
        this.lotPotential[node] = (this.lotPotential[to] as number) - (this.lot[arc] as number);
      }
      this.attach(node, to, arc, toParent);
      if (basic) this.attach(from, node, link, toParent);
    }
    return node;
  }

  private attach(node: number, parent: number, arc: number, direction: number): void {
    this.hang(node, parent);
    this.treeArc[node] = arc;
    this.direction[node] = direction;
    this.state[arc] = inTree;
  }

  private growNodes(size: number): void {
    this.supply = grown(this.supply, size);
    this.parent = grown(this.parent, size);
    this.treeArc = grown(this.treeArc, size);
    this.direction = grown(this.direction, size);
    this.depth = grown(this.depth, size);
    this.firstChild = grown(this.firstChild, size);
    this.nextSibling = grown(this.nextSibling, size);
    this.previousSibling = grown(this.previousSibling, size);
    this.potential = grown(this.potential, size);
    this.lotPotential = grown(this.lotPotential, size);
  }

  private growArcs(size: number): void {
    this.source = grown(this.source, size);
    this.target = grown(this.target, size);
    this.capacity = grown(this.capacity, size);
    this.flow = grown(this.flow, size);
    this.cost = grown(this.cost, size);
    this.lot = grown(this.lot, size);
    this.state = grown(this.state, size);
  }
}
