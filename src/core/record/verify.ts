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

/**
 * One thing wrong, at one event. Byte offsets count UTF-8 bytes of the stored event text from 0, at the first difference. `undecided`:
 * column and sealed text differ, and no seal before them is left that could say which of the two was altered.
 */
export type ChainFault = { readonly seq: number; readonly eventId: string } & (
  | { readonly part: 'sequence'; readonly expectedSeq: number }
  | { readonly part: 'event-text'; readonly column: string; readonly byteOffset: number }
  | { readonly part: 'column' | 'undecided'; readonly column: string; readonly byteOffset: number }
  | { readonly part: 'seal' }
  | { readonly part: 'body'; readonly why: 'changed' | 'missing-without-reason' | 'half-erased' }
  | { readonly part: 'end'; readonly expectedSeq: number }
);

/**
 * How far a verification has come; fold rows over it, so that a chain of any length needs the memory of one row. `seals` are those the
 * next row may rest on: the stored one and, where that did not fit, what it should have been. So one altered row is one fault.
 */
export type ChainState = { readonly seq: number; readonly seals: readonly Uint8Array[]; readonly eventId: string };

export type ChainVerdict = { readonly state: ChainState; readonly faults: readonly ChainFault[] };

export const chainStart: ChainState = { seq: 0, seals: [firstSeal], eventId: '' };

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

const fits = (row: RecordRow, text: string, before: readonly Uint8Array[], hash: Hash) =>
  before.some((seal) => sameBytes(sealOf(seal, text, hash), row.seal));

/** `before` is empty where the row before is missing: then nothing can be said of the seal. */
function eventFault(before: readonly Uint8Array[], row: RecordRow, hash: Hash): ChainFault | undefined {
  const at = { seq: row.seq, eventId: row.event.id };
  const known = before.length > 0;
  const sealed = fits(row, row.text, before, hash);
  const rebuilt = eventText(row.event);
  if (rebuilt === row.text) return sealed || !known ? undefined : { ...at, part: 'seal' };
  const byteOffset = firstDifference(row.text, rebuilt);
  const column = columnAt(row.event, byteOffset);
  if (!known) return { ...at, part: 'undecided', column, byteOffset };
  // The seal decides which of the two was altered: the one it still fits is the original.
  return { ...at, part: sealed ? 'column' : 'event-text', column, byteOffset };
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

/** Whether the commitment the body is held to is the sealed one; if the text itself is in doubt, nothing can be said of the body. */
const trustsText = (fault: ChainFault | undefined) => fault === undefined || fault.part === 'column';

/**
 * One step of the fold: the new state, and what is wrong with this row (sequence, then event and seal, then body). The fold goes on from
 * a row that is wrong by what it should have been or by what it says, whichever the next row rests on, so that every independent break is
 * named and none for another's sake.
 */
export function verifyRow(state: ChainState, row: RecordRow, hash: Hash = sha256): ChainVerdict {
  const gap = row.seq !== state.seq + 1;
  const before = gap ? [] : state.seals;
  const event = eventFault(before, row, hash);
  const body = bodyFault(row, hash);
  const faults: ChainFault[] = [];
  if (gap) faults.push({ seq: row.seq, eventId: row.event.id, part: 'sequence', expectedSeq: state.seq + 1 });
  if (event) faults.push(event);
  if (body && (trustsText(event) || (body.part === 'body' && body.why !== 'changed'))) faults.push(body);
  const meant = event ? before.flatMap((seal) => [row.text, eventText(row.event)].map((text) => sealOf(seal, text, hash))) : [];
  return { state: { seq: row.seq, seals: [row.seal, ...meant], eventId: row.event.id }, faults };
}

/**
 * The last step: the chain must reach the head that was noted elsewhere (a table of heads, a published seal);
 * without it, rows cut off at the end cannot be missed.
 */
export function verifyEnd(
  { seq, seals, eventId }: ChainState,
  head: { readonly seq: number; readonly seal: Uint8Array },
): readonly ChainFault[] {
  const reached = seq === head.seq && seals.some((seal) => sameBytes(seal, head.seal));
  return reached ? [] : [{ seq, eventId, part: 'end', expectedSeq: head.seq }];
}

/**
 * Verifies a whole chain in order of seq: every seal follows from the one before it (hash chain), every column says what the sealed
 * text says, every body fits its commitment or was erased with a reason. Returns the state at the end and every independent fault.
 */
export function verifyChain(
  rows: Iterable<RecordRow>,
  { head, hash = sha256 }: { readonly head?: { readonly seq: number; readonly seal: Uint8Array }; readonly hash?: Hash } = {},
): ChainVerdict {
  let state = chainStart;
  const faults: ChainFault[] = [];
  for (const row of rows) {
    const verdict = verifyRow(state, row, hash);
    state = verdict.state;
    faults.push(...verdict.faults);
  }
  return { state, faults: head ? [...faults, ...verifyEnd(state, head)] : faults };
}
