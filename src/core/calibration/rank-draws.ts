/** Ranks of a fixed number of entries over many draws, counted as they come. */
export type RankCounts = {
  /** Ranks the scores of one draw, highest first. */
  readonly add: (scores: Float64Array) => void;
  /** By entry: in how many draws it came first, and within the first k. */
  readonly first: Int32Array;
  readonly top: Int32Array;
  /** The lowest ranks such that at least 5 % and 95 % of the draws are there or better. */
  readonly interval: (entry: number) => { low: number; high: number };
};

/** Sorts by a few bits of the keys at a time, which costs the same for any keys. `order` holds 0…n − 1. */
function radixSort(keys: Uint32Array, order: Int32Array, spare: Int32Array): Int32Array {
  const [bits, digits] = [11, 1 << 11];
  const starts = new Int32Array(digits + 1);
  let [from, to] = [order, spare];
  for (let shift = 0; shift < 32; shift += bits) {
    starts.fill(0);
    for (let i = 0; i < keys.length; i += 1) {
      const at = (((keys[i] ?? 0) >>> shift) & (digits - 1)) + 1;
      starts[at] = (starts[at] ?? 0) + 1;
    }
    for (let at = 0; at < digits; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
    for (let i = 0; i < keys.length; i += 1) {
      const entry = from[i] ?? 0;
      const at = ((keys[entry] ?? 0) >>> shift) & (digits - 1);
      const place = starts[at] ?? 0;
      to[place] = entry;
      starts[at] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Moves allowed, by entry, while a nearly sorted order is put right. */
const mostMoves = 16;

/** Sorts what is nearly in order by single moves; false where it was not nearly so. Equal keys keep their order. */
function settle(keys: Uint32Array, order: Int32Array): boolean {
  let left = mostMoves * order.length;
  for (let i = 1; i < order.length; i += 1) {
    const entry = order[i] ?? 0;
    const key = keys[entry] ?? 0;
    let at = i;
    while (at > 0 && (keys[order[at - 1] ?? 0] ?? 0) > key) {
      order[at] = order[at - 1] ?? 0;
      at -= 1;
    }
    order[at] = entry;
    left -= i - at;
    if (left < 0) return false;
  }
  return true;
}

/**
 * A function that puts 0…n − 1 in order of score, highest first: scores are spread over 32 bits, dealt into about as many boxes as there
 * are scores, and put right within them; where the boxes fill unevenly, a few bits at a time. Two scores closer than a four-billionth
 * of the range keep the order of their numbers.
 */
function sorter(n: number): (scores: Float64Array) => Int32Array {
  const keys = new Uint32Array(n);
  const order = new Int32Array(n);
  const spare = new Int32Array(n);
  const bits = Math.min(16, Math.max(4, 33 - Math.clz32(n)));
  const starts = new Int32Array((1 << bits) + 1);
  return (scores) => {
    let high = scores[0] ?? 0;
    let low = high;
    for (let i = 1; i < n; i += 1) {
      const score = scores[i] ?? 0;
      if (score > high) high = score;
      else if (score < low) low = score;
    }
    const scale = high > low ? 4294967295 / (high - low) : 0;
    starts.fill(0);
    for (let i = 0; i < n; i += 1) {
      const key = ((high - (scores[i] ?? 0)) * scale) >>> 0;
      keys[i] = key;
      const at = (key >>> (32 - bits)) + 1;
      starts[at] = (starts[at] ?? 0) + 1;
    }
    for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    for (let i = 0; i < n; i += 1) {
      const at = (keys[i] ?? 0) >>> (32 - bits);
      const place = starts[at] ?? 0;
      order[place] = i;
      starts[at] = place + 1;
    }
    if (settle(keys, order)) return order;
    for (let i = 0; i < n; i += 1) order[i] = i;
    return radixSort(keys, order, spare);
  };
}

/** Places are counted in blocks of 2⁶ as well, so that a wide spread of ranks is read as fast as a narrow one. */
const blockBits = 6;

/** For n entries; `draws` is how many will be added, `k` the seats. */
export function countRanks(n: number, draws: number, k: number): RankCounts {
  const sort = sorter(n);
  const first = new Int32Array(n);
  const top = new Int32Array(n);
  const ranks = n < 65536 ? new Uint16Array(n * draws) : new Uint32Array(n * draws);
  let added = 0;
  const add = (scores: Float64Array) => {
    const order = sort(scores);
    for (let place = 0; place < n; place += 1) {
      const entry = order[place] ?? 0;
      ranks[entry * draws + added] = place;
      if (place < k) top[entry] = (top[entry] ?? 0) + 1;
    }
    const best = order[0] ?? 0;
    first[best] = (first[best] ?? 0) + 1;
    added += 1;
  };
  const counts = new Int32Array(n);
  const blocks = new Int32Array((n >> blockBits) + 1);
  // The first place by which so many draws are there or better: block by block, then place by place.
  const reached = (share: number) => {
    let [place, seen] = [0, 0];
    for (let block = 0; block < blocks.length; block += 1) {
      if (seen + (blocks[block] ?? 0) >= share) break;
      seen += blocks[block] ?? 0;
      place += 1 << blockBits;
    }
    for (; place < n; place += 1) {
      seen += counts[place] ?? 0;
      if (seen >= share) break;
    }
    return place + 1;
  };
  const interval = (entry: number) => {
    const own = ranks.subarray(entry * draws, entry * draws + added);
    for (let d = 0; d < own.length; d += 1) {
      const place = own[d] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
      blocks[place >> blockBits] = (blocks[place >> blockBits] ?? 0) + 1;
    }
    const found = { low: reached(0.05 * added), high: reached(0.95 * added) };
    for (let d = 0; d < own.length; d += 1) counts[own[d] ?? 0] = 0;
    blocks.fill(0);
    return found;
  };
  return { add, first, top, interval };
}
