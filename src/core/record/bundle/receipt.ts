import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { readCheckpoint } from '../checkpoint.ts';
import type { Hash } from '../event.ts';
import { inclusionProof, leafHash, merkleTree, verifyInclusion } from '../merkle.ts';
import { checkSignature, type NoteKey, readNote } from '../note.ts';
import { committed } from './ballot-log.ts';
import type { BundleFiles } from './files.ts';
import { linesOf, parsed, shapes, textOf, textsByName } from './shapes.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const shape = z.strictObject({
  format: z.literal('plaudit-receipt'),
  version: z.literal(1),
  /** The ballot's line of the log, letter by letter. */
  event: z.string(),
  /** Hashes from the leaf up to the root at closing (RFC 6962 §2.1.1). */
  proof: z.array(hex32).max(64),
  /** The head of the log at closing, as it was published. */
  checkpoint: z.string(),
  marks: textsByName,
  salt: hex32,
});

/** What a judge keeps of one ballot: enough to show that it stood in the log at closing, with these marks, and nothing of any other. */
export type Receipt = z.infer<typeof shape>;

const head = (text: string) => readCheckpoint(readNote(text)?.text ?? text);

/** The receipt of ballot number `seq`; undefined where the bundle holds no such ballot, or is not whole. */
export function receiptOf(files: BundleFiles, seq: number, hash: Hash = sha256): Receipt | undefined {
  const lines = linesOf(textOf(files, 'log.jsonl'));
  const checkpoint = textOf(files, 'checkpoints/closing.txt');
  const size = head(checkpoint)?.size ?? 0;
  const ballots = linesOf(textOf(files, 'ballots.jsonl')).map((line) => parsed(shapes.ballot, line));
  const ballot = ballots.find((one) => one?.seq === seq);
  const event = lines[seq];
  if (!ballot || event === undefined || seq >= size || size > lines.length) return undefined;
  const tree = merkleTree(
    lines.map((line) => leafHash(line, hash)),
    hash,
  );
  const proof = inclusionProof(tree, seq, size).map(bytesToHex);
  return { format: 'plaudit-receipt', version: 1, event, proof, checkpoint, marks: ballot.marks, salt: ballot.salt };
}

export type ReceiptAnswer =
  /** `signed`: one of the keys given signed the head the ballot stands under. */
  | { readonly holds: true; readonly ballot: number; readonly origin: string; readonly root: string; readonly signed: boolean }
  | { readonly holds: false; readonly why: 'unreadable' | 'not-in-log' | 'signature-bad' | 'marks-differ' };

/** Whether a receipt holds by itself: nothing else of the bundle is needed, or known. Never throws. */
export function checkReceipt(text: string, keys: readonly NoteKey[], hash: Hash = sha256): ReceiptAnswer {
  const receipt = parsed(shape, text);
  const event = parsed(shapes.event, receipt?.event ?? '');
  const checkpoint = head(receipt?.checkpoint ?? '');
  if (!receipt || !checkpoint || event?.type !== 'ballot') return { holds: false, why: 'unreadable' };
  const leaf = leafHash(utf8ToBytes(receipt.event), hash);
  const { size, root, origin } = checkpoint;
  const stands = verifyInclusion({ leaf, index: event.seq, size, root, proof: receipt.proof.map(hexToBytes) }, hash);
  if (!stands || !checkpoint.extension.includes('plaudit closing')) return { holds: false, why: 'not-in-log' };
  const note = readNote(receipt.checkpoint);
  const states = keys.map((key) => (note ? checkSignature(note, key).state : 'absent'));
  if (states.includes('bad')) return { holds: false, why: 'signature-bad' };
  const marks = Object.entries(receipt.marks).map(([criterion, mark]) => [
    criterion,
    committed(hexToBytes(receipt.salt), `mark\0${criterion}`, mark, hash),
  ]);
  const stated = Object.entries(textsByName.safeParse(event.body.marks).data ?? {});
  const sorted = (pairs: readonly (readonly (string | undefined)[])[]) => JSON.stringify(pairs.map((pair) => pair.join('\0')).sort());
  if (sorted(marks) !== sorted(stated)) return { holds: false, why: 'marks-differ' };
  return { holds: true, ballot: event.seq, origin, root: bytesToHex(root), signed: states.includes('good') };
}
