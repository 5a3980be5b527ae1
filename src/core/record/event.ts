import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from './canonical.ts';

/** SHA-256 of some bytes: 32 bytes. Callers with much to hash pass a native one; the default is portable. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/**
 * What the audit record keeps of one thing that happened. It holds no personal data and no secret: ids, a kind, an instant,
 * and a commitment to the body, which lies in a table that can be erased. `programme` is null for events of the organisation itself.
 * `at` is an RFC 3339 instant in UTC with milliseconds (`2026-03-01T09:30:00.000Z`); `commitment` is 64 lower-case hex digits.
 */
export type RecordEvent = {
  readonly v: 1;
  readonly id: string;
  readonly organisation: string;
  readonly programme: string | null;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly at: string;
  readonly commitment: string;
};

/** What an event's body may hold: names, marks, reasons; whatever may have to be erased one day. */
export type EventBody = { readonly [key: string]: Json };

/** The seal before the first event of a chain: 32 zero bytes. */
export const firstSeal: Uint8Array = new Uint8Array(32);

// Domain separation as in RFC 6962 §2.1: no input of one kind can be passed off as another. The closing NUL makes the tags prefix-free.
const commitmentTag = utf8ToBytes('plaudit.commitment.v1\0');
const sealTag = utf8ToBytes('plaudit.seal.v1\0');

function mustBe32(bytes: Uint8Array, what: string): void {
  if (bytes.length !== 32) throw new RangeError(`${what} must be 32 bytes, not ${bytes.length}`);
}

/**
 * The salted commitment to a body, as 64 hex digits: SHA-256(tag || salt || canonical body in UTF-8).
 * The salt is 32 random bytes of its own for each event: marks are guessable, so an unsalted hash would reveal them,
 * and once salt and body are erased nothing can be proved of them. Throws RangeError for a salt of another length.
 */
export function commitmentOf(body: string, salt: Uint8Array, hash: Hash = sha256): string {
  return bytesToHex(hash(committed(utf8ToBytes(body), salt)));
}

/** The bytes a commitment is the hash of: tag, then salt, then body. Throws RangeError for a salt that is not 32 bytes. */
export function committed(body: Uint8Array, salt: Uint8Array): Uint8Array {
  mustBe32(salt, 'the salt');
  return concatBytes(commitmentTag, salt, body);
}

/** The one text of an event, by RFC 8785; its UTF-8 bytes are what is sealed. Only the event's own fields are written. */
export function eventText(event: RecordEvent): string {
  const { v, id, organisation, programme, kind, subject, at, commitment } = event;
  return canonicalJson({ v, id, organisation, programme, kind, subject: { kind: subject.kind, id: subject.id }, at, commitment });
}

/**
 * An event with what is stored beside it: the body's canonical text (erasable) and the event's own text (sealed).
 * `salt` is 32 random bytes made for this event alone. Throws NotCanonical when the body holds what JSON has no text for.
 */
export function makeEvent(
  facts: Omit<RecordEvent, 'v' | 'commitment'>,
  body: EventBody,
  salt: Uint8Array,
  hash: Hash = sha256,
): { readonly event: RecordEvent; readonly text: string; readonly body: string } {
  const bodyText = canonicalJson(body);
  const event: RecordEvent = { ...facts, v: 1, commitment: commitmentOf(bodyText, salt, hash) };
  return { event, text: eventText(event), body: bodyText };
}

/**
 * The seal of an event, 32 bytes: SHA-256(tag || previous seal || event text in UTF-8). Each seal rests on all events before it,
 * so changing, removing or slipping in one changes every later seal. Throws RangeError when the previous seal is not 32 bytes.
 */
export function sealOf(previous: Uint8Array, text: string, hash: Hash = sha256): Uint8Array {
  mustBe32(previous, 'the previous seal');
  return hash(concatBytes(sealTag, previous, utf8ToBytes(text)));
}
