/** Recovery codes: ten, of 79 bits each, in letters that are hard to mistake for one another. */
import { createHmac, randomInt } from 'node:crypto';
import { seal, unseal } from '#platform/secrets/sealing.server.ts';
import { signInSettings } from '../door.ts';

const count = 10;
const letters = '23456789abcdefghjkmnpqrstuvwxyz';
const groups = 4;
const groupLength = 4;

function newCode(): string {
  const group = () => Array.from({ length: groupLength }, () => letters.charAt(randomInt(letters.length))).join('');
  return Array.from({ length: groups }, group).join('-');
}

export function newRecoveryCodeList(): readonly string[] {
  return Array.from({ length: count }, newCode);
}

/** However somebody writes it down: with or without its dashes, in capitals. Undefined for what cannot be one. */
export function plainCode(written: string): string | undefined {
  const plain = written.toLowerCase().replaceAll(/[^0-9a-z]/g, '');
  return plain.length === groups * groupLength ? plain : undefined;
}

/** Keyed, so that a copy of the database alone is no ground to guess on. */
export function hashCode(person: string, plain: string): Buffer {
  return createHmac('sha256', signInSettings().secret).update(`recovery ${person} ${plain}`).digest();
}

const purpose = 'recovery codes';

export function sealCodes(person: string, codes: readonly string[]): Buffer {
  return seal(signInSettings().secret, purpose, person, codes.join('\n'));
}

export function unsealCodes(person: string, sealed: Buffer): readonly string[] {
  return unseal(signInSettings().secret, purpose, person, sealed)?.split('\n') ?? [];
}
