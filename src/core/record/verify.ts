import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import { commitmentOf, eventText, firstSeal, type Hash, type RecordEvent, sealOf } from './event.ts';

/**
 * One sealed row as it is stored. `event` is what the columns say, `text` the stored event text: they must say the same.
 * `body` is the canonical text of the body; body and salt are both null once erased, and then `erasedReason` says why.
 * `seq` counts 1, 2, 3 … within one chain (one programme, or the organisation's own).
 */
export type RecordRow = {
  readonly seq: number;
  readonly event: RecordEvent;
  readonly text: string;
  readonly seal: Uint8Array;
  readonly body: string | null;
  readonly salt: Uint8Array | null;
  readonly erasedReason: string | null;
};

/** The first thing wrong, at one event. Byte offsets count UTF-8 bytes of the stored event text from 0, at the first difference. */
export type ChainFault = { readonly seq: number; readonly eventId: string } & (
  | { readonly part: 'sequence'; readonly expectedSeq: number }
  | { readonly part: 'event-text'; readonly column: string; readonly byteOffset: number }
  | { readonly part: 'column'; readonly column: string; readonly byteOffset: number }
  | { readonly part: 'seal' }
  | { readonly part: 'body'; readonly why: 'changed' | 'missing-without-reason' | 'half-erased' }
  | { readonly part: 'end'; readonly expectedSeq: number }
);

/** How far a verification has come; fold rows over it, so that a chain of any length needs the memory of one row. */
export type ChainState = { readonly seq: number; readonly seal: Uint8Array; readonly eventId: string };

export type ChainVerdict = { readonly ok: true; readonly state: ChainState } | { readonly ok: false; readonly fault: ChainFault };

export const chainStart: ChainState = { seq: 0, seal: firstSeal, eventId: '' };

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function firstDifference(a: string, b: string): number {
  const left = utf8ToBytes(a);
  const right = utf8ToBytes(b);
  const shorter = Math.min(left.length, right.length);
  for (let i = 0; i < shorter; i += 1) if (left[i] !== right[i]) return i;
  return shorter;
}

/** Which field of the event the given byte of its text belongs to: the text is `{` and then each field with a comma or `}` after it. */
function columnAt(event: RecordEvent, byteOffset: number): string {
  let end = 1;
  const fields = Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, value] of fields) {
    end += utf8ToBytes(canonicalJson({ [name]: value })).length - 1;
    if (byteOffset < end) return name;
  }
  return 'end';
}

function eventFault(previous: Uint8Array, row: RecordRow, hash: Hash): ChainFault | undefined {
  const at = { seq: row.seq, eventId: row.event.id };
  const sealed = sameBytes(sealOf(previous, row.text, hash), row.seal);
  const rebuilt = eventText(row.event);
  if (rebuilt === row.text) return sealed ? undefined : { ...at, part: 'seal' };
  const byteOffset = firstDifference(row.text, rebuilt);
  // The seal decides which of the two was altered: the one it still fits is the original.
  return { ...at, part: sealed ? 'column' : 'event-text', column: columnAt(row.event, byteOffset), byteOffset };
}

function bodyFault(row: RecordRow, hash: Hash): ChainFault | undefined {
  const fault = (why: 'changed' | 'missing-without-reason' | 'half-erased'): ChainFault => ({
    seq: row.seq,
    eventId: row.event.id,
    part: 'body',
    why,
  });
  if (row.body === null && row.salt === null) return row.erasedReason ? undefined : fault('missing-without-reason');
  if (row.body === null || row.salt === null || row.erasedReason !== null) return fault('half-erased');
  if (row.salt.length !== 32) return fault('changed');
  return commitmentOf(row.body, row.salt, hash) === row.event.commitment ? undefined : fault('changed');
}

/** One step of the fold: the new state, or the first fault of this row (sequence, then event and seal, then body). */
export function verifyRow(state: ChainState, row: RecordRow, hash: Hash = sha256): ChainVerdict {
  if (row.seq !== state.seq + 1) {
    return { ok: false, fault: { seq: row.seq, eventId: row.event.id, part: 'sequence', expectedSeq: state.seq + 1 } };
  }
  const fault = eventFault(state.seal, row, hash) ?? bodyFault(row, hash);
  return fault ? { ok: false, fault } : { ok: true, state: { seq: row.seq, seal: row.seal, eventId: row.event.id } };
}

/**
 * The last step: the chain must reach the head that was noted elsewhere (a table of heads, a published seal);
 * without it, rows cut off at the end cannot be missed.
 */
export function verifyEnd(state: ChainState, head: { readonly seq: number; readonly seal: Uint8Array }): ChainVerdict {
  if (state.seq === head.seq && sameBytes(state.seal, head.seal)) return { ok: true, state };
  return { ok: false, fault: { seq: state.seq, eventId: state.eventId, part: 'end', expectedSeq: head.seq } };
}

/**
 * Verifies a whole chain in order of seq: every seal follows from the one before it (hash chain), every column says what the sealed
 * text says, every body fits its commitment or was erased with a reason. Returns the state at the end or the first fault.
 */
export function verifyChain(
  rows: Iterable<RecordRow>,
  { head, hash = sha256 }: { readonly head?: { readonly seq: number; readonly seal: Uint8Array }; readonly hash?: Hash } = {},
): ChainVerdict {
  let state = chainStart;
  for (const row of rows) {
    const verdict = verifyRow(state, row, hash);
    if (!verdict.ok) return verdict;
    state = verdict.state;
  }
  return head ? verifyEnd(state, head) : { ok: true, state };
}
