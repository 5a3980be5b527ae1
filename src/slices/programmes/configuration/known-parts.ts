/**
 * Parts this process has read before, by what they say: a part is found by the SHA-256 of its text, so what is kept never grows stale, and
 * pages do not check again what was checked when it was written.
 */
import type { Part, Parts } from '#core/editions/parts.ts';

const known = new Map<string, Parts[Part]>();
/** Seven parts of some seventy editions. */
const most = 500;

/** Shared by all who read it from now on, so nobody may change it. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

/** `name`: of the part, and of what it says. */
export function find(name: string): Parts[Part] | undefined {
  return known.get(name);
}

/** The oldest go where there is no room: whoever reads more than there is room for keeps what they read themselves. */
export function keep(name: string, of: Parts[Part]): Parts[Part] {
  for (const oldest of known.keys()) {
    if (known.size < most) break;
    known.delete(oldest);
  }
  known.set(name, frozen(of));
  return of;
}
