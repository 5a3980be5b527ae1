import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from '../canonical.ts';
import type { Hash } from '../event.ts';
import { keyText, type NoteKey } from '../note.ts';
import type { BundleKind, RecordedBallot, TallyRecord } from './tally-record.ts';

/** What a recount bundle is made of; the zip holds exactly these files. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export const bundleFormat = 'plaudit-recount';

function ballotLine(ballot: RecordedBallot, kind: BundleKind): string {
  const { seq, category, entry, judgeHere, marks, opening } = ballot;
  const open = { seq, category, entry, judge: judgeHere, marks, salt: bytesToHex(opening.salt) };
  if (kind === 'public') return canonicalJson(ballot.emptySeat ? { ...open, emptySeat: true } : open);
  const { judge, judgeGroup, entryGroup, at } = ballot;
  return canonicalJson({ ...open, judge, judgeHere, judgeGroup, entryGroup, at, linkSalt: bytesToHex(opening.linkSalt) });
}

/** The ballots of a bundle, one canonical line each: what is recounted. */
export function ballotsText(record: Pick<TallyRecord, 'ballots'>, kind: BundleKind): string {
  return record.ballots.map((ballot) => `${ballotLine(ballot, kind)}\n`).join('');
}

/** Who was asked to judge what, without a mark: every ballot's seat and how much of it was handed in. */
function designText(record: Pick<TallyRecord, 'ballots'>, kind: BundleKind): string {
  const line = ({ seq, category, entry, judge, judgeHere, marks }: RecordedBallot): string =>
    canonicalJson({ seq, category, entry, judge: kind === 'public' ? judgeHere : judge, criteria: Object.keys(marks).sort() });
  return record.ballots.map((ballot) => `${line(ballot)}\n`).join('');
}

export type BundleFacts = {
  readonly kind: BundleKind;
  readonly origin: string;
  /** `plaudit 0.1.0`: what made it. */
  readonly software: string;
  readonly keys: readonly NoteKey[];
  /** How to recount it, for whoever opens the archive. */
  readonly readme: string;
};

/** The files of a bundle. The record must be closed; `result` is the text of the result of this kind, canonical JSON. */
export function bundleFiles(record: TallyRecord, result: string, facts: BundleFacts, hash: Hash = sha256): BundleFiles {
  const { kind, origin, software, keys, readme } = facts;
  const texts = new Map<string, string>([
    ['README.txt', readme],
    ['ballots.jsonl', ballotsText(record, kind)],
    ['design.jsonl', designText(record, kind)],
    ['entries.jsonl', record.entriesText],
    ['keys.txt', keys.map((key) => `${keyText(key)}\n`).join('')],
    ['log.jsonl', record.log.lines.map((line) => `${line}\n`).join('')],
    ['result.json', result],
    ['rules.json', record.rulesText],
    ['seed.json', canonicalJson({ commitment: record.commitment, secret: record.secret, seed: record.seed })],
    ...[...record.checkpoints].map(([name, text]) => [`checkpoints/${name}.txt`, text] as const),
  ]);
  const files = new Map([...texts].map(([name, text]) => [name, utf8ToBytes(text)]));
  const listed: Json = Object.fromEntries([...files].map(([name, bytes]) => [name, bytesToHex(hash(bytes))]));
  const manifest = canonicalJson({ format: bundleFormat, version: 1, kind, origin, software, files: listed });
  return new Map([['manifest.json', utf8ToBytes(manifest)], ...files]);
}
