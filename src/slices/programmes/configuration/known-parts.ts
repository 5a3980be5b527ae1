/**
 * Parts this process has read before, by what they say: a part is found by the SHA-256 of its text, so what is kept never grows stale, and
 * pages do not check again what was checked when it was written.
 */
import type { Part, Parts } from '#core/editions/parts.ts';

const known = new Map<string, Parts[Part]>();
/** Seven parts of some seventy editions. */
const most = 500;

const nameOf = (part: Part, hash: Buffer): string => `${part} ${hash.toString('base64')}`;

/** Shared by all who read it from now on, so nobody may change it. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

export function find(part: Part, hash: Buffer): Parts[Part] | undefined {
  return known.get(nameOf(part, hash));
}

export function keep(part: Part, hash: Buffer, of: Parts[Part]): void {
  for (const oldest of known.keys()) {
    if (known.size < most) break;
    known.delete(oldest);
  }
  known.set(nameOf(part, hash), frozen(of));
}
