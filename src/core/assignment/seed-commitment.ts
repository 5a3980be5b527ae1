import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * What is published before entries close, so that the seed of the assignment cannot be chosen afterwards: SHA-256 of the seed under a
 * name of its own, in hexadecimal. It hides a seed of 32 random bytes; a seed anybody could guess it does not hide.
 */
export function commitToSeed(seed: string): string {
  return bytesToHex(sha256(utf8ToBytes(`plaudit assignment seed\n${seed}`)));
}

/** Whether a seed revealed later is the one that was committed to. */
export function opensCommitment(commitment: string, seed: string): boolean {
  return commitToSeed(seed) === commitment.trim().toLowerCase();
}
