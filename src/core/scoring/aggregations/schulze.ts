import type { Standing } from '../standing.ts';
import { duels, mostToCompare, tooMany } from './duels.ts';
import type { MethodInput, Outcome } from './method.ts';
import { amongRanked } from './rankings.ts';

/**
 * Strongest paths by winning votes: a link from a to b is as strong as the number of judges who prefer a, where more do than prefer b,
 * else 0; a path is as strong as its weakest link. Widest paths by Floyd and Warshall, n³ steps.
 */
function strongestPaths(over: Int32Array, n: number): Int32Array {
  const path = over.map((votes, i) => {
    const [a, b] = [Math.floor(i / n), i % n];
    return votes > (over[b * n + a] ?? 0) ? votes : 0;
  });
  for (let via = 0; via < n; via++)
    for (let a = 0; a < n; a++) {
      const first = path[a * n + via] ?? 0;
      if (first === 0 || a === via) continue;
      for (let b = 0; b < n; b++) {
        if (b === a) continue;
        const second = path[via * n + b] ?? 0;
        const width = first < second ? first : second;
        if (width > (path[a * n + b] ?? 0)) path[a * n + b] = width;
      }
    }
  return path;
}

/** By entry: 0 for those nobody left beats, then, without them, the next; entries of one layer are tied. */
function layersOf(beats: (a: number, b: number) => boolean, n: number): number[] {
  const layers = Array.from({ length: n }, () => -1);
  let left = Array.from({ length: n }, (_, i) => i);
  for (let layer = 0; left.length > 0; layer++) {
    const unbeaten = left.filter((a) => !left.some((b) => beats(b, a)));
    for (const a of unbeaten) layers[a] = layer;
    left = left.filter((a) => layers[a] === -1);
  }
  return layers;
}

/**
 * Schulze's method (A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method,
 * Social Choice and Welfare 36, 2011) with winning votes: a stands above b when the strongest path from a to b is stronger than the one
 * back. The unbeaten share the first place, and so on with the rest; no tie is broken. Only judges who marked both entries of a pair
 * speak of it. Orders without scores.
 */
export function schulze(all: MethodInput): Outcome {
  return { unit: 'order', better: null, exact: true, standings: amongRanked(all, orderBySchulze) };
}

function orderBySchulze({ table, panels }: MethodInput): readonly Standing[] {
  const n = panels.length;
  if (n > mostToCompare) return tooMany(panels);
  const { over } = duels(table, panels);
  const path = strongestPaths(over, n);
  const beats = (a: number, b: number) => (path[a * n + b] ?? 0) > (path[b * n + a] ?? 0);
  const layers = layersOf(beats, n);
  return panels.map((_, a): Standing => {
    const others = panels.map((_panel, b) => b).filter((b) => b !== a);
    const facts = { above: others.filter((b) => beats(a, b)).length, below: others.filter((b) => beats(b, a)).length, others: n - 1 };
    return { score: null, layer: layers[a] ?? 0, lines: [{ key: 'schulze', facts }] };
  });
}
