import { normalCdf, normalQuantile } from '#core/numeric/normal.ts';
import { random } from '#core/numeric/random.ts';
import type { CategoryVerdict, Fit, FitInput, Uncertainty, WordKey } from './fit.ts';
import { drawerOf, effectOf, type Posterior, spreadOfUnit } from './posterior.ts';
import { countRanks, type RankCounts } from './rank-draws.ts';

export type UncertaintyOptions = {
  /** The programme's seed; each fitted model draws from a stream of its own. */
  readonly seed: string;
  /** 20,000 leave a Monte Carlo error of at most .0035. Each holds two bytes an entry until the end. */
  readonly draws: number;
  /** Seats: the k of P(top k). */
  readonly seats: number;
};

const winnerShare = 0.9;

const round2 = (share: number) => Math.round(share * 100) / 100;

/** By category, the entries of each of its pools, best corrected score first. */
function poolsOf(fit: Fit, input: FitInput): Int32Array[][] {
  const pools = Array.from({ length: 1 + fit.pool.reduce((a, b) => Math.max(a, b), -1) }, (): number[] => []);
  for (const [entry, pool] of fit.pool.entries()) pools[pool]?.push(entry);
  // At the declared rounding: whom a draw falls to must not hang on the last bit of two scores that are the same.
  const score = (entry: number) => Math.round((fit.corrected[entry] ?? Number.NaN) * 1e6);
  const found = fit.categories.map((): Int32Array[] => []);
  for (const entries of pools) {
    const order = Int32Array.from(entries).sort((a, b) => score(b) - score(a) || a - b);
    if (order.length > 0) found[(input.rankings?.of ?? input.category)[order[0] ?? 0] ?? 0]?.push(order);
  }
  return found;
}

type Writable = Omit<Uncertainty, 'draws' | 'categories'>;

/** The smallest set of entries that came first in 90 % of the draws; who ties with its last is in. */
function winnersOf(first: Int32Array, draws: number): Set<number> {
  const order = [...first.keys()].sort((a, b) => (first[b] ?? 0) - (first[a] ?? 0) || a - b);
  const winners = new Set<number>();
  let seen = 0;
  let last = 0;
  for (const entry of order) {
    const count = first[entry] ?? 0;
    if (seen >= winnerShare * draws && count < last) break;
    winners.add(entry);
    seen += count;
    last = count;
  }
  return winners;
}

function write(into: Writable, order: Int32Array, counts: RankCounts, draws: number): void {
  const winners = winnersOf(counts.first, draws);
  for (const [at, entry] of order.entries()) {
    into.pFirst[entry] = round2((counts.first[at] ?? 0) / draws);
    into.pTop[entry] = round2((counts.top[at] ?? 0) / draws);
    const { low, high } = counts.interval(at);
    into.rankLow[entry] = low;
    into.rankHigh[entry] = high;
    into.winnerSet[entry] = winners.has(at) ? 1 : 0;
  }
}

/** The k best by score, all that tie with the last of them, and whoever has P(top k) ≥ .25. */
function writeShortlist(into: Writable, fit: Fit, order: Int32Array, seats: number): void {
  const cut = fit.corrected[order[Math.min(seats, order.length) - 1] ?? -1] ?? Number.NaN;
  for (const entry of order) {
    const isBest = seats > 0 && (fit.corrected[entry] ?? Number.NaN) >= cut;
    into.shortlist[entry] = isBest || (into.pTop[entry] ?? 0) >= 0.25 ? 1 : 0;
  }
}

/** Φ(difference ÷ its standard error) of each entry and the next, by the posterior's own means. */
function aheadOf(posterior: Posterior, order: Int32Array): Float64Array {
  const { size } = posterior.solved.equations;
  let upper = new Float64Array(size);
  let lower = new Float64Array(size);
  const unit = (at: number, into: Float64Array) => {
    const index = posterior.indexOf[order[at] ?? -1] ?? -1;
    return { effect: effectOf(posterior, 'entries', index), own: spreadOfUnit(posterior, 'entries', index, into) };
  };
  let above = unit(0, upper);
  return Float64Array.from({ length: Math.max(0, order.length - 1) }, (_, i) => {
    const below = unit(i + 1, lower);
    const difference = above.effect - below.effect;
    let spread = above.own + below.own;
    for (let c = 0; c < size; c += 1) spread += ((upper[c] ?? 0) - (lower[c] ?? 0)) * ((upper[c] ?? 0) - (lower[c] ?? 0));
    const error = Math.sqrt(posterior.residualVariance * spread);
    [upper, lower] = [lower, upper];
    above = below;
    return round2(error > 0 ? normalCdf(difference / error) : difference > 0 ? 1 : 0.5);
  });
}

