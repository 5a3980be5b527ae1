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

/**
 * A function that puts 0…n − 1 in order of score, highest first: scores are spread over 32 bits and sorted by a few bits at a time, which
 * costs the same for any order. Two scores closer than a four-billionth of the range keep the order of their numbers.
 */
function sorter(n: number): (scores: Float64Array) => Int32Array {
  const keys = new Uint32Array(n);
  let order = new Int32Array(n);
  let spare = new Int32Array(n);
  const bits = n < 1000 ? 8 : 11;
  const digits = 1 << bits;
  const passes = Math.ceil(32 / bits);
  const counts = new Int32Array(passes * digits);
  return (scores) => {
    let high = scores[0] ?? 0;
    let low = high;
    for (let i = 1; i < n; i += 1) {
      const score = scores[i] ?? 0;
      if (score > high) high = score;
      else if (score < low) low = score;
    }
    const scale = high > low ? 4294967295 / (high - low) : 0;
    counts.fill(0);
    for (let i = 0; i < n; i += 1) {
      keys[i] = (high - (scores[i] ?? 0)) * scale;
      order[i] = i;
      for (let from = 0, rest = keys[i] ?? 0; from < counts.length; from += digits, rest >>>= bits) {
        const at = from + (rest & (digits - 1));
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
    for (let pass = 0; pass < passes; pass += 1) {
      const from = pass * digits;
      const shift = pass * bits;
      let start = 0;
      for (let at = from; at < from + digits; at += 1) {
        const count = counts[at] ?? 0;
        counts[at] = start;
        start += count;
      }
      for (let i = 0; i < n; i += 1) {
        const entry = order[i] ?? 0;
        const at = from + (((keys[entry] ?? 0) >>> shift) & (digits - 1));
        const place = counts[at] ?? 0;
        spare[place] = entry;
        counts[at] = place + 1;
      }
      [order, spare] = [spare, order];
    }
    return order;
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
