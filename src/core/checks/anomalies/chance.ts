import type { Random } from '../../numeric/random.ts';
import type { Placebo } from '../flag.ts';

/** Share of false flags among all flags, or of false alarms, that the checks allow. */
export const allowed = 0.05;

/** How often the data are shuffled: 199 times, fewer where a shuffle costs much, 19 at least. What it came to is said with each rate. */
export function shufflesFor(cost: number): number {
  return Math.max(19, Math.min(199, Math.floor(30_000_000 / Math.max(1, cost))));
}

/** Fisher–Yates over the items given, in place: each order equally likely. */
export function shuffle<T extends { [index: number]: number; readonly length: number }>(items: T, { below }: Random): T {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    const kept = items[i] ?? 0;
    items[i] = items[j] ?? 0;
    items[j] = kept;
  }
  return items;
}

/**
 * Which of these p-values are discoveries when 5 % of all discoveries may be false: the k smallest, for the largest k with
 * p(k) ≤ 0.05·k/n. Benjamini and Hochberg 1995.
 */
function discoveries(p: readonly number[]): readonly boolean[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[a] ?? 1) - (p[b] ?? 1));
  let last = -1;
  order.forEach((item, k) => {
    if ((p[item] ?? 1) <= (allowed * (k + 1)) / p.length) last = k;
  });
  const found = new Set(order.slice(0, last + 1));
  return p.map((_, i) => found.has(i));
}

/** How many of the sorted values are this or more. */
function countFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}

type Against = { readonly p: readonly number[]; readonly flagged: readonly boolean[]; readonly placebo: Placebo };

/**
 * Judges statistics (large is suspicious) against what the same statistics came to when the data were shuffled: p is the share among
 * all shuffled values, pooled, with itself counted; `decide` says which p are flagged. The placebo rate is the number of flags that each shuffle would have
 * raised by the same decision, on average.
 */
export function againstChance(
  statistics: readonly number[],
  shuffled: readonly (readonly number[])[],
  decide: (p: readonly number[]) => readonly boolean[] = discoveries,
): Against {
  const pool = Float64Array.from(shuffled.flat()).sort();
  const p = statistics.map((value) => (1 + countFrom(pool, value)) / (1 + pool.length));
  let flags = 0;
  for (const run of shuffled) flags += decide(run.map((value) => countFrom(pool, value) / pool.length)).filter(Boolean).length;
  return { p, flagged: decide(p), placebo: { rate: flags / Math.max(1, shuffled.length), runs: shuffled.length } };
}

/** Flags each p of 5 % or less on its own: about one in twenty is flagged by chance. */
export const oneInTwenty = (p: readonly number[]): readonly boolean[] => p.map((each) => each <= allowed);
