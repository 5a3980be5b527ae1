import { hashes, verify as verifyEd25519 } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeBase64, encodeBase64 } from './base64.ts';

hashes.sha512 = sha512;

/**
 * Signed notes, c2sp.org/signed-note: text that ends with a line break, an empty line, then lines `— name base64(key id || signature)`.
 * `log` keys sign the text itself (algorithm 0x01); `witness` keys sign when they saw it as well (c2sp.org/tlog-cosignature, 0x04).
 */
export type NoteKey = { readonly name: string; readonly kind: 'log' | 'witness'; readonly publicKey: Uint8Array };

const algorithm = { log: 1, witness: 4 } as const;

/** Signs bytes with Ed25519: 64 bytes. The secret stays with the caller. */
export type Sign = (message: Uint8Array) => Uint8Array;

export type NoteSignature = { readonly name: string; readonly keyId: string; readonly signature: Uint8Array };

export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const dash = '\u2014';

/** A key's name must stand in a line: no spaces, no plus sign, not empty. */
export function mayNameKey(name: string): boolean {
  return name !== '' && !/[\s+\p{Cc}]/u.test(name);
}

/** The key's id, 8 hex digits: the first 4 bytes of SHA-256(name || LF || algorithm || public key). */
export function keyIdOf({ name, kind, publicKey }: NoteKey): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(algorithm[kind]), publicKey)).slice(0, 4));
}

/** `name+key id+base64(algorithm || public key)`: how a key is published. */
export function keyText(key: NoteKey): string {
  return `${key.name}+${keyIdOf(key)}+${encodeBase64(concatBytes(Uint8Array.of(algorithm[key.kind]), key.publicKey))}`;
}

/** Reads what `keyText` writes; undefined for what is not a key of these two kinds, or whose id does not fit. */
export function readKey(text: string): NoteKey | undefined {
  const [name = '', id, ...rest] = text.trim().split('+');
  const bytes = decodeBase64(rest.join('+'));
  if (!mayNameKey(name) || bytes?.length !== 33) return undefined;
  const kind = bytes[0] === algorithm.log ? 'log' : bytes[0] === algorithm.witness ? 'witness' : undefined;
  if (kind === undefined) return undefined;
  const key = { name, kind, publicKey: bytes.slice(1) } as const;
  return keyIdOf(key) === id ? key : undefined;
}

function bigEndian64(seconds: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  return bytes;
}

function witnessed(text: string, seconds: bigint): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${text}`);
}

function line(key: NoteKey, rest: Uint8Array): string {
  const id = Uint8Array.from(keyIdOf(key).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return `${dash} ${key.name} ${encodeBase64(concatBytes(id, rest))}\n`;
}

/** The signature line of a log's key under `text`. Text must end with a line break and hold no empty line at its end. */
export function signatureLine(text: string, key: NoteKey, sign: Sign): string {
  return line(key, sign(utf8ToBytes(text)));
}

/** The line of a witness that saw `text` at `seconds` since 1970: what it signs names the instant too. */
export function cosignatureLine(text: string, key: NoteKey, seconds: number, sign: Sign): string {
  return line(key, concatBytes(bigEndian64(seconds), sign(witnessed(text, BigInt(seconds)))));
}

/** Text and signature lines make the note. */
export function noteOf(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.join('')}`;
}

function readSignature(text: string): NoteSignature | undefined {
  const [mark, name = '', code = '', ...more] = text.split(' ');
  const bytes = decodeBase64(code);
  if (mark !== dash || !mayNameKey(name) || more.length > 0 || !bytes || bytes.length < 5) return undefined;
  return { name, keyId: bytesToHex(bytes.slice(0, 4)), signature: bytes.slice(4) };
}

/** Takes a note apart: text up to the last empty line, then nothing but signature lines, at least one. undefined when malformed. */
export function readNote(note: string): Note | undefined {
  const at = note.lastIndexOf('\n\n');
  if (at < 0 || !note.endsWith('\n') || /[\p{Cc}--\n]/v.test(note)) return undefined;
  const text = note.slice(0, at + 1);
  const lines = note.slice(at + 2, -1).split('\n');
  const signatures = lines.map(readSignature);
  if (lines.length > 100 || signatures.some((signature) => signature === undefined)) return undefined;
  return { text, signatures: signatures.filter((signature) => signature !== undefined) };
}

function verifyStrictly(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return verifyEd25519(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/**
 * What a known key says of a note: `absent` when it did not sign, `good`, or `bad` when a signature under its name and id does not
 * hold – a note with a bad signature of a known key is worth nothing. `at`: seconds since 1970 a witness vouches for.
 */
export function checkSignature(note: Note, key: NoteKey): { readonly state: 'absent' | 'good' | 'bad'; readonly at: number | null } {
  const id = keyIdOf(key);
  const found = note.signatures.find(({ name, keyId }) => name === key.name && keyId === id);
  if (found === undefined) return { state: 'absent', at: null };
  if (key.kind === 'log') {
    const good = verifyStrictly(found.signature, utf8ToBytes(note.text), key.publicKey);
    return { state: good ? 'good' : 'bad', at: null };
  }
  if (found.signature.length !== 72) return { state: 'bad', at: null };
  const seconds = new DataView(found.signature.slice(0, 8).buffer).getBigUint64(0);
  const good = verifyStrictly(found.signature.slice(8), witnessed(note.text, seconds), key.publicKey);
  return good ? { state: 'good', at: Number(seconds) } : { state: 'bad', at: null };
}
