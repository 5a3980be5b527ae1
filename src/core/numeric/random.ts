import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** A stream of numbers that anybody with the seed can draw again, on any machine. */
export type Random = {
  /** 0 ≤ whole number < 2³². */
  readonly u32: () => number;
  /** 0 ≤ whole number < n, each equally likely, for 1 ≤ n ≤ 2³². */
  readonly below: (n: number) => number;
  /** (u32 + ½) / 2³²: never 0, never 1. */
  readonly uniform: () => number;
};

/** First four 32-bit words, big-endian, of SHA-256 of the seed's UTF-8; xoshiro may not start from four noughts. */
function stateOf(seed: string): [number, number, number, number] {
  const view = new DataView(sha256(utf8ToBytes(seed)).buffer);
  const words: [number, number, number, number] = [view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12)];
  return words.some((word) => word !== 0) ? words : [1, 0, 0, 0];
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2018, prng.di.unimi.it) started from the hash of a text. Two streams that must not touch each
 * other take two texts, such as `${seed}/draws` and `${seed}/lot`.
 */
export function random(seed: string): Random {
  let [a, b, c, d] = stateOf(seed);
  const u32 = () => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const below = (n: number) => {
    if (!(n >= 1 && n <= 4294967296)) throw new RangeError('below() takes 1 to 4294967296');
    // What lies above the last whole multiple of n is drawn again, or small numbers would come a little more often.
    const limit = 4294967296 - (4294967296 % n);
    for (;;) {
      const value = u32();
      if (value < limit) return value % n;
    }
  };
  return { u32, below, uniform: () => (u32() + 0.5) / 4294967296 };
}
