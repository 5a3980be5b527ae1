/** What canonical JSON can hold: I-JSON (RFC 7493) values. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A value canonical JSON cannot hold. It is a fault of the caller, so it is thrown; `path` is a JSON pointer (RFC 6901) to it. */
export class NotCanonical extends TypeError {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(`${path === '' ? 'the value' : path} ${reason}`);
    this.name = 'NotCanonical';
    this.path = path;
  }
}

/**
 * The one text of a value, by RFC 8785 (JSON Canonicalization Scheme): no white space, keys in UTF-16 code unit order,
 * numbers as ECMAScript prints them (−0 is `0`), strings with the shortest escapes. Its UTF-8 bytes are what is hashed.
 *
 * Throws NotCanonical for what has no one text: NaN, Infinity, lone surrogates, undefined, bigint, functions, holes in
 * arrays, objects that are not plain (a Date, a Map), and circles.
 */
export function canonicalJson(value: Json): string {
  return write(value, '', []);
}

function write(value: unknown, path: string, above: readonly object[]): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, path);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value !== 'object') throw new NotCanonical(path, `is ${typeof value}, which JSON has no text for`);
  if (above.includes(value)) throw new NotCanonical(path, 'contains itself');
  const within = [...above, value];
  if (Array.isArray(value)) return writeArray(value, path, within);
  return writeObject(value, path, within);
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new NotCanonical(path, `is ${value}, which JSON has no text for`);
  // RFC 8785 §3.2.2.3 adopts ECMAScript's Number::toString, -0 included.
  return String(value);
}

function writeString(value: string, path: string): string {
  if (!value.isWellFormed()) throw new NotCanonical(path, 'holds a lone surrogate, which has no UTF-8 bytes');
  // For well-formed strings JSON.stringify escapes exactly what RFC 8785 §3.2.2.2 asks: " \ \b \t \n \f \r and \u00xx below space.
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], path: string, within: readonly object[]): string {
  const items: string[] = [];
  for (let i = 0; i < value.length; i += 1) items.push(write(value[i], `${path}/${i}`, within));
  return `[${items.join(',')}]`;
}

function writeObject(value: object, path: string, within: readonly object[]): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical(path, 'is not a plain object');
  // The default sort compares UTF-16 code units, which is what RFC 8785 §3.2.3 asks.
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = members.map(([key, member]) => {
    const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return `${writeString(key, at)}:${write(member, at, within)}`;
  });
  return `{${texts.join(',')}}`;
}

/** A value of ours as JSON holds it: what is undefined is left out. */
export function plainJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
