import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from './canonical.ts';
import { committed, type Hash } from './event.ts';

/**
 * Where a body that does not fit its commitment was changed. One commitment covers the whole body, so a field can be named only when
 * undoing a single change makes it fit again: then `field` is its path (`marks.0`), or the whole body where a brace or comma was touched.
 * `many`: no single byte replaced, added or taken away explains it. `long`: the body is longer than is searched. `salt`: the salt was.
 */
export type ChangedBody =
  | { readonly known: true; readonly field: string }
  | { readonly known: true; readonly salt: true }
  | { readonly known: false; readonly why: 'many' | 'long' };

/** Bodies up to this many bytes are searched: some 320 hashes a byte, half a second on one core for the longest. */
export const longestSearched = 600;

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lengthOf = (text: string) => utf8ToBytes(text).length;

/** The parts of a value in the order of its canonical text, each with what stands before it there: `"marks":` or nothing. */
function partsOf(value: Json): readonly { readonly name: string; readonly before: string; readonly value: Json }[] {
  if (Array.isArray(value)) return (value as readonly Json[]).map((each, i) => ({ name: String(i), before: '', value: each }));
  if (!isObject(value)) return [];
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return names.map((name) => ({ name, before: `${canonicalJson(name)}:`, value: value[name] ?? null }));
}

/** The path of the part of a canonical text that the byte at `offset` belongs to; '' for the braces and commas of the whole. */
function pathAt(value: Json, offset: number, path: readonly string[] = []): string {
  let from = 1;
  for (const part of partsOf(value)) {
    const inside = from + lengthOf(part.before);
    const end = inside + lengthOf(canonicalJson(part.value));
    if (offset >= from && offset < end) return pathAt(part.value, offset - inside, [...path, part.name]);
    from = end + 1;
  }
  return path.join('.');
}

type Try = (bytes: Uint8Array) => boolean;

/** Calls `fits` with every array that differs from `bytes` by one replaced byte; the offset of the first that does. */
function replaced(bytes: Uint8Array, from: number, fits: Try): number | undefined {
  for (let at = from; at < bytes.length; at += 1) {
    const was = bytes[at] ?? 0;
    for (let byte = 0; byte < 256; byte += 1) {
      bytes[at] = byte;
      if (byte !== was && fits(bytes)) return at;
    }
    bytes[at] = was;
  }
  return undefined;
}

/** The original body whose one byte was replaced, added or taken away, and where; undefined when there is none. */
function original(body: Uint8Array, salt: Uint8Array, fits: Try): { readonly body: Uint8Array; readonly at: number } | undefined {
  const start = committed(new Uint8Array(), salt).length;
  const whole = committed(body, salt);
  const at = replaced(whole, start, fits);
  if (at !== undefined) return { body: whole.slice(start), at: at - start };
  for (let i = 0; i < body.length; i += 1) {
    const without = concatBytes(body.slice(0, i), body.slice(i + 1));
    if (fits(committed(without, salt))) return { body: without, at: i };
  }
  for (let i = 0; i <= body.length; i += 1) {
    const longer = concatBytes(body.slice(0, i), Uint8Array.of(0), body.slice(i));
    const found = committed(longer, salt);
    for (let byte = 0x20; byte < 0x7f; byte += 1) {
      found[start + i] = byte;
      if (fits(found)) return { body: found.slice(start), at: i };
    }
  }
  return undefined;
}

/** Of a byte that was put in, the longer of the two paths it stood between: it may have stood at the end of a value. */
function pathIn(body: Uint8Array, at: number, between: boolean): string {
  const value = JSON.parse(new TextDecoder().decode(body)) as Json;
  const [here, before] = [pathAt(value, at), between ? pathAt(value, Math.max(0, at - 1)) : ''];
  return before.length > here.length ? before : here;
}

/** `commitment` is 64 hex digits; `salt` 32 bytes. The body is the stored text, which need not be JSON any more. */
export function changedBody(body: string, salt: Uint8Array, commitment: string, hash: Hash = sha256): ChangedBody {
  const wanted = hexToBytes(commitment);
  const fits: Try = (bytes) => hash(bytes).every((byte, i) => byte === wanted[i]);
  const bytes = utf8ToBytes(body);
  if (bytes.length > longestSearched) return { known: false, why: 'long' };
  const found = original(bytes, salt, fits);
  if (found) return { known: true, field: pathIn(found.body, found.at, found.body.length < bytes.length) };
  return saltFits(bytes, salt, fits) ? { known: true, salt: true } : { known: false, why: 'many' };
}

/** Whether one byte of the salt explains it, so that the body is as it was. */
function saltFits(body: Uint8Array, salt: Uint8Array, fits: Try): boolean {
  return replaced(Uint8Array.from(salt), 0, (changed) => fits(committed(body, changed))) !== undefined;
}
