/** Ranks of a fixed number of entries over many draws, counted as they come. */
export type RankCounts = {
  /** Ranks the scores of one draw, highest first. */
  readonly add: (scores: Float64Array) => void;
  /** By entry: in how many draws it came first, and within the first k. */
  readonly first: Int32Array;
  readonly top: Int32Array;
  /** By entry: the lowest rank r such that at least `share` of the draws are at r or better. */
  readonly quantile: (entry: number, share: number) => number;
};

/** Sorts `order` by score, highest first, by merging; from `order` as it stands, so that draws much like the last are quick. */
function mergeSort(order: Int32Array, spare: Int32Array, scores: Float64Array): void {
  const n = order.length;
  const run = 8;
  for (let from = 0; from < n; from += run) {
    for (let i = from + 1; i < Math.min(n, from + run); i += 1) {
      const moving = order[i] ?? 0;
      const score = scores[moving] ?? 0;
      let at = i;
      for (; at > from && (scores[order[at - 1] ?? 0] ?? 0) < score; at -= 1) order[at] = order[at - 1] ?? 0;
      order[at] = moving;
    }
  }
  for (let width = run; width < n; width *= 2) {
    for (let from = 0; from + width < n; from += 2 * width) {
      const middle = from + width;
      const to = Math.min(n, middle + width);
      if ((scores[order[middle - 1] ?? 0] ?? 0) >= (scores[order[middle] ?? 0] ?? 0)) continue;
      spare.set(order.subarray(from, middle), from);
      let left = from;
      let right = middle;
      for (let at = from; left < middle; at += 1) {
        const takeRight = right < to && (scores[order[right] ?? 0] ?? 0) > (scores[spare[left] ?? 0] ?? 0);
        order[at] = takeRight ? (order[right++] ?? 0) : (spare[left++] ?? 0);
      }
    }
  }
}

/** `order`: entries 0…n − 1, likely best first. `draws` is how many will be added, `k` the seats. */
export function countRanks(order: Int32Array, draws: number, k: number): RankCounts {
  const n = order.length;
  const current = order.slice();
  const spare = new Int32Array(n);
  const first = new Int32Array(n);
  const top = new Int32Array(n);
  const ranks = n < 65536 ? new Uint16Array(n * draws) : new Uint32Array(n * draws);
  let added = 0;
  const add = (scores: Float64Array) => {
    mergeSort(current, spare, scores);
    for (let place = 0; place < n; place += 1) {
      const entry = current[place] ?? 0;
      ranks[entry * draws + added] = place;
      if (place < k) top[entry] = (top[entry] ?? 0) + 1;
    }
    const best = current[0] ?? 0;
    first[best] = (first[best] ?? 0) + 1;
    added += 1;
  };
  const counts = new Int32Array(n);
  const quantile = (entry: number, share: number) => {
    counts.fill(0);
    for (let draw = 0; draw < added; draw += 1) {
      const place = ranks[entry * draws + draw] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    let seen = 0;
    for (let place = 0; place < n; place += 1) {
      seen += counts[place] ?? 0;
      if (seen >= share * added) return place + 1;
    }
    return n;
  };
  return { add, first, top, quantile };
}
