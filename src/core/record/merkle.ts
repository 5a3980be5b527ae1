import { sha256 } from '@noble/hashes/sha2.js';
import type { Hash } from './event.ts';

/**
 * The Merkle tree of RFC 6962 §2.1: leaf = SHA-256(0x00 || data), node = SHA-256(0x01 || left || right). A tree of n > 1 leaves splits
 * at the largest power of two below n; the root of no leaves is SHA-256 of nothing. Hashes are 32 bytes.
 */
export type MerkleTree = {
  readonly size: number;
  /** levels[h] holds, for h ≥ 0, the roots of all complete subtrees of 2^h leaves, from the left, 32 bytes each. */
  readonly levels: readonly Uint8Array[];
  readonly hash: Hash;
};

const width = 32;

const encoder = new TextEncoder();

/** Where leaves are put together, one at a time: making room for each anew costs more than hashing it. */
let room = new Uint8Array(1024);

/** The hash of one leaf: of bytes, or of the UTF-8 of a text. `hash` must not keep what it is given. */
export function leafHash(data: Uint8Array | string, hash: Hash = sha256): Uint8Array {
  const most = 1 + (typeof data === 'string' ? 3 * data.length : data.length);
  if (room.length < most) room = new Uint8Array(2 * most);
  room[0] = 0;
  if (typeof data === 'string') return hash(room.subarray(0, 1 + encoder.encodeInto(data, room.subarray(1)).written));
  room.set(data, 1);
  return hash(room.subarray(0, most));
}

function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash(bytes);
}

/** The tree over leaf hashes in their order. `hash` may be a native SHA-256 where there is much to hash; the result is the same. */
export function merkleTree(leaves: readonly Uint8Array[], hash: Hash = sha256): MerkleTree {
  let level = new Uint8Array(leaves.length * width);
  leaves.forEach((leaf, i) => {
    if (leaf.length !== width) throw new RangeError(`leaf ${i} must be 32 bytes, not ${leaf.length}`);
    level.set(leaf, i * width);
  });
  const levels = [level];
  const pair = new Uint8Array(1 + 2 * width);
  pair[0] = 1;
  while (level.length >= 2 * width) {
    const above = new Uint8Array(Math.floor(level.length / (2 * width)) * width);
    for (let i = 0; i < above.length; i += width) {
      pair.set(level.subarray(2 * i, 2 * i + 2 * width), 1);
      above.set(hash(pair), i);
    }
    levels.push(above);
    level = above;
  }
  return { size: leaves.length, levels, hash };
}

function complete(tree: MerkleTree, height: number, index: number): Uint8Array {
  const level = tree.levels[height];
  if (level === undefined || (index + 1) * width > level.length) throw new RangeError(`no subtree ${index} of height ${height}`);
  return level.slice(index * width, (index + 1) * width);
}

/** Largest power of two strictly below n, and its exponent; n ≥ 2. */
function split(n: number): { readonly size: number; readonly height: number } {
  let [size, height] = [1, 0];
  while (size * 2 < n) [size, height] = [size * 2, height + 1];
  return { size, height };
}

/** Root of the leaves [start, start + n); `start` is a multiple of the largest power of two not above n, as in every proof. */
function rootOf(tree: MerkleTree, start: number, n: number): Uint8Array {
  let [size, height] = [1, 0];
  while (size * 2 <= n) [size, height] = [size * 2, height + 1];
  if (size === n) return complete(tree, height, start / size);
  const { size: left, height: leftHeight } = split(n);
  return nodeHash(complete(tree, leftHeight, start / left), rootOf(tree, start + left, n - left), tree.hash);
}

/** The root of the first `size` leaves (all by default). Throws RangeError where the tree has fewer. */
export function rootAt(tree: MerkleTree, size: number = tree.size): Uint8Array {
  if (!Number.isSafeInteger(size) || size < 0 || size > tree.size) throw new RangeError(`a tree of ${tree.size} has no root of ${size}`);
  return size === 0 ? tree.hash(new Uint8Array(0)) : rootOf(tree, 0, size);
}

/** The audit path of leaf `index` in the tree of the first `size` leaves (RFC 6962 §2.1.1), from the leaf upwards. */
export function inclusionProof(tree: MerkleTree, index: number, size: number = tree.size): Uint8Array[] {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size && size <= tree.size)) {
    throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  }
  const path = (start: number, n: number): Uint8Array[] => {
    if (n === 1) return [];
    const { size: left } = split(n);
    if (index - start < left) return [...path(start, left), rootOf(tree, start + left, n - left)];
    return [...path(start + left, n - left), rootOf(tree, start, left)];
  };
  return path(0, size);
}

/** Proves that the tree of the first `older` leaves is a beginning of that of `newer` (RFC 6962 §2.1.2). 0 < older ≤ newer. */
export function consistencyProof(tree: MerkleTree, older: number, newer: number = tree.size): Uint8Array[] {
  if (!(Number.isSafeInteger(older) && older > 0 && older <= newer && newer <= tree.size)) {
    throw new RangeError(`no consistency proof from ${older} to ${newer} in a tree of ${tree.size}`);
  }
  const subproof = (m: number, start: number, n: number, whole: boolean): Uint8Array[] => {
    if (m === n) return whole ? [] : [rootOf(tree, start, n)];
    const { size: left } = split(n);
    if (m <= left) return [...subproof(m, start, left, whole), rootOf(tree, start + left, n - left)];
    return [...subproof(m - left, start + left, n - left, false), rootOf(tree, start, left)];
  };
  return subproof(older, 0, newer, true);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Whether `leaf` (a leaf hash) is leaf `index` of the tree of `size` leaves with this root (RFC 9162 §2.1.3.2). Never throws. */
export function verifyInclusion(
  { leaf, index, size, root, proof }: { leaf: Uint8Array; index: number; size: number; root: Uint8Array; proof: readonly Uint8Array[] },
  hash: Hash = sha256,
): boolean {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return false;
  let [at, last, node] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else node = nodeHash(node, sibling, hash);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(node, root);
}

type Heads = { older: number; newer: number; olderRoot: Uint8Array; newerRoot: Uint8Array; proof: readonly Uint8Array[] };

/** Whether the tree with `olderRoot` is a beginning of that with `newerRoot` (RFC 9162 §2.1.4.2). Never throws. */
export function verifyConsistency({ older, newer, olderRoot, newerRoot, proof }: Heads, hash: Hash = sha256): boolean {
  if (!(Number.isSafeInteger(older) && Number.isSafeInteger(newer) && older > 0 && older <= newer)) return false;
  if (older === newer) return proof.length === 0 && same(olderRoot, newerRoot);
  let [at, last] = [older - 1, newer - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  const path = at === 0 ? [olderRoot, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [oldNode, newNode] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      oldNode = nodeHash(sibling, oldNode, hash);
      newNode = nodeHash(sibling, newNode, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else newNode = nodeHash(newNode, sibling, hash);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(oldNode, olderRoot) && same(newNode, newerRoot);
}
