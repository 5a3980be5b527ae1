import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from '../canonical.ts';
import { readCheckpoint } from '../checkpoint.ts';
import type { Hash } from '../event.ts';
import { leafHash, merkleTree, rootAt } from '../merkle.ts';
import { checkSignature, keyText, type Note, type NoteKey, readNote } from '../note.ts';
import { noLeaf } from './ballot-log.ts';
import type { BundleFiles } from './files.ts';
import type { Say } from './finding.ts';
import { type LogEvent, linesOf, parsed, shapes, textOf } from './shapes.ts';

/** Whether every object within has its keys in the order of canonical JSON. */
function keysAscend(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key) && Object.values(value).every((member) => keysAscend(member));
}

/**
 * A text with half a surrogate pair has no canonical form: it is not canonical, and no reason to stop. Most lines are told by the
 * engine's own writer, which writes numbers and texts as RFC 8785 does, and differs in the order of keys and in such halves alone.
 */
function isCanonical(value: Json, line: string): boolean {
  if (JSON.stringify(value) === line && !line.includes('\\ud') && line.isWellFormed() && keysAscend(value)) return true;
  try {
    return canonicalJson(value) === line;
  } catch {
    return false;
  }
}

/** Reads the log: canonical lines, numbered from 0, each naming the leaf before it. A line that breaks off is named; reading goes on after it. */
export function readLog(text: string, say: Say, hash: Hash): { events: (LogEvent | undefined)[]; leaves: Uint8Array[] } {
  const leaves: Uint8Array[] = [];
  let prev = noLeaf;
  const events = linesOf(text).map((line, seq) => {
    const event = parsed(shapes.event, line);
    const facts = { file: 'log.jsonl', row: seq + 1 };
    if (!event || !isCanonical(event, line)) say('log', 'line-not-canonical', facts);
    else if (event.seq !== seq) say('log', 'out-of-order', facts);
    else if (event.prev !== prev) say('log', 'chain-broken', facts);
    const leaf = leafHash(line, hash);
    leaves.push(leaf);
    prev = bytesToHex(leaf);
    return event;
  });
  return { events, leaves };
}

/** What the seed has to rest on, so that nobody adds any of it once the draws can be foreseen. */
const beforeClosing: ReadonlySet<LogEvent['type']> = new Set(['ballot', 'metric', 'votes', 'override']);

/** Where each published head belongs: after the rules, after closing, at the end; and what came after closing is named. */
function expectedSizes(events: readonly (LogEvent | undefined)[], say: Say): ReadonlyMap<string, number> {
  const closing = events.findIndex((event) => event?.type === 'closing');
  events.forEach((event, seq) => {
    if (event && beforeClosing.has(event.type) && closing >= 0 && seq > closing)
      say('log', `${event.type}-after-closing`, { file: 'log.jsonl', row: seq + 1, ballot: seq });
  });
  return new Map([
    ['rules', 1],
    ['closing', closing + 1],
    ['result', events.length],
  ]);
}

export type Signed = { readonly checkpoint: string; readonly name: string; readonly at: number | null; readonly trusted: boolean };

type Keys = { readonly trusted: readonly NoteKey[]; readonly claimed: readonly NoteKey[] };

function checkSignatures(checkpoint: string, note: Note | undefined, { trusted, claimed }: Keys, say: Say): Signed[] {
  const known = new Set(trusted.map(keyText));
  const keys = [...trusted, ...claimed.filter((key) => !known.has(keyText(key)))];
  return keys.flatMap((key): Signed[] => {
    const { state, at } = note ? checkSignature(note, key) : { state: 'absent', at: null };
    const facts = { file: `checkpoints/${checkpoint}.txt`, name: key.name };
    if (state === 'bad') say('signatures', 'signature-bad', facts);
    if (state === 'absent' && key.kind === 'log') say('signatures', 'signature-missing', facts);
    return state === 'good' ? [{ checkpoint, name: key.name, at, trusted: known.has(keyText(key)) }] : [];
  });
}

/** Holds the published heads against the log, and says which keys signed them. */
export function checkCheckpoints(
  files: BundleFiles,
  { events, leaves }: ReturnType<typeof readLog>,
  { origin, keys }: { readonly origin: string; readonly keys: Keys },
  say: Say,
  hash: Hash,
): { readonly signatures: readonly Signed[]; readonly root: Uint8Array } {
  const tree = merkleTree(leaves, hash);
  const signatures: Signed[] = [];
  for (const [name, size] of expectedSizes(events, say)) {
    const file = `checkpoints/${name}.txt`;
    const text = textOf(files, file);
    const note = readNote(text);
    const head = readCheckpoint(note?.text ?? text);
    if (!head || head.origin !== origin || !head.extension.includes(`plaudit ${name}`))
      say('checkpoints', 'checkpoint-unreadable', { file });
    else if (head.size !== size || size > tree.size) say('checkpoints', 'size-differs', { file, size: head.size, found: size });
    else if (bytesToHex(rootAt(tree, size)) !== bytesToHex(head.root)) say('checkpoints', 'root-differs', { file, size });
    signatures.push(...checkSignatures(name, note, keys, say));
  }
  return { signatures, root: rootAt(tree) };
}