function wordOf(pFirst: number): WordKey {
  if (pFirst >= 0.9) return 'clear';
  return pFirst >= 0.6 ? 'likely' : 'too-close';
}

type Pool = { readonly category: number; readonly order: Int32Array };

/** Draws all pools that rest on one model together, so that entries of one draw share their judges. */
function drawPools(
  into: Writable,
  fit: Fit,
  posterior: Posterior,
  stream: string,
  pools: readonly Pool[],
  options: UncertaintyOptions,
): void {
  const all = Int32Array.from(pools.flatMap(({ order }) => [...order]));
  const { draws } = options;
  const normals = (name: string) => {
    const source = random(`${stream}/${name}`);
    return () => normalQuantile(source.uniform());
  };
  const draw = drawerOf(posterior, all, { dense: normals('dense'), outer: normals('outer') });
  const counts = pools.map(({ order }) => countRanks(order.length, draws, options.seats));
  const scores = new Float64Array(all.length);
  const parts: Float64Array[] = [];
  const none = new Float64Array(0);
  for (let from = 0, p = 0; p < pools.length; p += 1) {
    const length = pools[p]?.order.length ?? 0;
    parts.push(scores.subarray(from, from + length));
    from += length;
  }
  for (let d = 0; d < draws; d += 1) {
    draw(scores);
    for (let p = 0; p < parts.length; p += 1) counts[p]?.add(parts[p] ?? none);
  }
  for (const [p, { order }] of pools.entries()) {
    const own = counts[p];
    if (own !== undefined) write(into, order, own, draws);
    writeShortlist(into, fit, order, options.seats);
  }
}

/**
 * How sure the ranks are: draws of all entries' effects from N(û, V) of the model that decided their category, by xoshiro128** from the
 * seed and Wichura's normal quantile, so that anybody draws the same. Words by P(first) of the leader: .90 clear, .60 likely, else too
 * close to call. Reading: Goldstein and Spiegelhalter (1996).
 */
export function uncertainty(fit: Fit, input: FitInput, options: UncertaintyOptions): Uncertainty {
  const into: Writable = {
    pFirst: new Float64Array(input.entries).fill(Number.NaN),
    pTop: new Float64Array(input.entries).fill(Number.NaN),
    rankLow: new Int32Array(input.entries),
    rankHigh: new Int32Array(input.entries),
    winnerSet: new Uint8Array(input.entries),
    shortlist: new Uint8Array(input.entries),
  };
  const pools = poolsOf(fit, input);
  for (const [index, posterior] of fit.posteriors.entries()) {
    const own = pools.flatMap((orders, category) =>
      fit.categories[category]?.posterior === index ? orders.map((order) => ({ category, order })) : [],
    );
    if (own.length === 0) continue;
    drawPools(into, fit, posterior, `${options.seed}/ranks/${index}`, own, options);
  }
  const categories = pools.map((orders, category): CategoryVerdict => {
    const posterior = fit.posteriors[fit.categories[category]?.posterior ?? -1];
    if (posterior === undefined) for (const order of orders) writeShortlist(into, fit, order, options.seats);
    return {
      pools: orders.map((order) => ({
        order,
        ahead: posterior === undefined ? new Float64Array(Math.max(0, order.length - 1)).fill(Number.NaN) : aheadOf(posterior, order),
        word: posterior === undefined ? null : wordOf(into.pFirst[order[0] ?? -1] ?? 0),
      })),
    };
  });
  return { draws: fit.categories.map(({ posterior }) => (posterior === null ? 0 : options.draws)), ...into, categories };
}
