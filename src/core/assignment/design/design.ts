/**
 * What a panel design can tell later: whether the scores of two entries can be compared at all (components), and how well. The severity
 * of judges is estimated from the same marks; efficiency says how much of the information is left for entries. With N the incidence
 * of entries and judges, the judges' information is B = D_j − N′ D_e⁻¹ N, and for entries of k seats each
 * var(i − l) / σ² = 2/k + (n_i − n_l)′ B⁺ (n_i − n_l), n_i = row i of D_e⁻¹ N. Efficiency = (2/k) / the mean of that over all pairs
 * (John and Williams, Cyclic and Computer Generated Designs, 1995).
 */
export type Design = {
  /** Groups of entries and judges that share nobody; 1 when every two entries are linked. Judges without a seat are left out. */
  readonly components: number;
  /** By entry, which of them; numbered by their first entry. */
  readonly componentOf: Int32Array;
  /** 1 when judges cost no information, 0 when there is no link. Null where it was not computed: too many judges. */
  readonly efficiency: number | null;
  /** The most any design of as many entries, judges and seats can have. */
  readonly best: number;
};

/** B is inverted in judges³ steps: 2,000 judges are about ten seconds. */
const mostJudges = 2_000;

function root(link: Int32Array, node: number): number {
  let at = node;
  while (link[at] !== at) {
    link[at] = link[link[at] as number] as number;
    at = link[at] as number;
  }
  return at;
}

function componentsOf(entries: number, judges: number, seats: Int32Array): { count: number; of: Int32Array } {
  const link = Int32Array.from({ length: entries + judges }, (_, i) => i);
  for (const pair of seats) {
    const e = Math.floor(pair / judges);
    link[root(link, entries + pair - e * judges)] = root(link, e);
  }
  const number = new Map<number, number>();
  const of = new Int32Array(entries);
  for (let e = 0; e < entries; e += 1) {
    const top = root(link, e);
    if (!number.has(top)) number.set(top, number.size);
    of[e] = number.get(top) as number;
  }
  return { count: number.size, of };
}

/** Lower triangle L of A = L L′, in place; rows of A are `size` apart. */
function cholesky(a: Float64Array, size: number): void {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i * size + j] as number;
      for (let x = 0; x < j; x += 1) sum -= (a[i * size + x] as number) * (a[j * size + x] as number);
      a[i * size + j] = i === j ? Math.sqrt(sum) : sum / (a[j * size + j] as number);
    }
  }
}

/** Diagonal of (L L′)⁻¹: the squared columns of L⁻¹, one column at a time. */
function inverseDiagonal(l: Float64Array, size: number): Float64Array {
  const diagonal = new Float64Array(size);
  const column = new Float64Array(size);
  for (let c = 0; c < size; c += 1) {
    let squares = 0;
    for (let i = c; i < size; i += 1) {
      let sum = i === c ? 1 : 0;
      for (let x = c; x < i; x += 1) sum -= (l[i * size + x] as number) * (column[x] as number);
      const value = sum / (l[i * size + i] as number);
      column[i] = value;
      squares += value * value;
    }
    diagonal[c] = squares;
  }
  return diagonal;
}

/** x with L L′ x = b. */
function solve(l: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < size; i += 1) {
    let sum = x[i] as number;
    for (let c = 0; c < i; c += 1) sum -= (l[i * size + c] as number) * (x[c] as number);
    x[i] = sum / (l[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = x[i] as number;
    for (let c = i + 1; c < size; c += 1) sum -= (l[c * size + i] as number) * (x[c] as number);
    x[i] = sum / (l[i * size + i] as number);
  }
  return x;
}

/**
 * The mean of the quadratic form over all pairs of entries is 2/(n − 1) · (Σ q_i − n q̄), q_i = n_i′ B⁺ n_i, q̄ that of the mean row. As
 * every entry has k seats, Σ q_i = trace(B⁺ N′ D_e⁻² N) = trace(B⁺ (D_j − B)) / k, which needs the diagonal of B⁺ alone.
 * B⁺ is (B + 11′/m)⁻¹ − 11′/m where everything is linked.
 */
function efficiencyOf(entries: number, k: number, panels: readonly (readonly number[])[], load: Int32Array): number {
  const judges = load.length;
  const b = new Float64Array(judges * judges).fill(1 / judges);
  for (let j = 0; j < judges; j += 1) b[j * judges + j] = (b[j * judges + j] as number) + (load[j] as number);
  for (const panel of panels) {
    for (const i of panel) for (const j of panel) b[i * judges + j] = (b[i * judges + j] as number) - 1 / k;
  }
  cholesky(b, judges);
  const diagonal = inverseDiagonal(b, judges);
  let trace = 0;
  for (let j = 0; j < judges; j += 1) trace += ((diagonal[j] as number) - 1 / judges) * (load[j] as number);
  const rows = (trace - (judges - 1)) / k;
  const mean = Float64Array.from(load, (seats) => seats / (entries * k));
  const solved = solve(b, judges, mean);
  let middle = 0;
  let sum = 0;
  for (let j = 0; j < judges; j += 1) {
    middle += (mean[j] as number) * (solved[j] as number);
    sum += mean[j] as number;
  }
  const spread = (2 / (entries - 1)) * (rows - entries * (middle - (sum * sum) / judges));
  return 2 / k / (2 / k + spread);
}

/** Components and efficiency of seats given as pairs `entry * judges + judge`; every entry has `k` of them. */
export function checkDesign(entries: number, judges: number, k: number, seats: Int32Array): Design {
  const { count, of } = componentsOf(entries, judges, seats);
  const seat = new Int32Array(judges).fill(-1);
  let seated = 0;
  const panels: number[][] = Array.from({ length: entries }, () => []);
  const load: number[] = [];
  for (const pair of seats) {
    const e = Math.floor(pair / judges);
    const j = pair - e * judges;
    if (seat[j] === -1) {
      seat[j] = seated;
      seated += 1;
    }
    const at = seat[j] as number;
    load[at] = (load[at] ?? 0) + 1;
    panels[e]?.push(at);
  }
  const perJudge = seated === 0 ? 0 : (entries * k) / seated;
  // As if every judge had marked all of an equal share: the bound of the theory of block designs.
  const best = entries > 1 && perJudge > 1 ? Math.min(1, (entries * (perJudge - 1)) / (perJudge * (entries - 1))) : 0;
  const design = { components: count, componentOf: of, best };
  if (entries < 2 || k === 0) return { ...design, efficiency: null };
  if (count > 1) return { ...design, efficiency: 0 };
  return { ...design, efficiency: seated > mostJudges ? null : efficiencyOf(entries, k, panels, Int32Array.from(load)) };
}
