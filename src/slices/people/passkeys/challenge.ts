/**
 * Challenges for passkeys. One carries its purpose, its end and a proof that it is ours, so that a page can be looked at without
 * anything being written; only the answer to it is noted, and taken once.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { signInSettings } from '../door.ts';

const life = 10 * 60_000;
const randomLength = 16;
const endLength = 6;

/** `register ID`, `sign in`, `factor SESSION`, `proof ID`: an answer given for one is none for another. */
export type Purpose = `register ${string}` | 'sign in' | `factor ${string}` | `proof ${string}`;

function proofOf(purpose: Purpose, head: Buffer): Buffer {
  return createHmac('sha256', signInSettings().secret).update(`challenge ${purpose}\0`).update(head).digest();
}

export function newChallenge(purpose: Purpose, now: Date): Uint8Array<ArrayBuffer> {
  const end = Buffer.alloc(endLength);
  end.writeUIntBE(now.getTime() + life, 0, endLength);
  const head = Buffer.concat([randomBytes(randomLength), end]);
  return new Uint8Array(Buffer.concat([head, proofOf(purpose, head)]));
}

/** Until when a challenge of ours can be answered; undefined for one that is not ours, not for this, or over. */
export function endOfChallenge(challenge: string, purpose: Purpose, now: Date): Date | undefined {
  const bytes = Buffer.from(challenge, 'base64url');
  const head = bytes.subarray(0, randomLength + endLength);
  const proof = bytes.subarray(randomLength + endLength);
  const wanted = proofOf(purpose, head);
  if (proof.length !== wanted.length || !timingSafeEqual(proof, wanted)) return undefined;
  const end = new Date(head.readUIntBE(randomLength, endLength));
  return now.getTime() < end.getTime() ? end : undefined;
}
