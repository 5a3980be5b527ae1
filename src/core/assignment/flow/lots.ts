import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Lots } from './seating.ts';

/** Two 32-bit numbers a name, from SHA-256 of a text with no two readings. */
function keys(seed: string, kind: 'entry' | 'judge', names: readonly string[]): Int32Array {
  const numbers = new Int32Array(2 * names.length);
  for (const [at, name] of names.entries()) {
    const view = new DataView(sha256(utf8ToBytes(JSON.stringify([seed, kind, name]))).buffer);
    numbers[2 * at] = view.getInt32(0);
    numbers[2 * at + 1] = view.getInt32(4);
  }
  return numbers;
}

/** Keyed by seed and names alone: neither the order of rows nor who else takes part changes the lot of a pair. */
export function drawLots(seed: string, entries: readonly string[], judges: readonly string[]): Lots {
  return { entry: keys(seed, 'entry', entries), judge: keys(seed, 'judge', judges) };
}

/** The finishing step of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The lot of a pair: 0 to 2³⁰ − 1. Of all assignments of the same cost the one with the least sum of lots is taken. */
export function lotOf({ entry, judge }: Lots, e: number, j: number): number {
  const first = mixed((entry[2 * e] as number) + (judge[2 * j] as number));
  return mixed(first ^ (entry[2 * e + 1] as number) ^ Math.imul(judge[2 * j + 1] as number, 0x9e3779b1)) >>> 2;
}
