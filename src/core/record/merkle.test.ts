import { createHash } from 'node:crypto';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencyProof, inclusionProof, leafHash, merkleTree, rootAt, verifyConsistency, verifyInclusion } from './merkle.ts';

const native = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

/** The eight inputs and the roots published with the first Certificate Transparency logs. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hexToBytes);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962 §2.1 read aloud: the definition itself, without anything kept. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return native(new Uint8Array(0));
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return native(Buffer.concat([Buffer.from([1]), rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k))]));
}

const leavesOf = (n: number) => Array.from({ length: n }, (_, i) => leafHash(new TextEncoder().encode(`ballot ${i}`), native));
const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, i) => (i === Math.floor(bit / 8) % bytes.length ? byte ^ (1 << (bit % 8)) : byte));

describe('the Merkle tree', () => {
  it('has the roots published for the eight inputs of the first logs', () => {
    const tree = merkleTree(inputs.map((input) => leafHash(input)));
    expect(roots.map((_, size) => bytesToHex(rootAt(tree, size)))).toEqual(roots);
  });

  it('is the one of the definition, for every size up to 70, with the portable hash and the native one', () => {
    const leaves = leavesOf(70);
    const trees = [merkleTree(leaves), merkleTree(leaves, native)];
    for (let n = 0; n <= 70; n += 1) {
      const expected = rootByDefinition(leaves.slice(0, n));
      for (const tree of trees) expect(rootAt(tree, n)).toEqual(expected);
    }
  });

  it('proves every leaf in every size up to 33, and no proof fits another leaf, place, size or root', () => {
    const leaves = leavesOf(33);
    const tree = merkleTree(leaves, native);
    for (let size = 1; size <= 33; size += 1) {
      const root = rootAt(tree, size);
      for (let index = 0; index < size; index += 1) {
        const [leaf, other] = [leaves[index], leaves[(index + 1) % 33]];
        if (!leaf || !other) throw new Error('no leaf');
        const good = { leaf, index, size, root, proof: inclusionProof(tree, index, size) };
        expect(verifyInclusion(good, native)).toBe(true);
        expect(verifyInclusion({ ...good, leaf: other }, native)).toBe(false);
        expect(verifyInclusion({ ...good, root: flip(root, index) }, native)).toBe(false);
        expect(verifyInclusion({ ...good, proof: [...good.proof, root] }, native)).toBe(false);
        expect(verifyInclusion({ ...good, index: size }, native)).toBe(false);
        // A tree of one leaf has an empty proof, and nothing to leave out of it.
        expect(verifyInclusion({ ...good, proof: good.proof.slice(1) }, native)).toBe(size === 1);
      }
    }
  });

  it('proves every older tree a beginning of every newer one up to 33, and finds a rewritten past', () => {
    const leaves = leavesOf(33);
    const tree = merkleTree(leaves, native);
    const rewritten = merkleTree(
      leaves.map((leaf, i) => (i === 0 ? flip(leaf, 3) : leaf)),
      native,
    );
    for (let newer = 1; newer <= 33; newer += 1) {
      for (let older = 1; older <= newer; older += 1) {
        const heads = { older, newer, olderRoot: rootAt(tree, older), newerRoot: rootAt(tree, newer) };
        expect(verifyConsistency({ ...heads, proof: consistencyProof(tree, older, newer) }, native)).toBe(true);
        const past = { ...heads, newerRoot: rootAt(rewritten, newer), proof: consistencyProof(rewritten, older, newer) };
        expect(verifyConsistency(past, native)).toBe(false);
      }
    }
  });

  it('is not convinced by any proof with one bit flipped', () => {
    const tree = merkleTree(leavesOf(100), native);
    fc.assert(
      fc.property(fc.nat(98), fc.nat(10_000), (older, bit) => {
        const proof = consistencyProof(tree, older + 1);
        const at = bit % Math.max(1, proof.length);
        fc.pre(proof.length > 0);
        const heads = { older: older + 1, newer: 100, olderRoot: rootAt(tree, older + 1), newerRoot: rootAt(tree) };
        const changed = proof.map((hash, i) => (i === at ? flip(hash, bit) : hash));
        expect(verifyConsistency({ ...heads, proof: changed }, native)).toBe(false);
      }),
    );
  });

  it('refuses what no tree has', () => {
    const tree = merkleTree(leavesOf(3));
    expect(() => rootAt(tree, 4)).toThrow('a tree of 3 has no root of 4');
    expect(() => inclusionProof(tree, 3)).toThrow('leaf 3 is not in a tree of 3');
    expect(() => consistencyProof(tree, 0)).toThrow('no consistency proof from 0 to 3');
    expect(() => merkleTree([new Uint8Array(31)])).toThrow('leaf 0 must be 32 bytes, not 31');
    expect(verifyConsistency({ older: 0, newer: 3, olderRoot: rootAt(tree, 0), newerRoot: rootAt(tree), proof: [] })).toBe(false);
  });
});

it('a leaf is hashed of the UTF-8 of a text as of its bytes, whatever was hashed before', () => {
  const texts = ['', 'a', 'é'.repeat(700), '{"entry":"\u{1F514}"}', 'b'.repeat(5000), 'ab'];
  const expected = texts.map((text) => bytesToHex(native(Uint8Array.of(0, ...utf8ToBytes(text)))));
  expect(texts.map((text) => bytesToHex(leafHash(text)))).toEqual(expected);
  expect(texts.map((text) => bytesToHex(leafHash(utf8ToBytes(text), native)))).toEqual(expected);
});
