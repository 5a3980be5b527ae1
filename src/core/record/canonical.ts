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
  return write(value, { path: [], above: [] });
}

/** Where the writer stands: the keys that lead there, and the objects it is in. */
type At = { readonly path: (string | number)[]; readonly above: object[] };

function notCanonical({ path }: At, reason: string): NotCanonical {
  const keys = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return new NotCanonical(keys.join(''), reason);
}

function write(value: unknown, at: At): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, at);
  if (typeof value === 'string') return writeString(value, at);
  if (typeof value !== 'object') throw notCanonical(at, `is ${typeof value}, which JSON has no text for`);
  if (at.above.includes(value)) throw notCanonical(at, 'contains itself');
  at.above.push(value);
  const text = Array.isArray(value) ? writeArray(value, at) : writeObject(value, at);
  at.above.pop();
  return text;
}

function writeNumber(value: number, at: At): string {
  if (!Number.isFinite(value)) throw notCanonical(at, `is ${value}, which JSON has no text for`);
  // RFC 8785 §3.2.2.3 adopts ECMAScript's Number::toString, -0 included.
  return String(value);
}

function writeString(value: string, at: At): string {
  if (!value.isWellFormed()) throw notCanonical(at, 'holds a lone surrogate, which has no UTF-8 bytes');
  // For well-formed strings JSON.stringify escapes exactly what RFC 8785 §3.2.2.2 asks: " \ \b \t \n \f \r and \u00xx below space.
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], at: At): string {
  let text = '[';
  for (let i = 0; i < value.length; i += 1) {
    at.path.push(i);
    text += `${i === 0 ? '' : ','}${write(value[i], at)}`;
    at.path.pop();
  }
  return `${text}]`;
}

function writeObject(value: object, at: At): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notCanonical(at, 'is not a plain object');
  // The default sort compares UTF-16 code units, which is what RFC 8785 §3.2.3 asks.
  const keys = Object.keys(value).sort();
  const members = value as Readonly<Record<string, unknown>>;
  let text = '{';
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? '';
    at.path.push(key);
    text += `${i === 0 ? '' : ','}${writeString(key, at)}:${write(members[key], at)}`;
    at.path.pop();
  }
  return `${text}}`;
}

/** A value of ours as JSON holds it: what is undefined is left out. */
export function plainJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
