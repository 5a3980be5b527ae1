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
  const { seq, round, category, entry, judgeHere, marks, opening } = ballot;
  const of = { seq, category, entry, ...(round !== undefined && { round }) };
  const open = { ...of, judge: judgeHere, marks, salt: bytesToHex(opening.salt) };
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
  const line = ({ seq, round, category, entry, judge, judgeHere, marks }: RecordedBallot): string => {
    const of = { seq, category, entry, ...(round !== undefined && { round }) };
    return canonicalJson({ ...of, judge: kind === 'public' ? judgeHere : judge, criteria: Object.keys(marks).sort() });
  };
  return record.ballots.map((ballot) => `${line(ballot)}\n`).join('');
}

function overrideLine(
  { seq, ballot, criterion, mark, whoHere, who, why, opening }: Recorded['overrides'][number],
  kind: BundleKind,
): string {
  const open = { seq, ballot, criterion, mark, salt: bytesToHex(opening.salt) };
  if (kind === 'public') return canonicalJson({ ...open, who: whoHere });
  return canonicalJson({ ...open, who, whoHere, why, linkSalt: bytesToHex(opening.linkSalt) });
}

type Recorded = TallyRecord['said'];

/** What there is beside ballots, one canonical line each; a file for each kind of which there is any. */
export function saidTexts(
  { said: { values, votes, overrides } }: Pick<TallyRecord, 'said'>,
  kind: BundleKind,
): ReadonlyMap<string, string> {
  const opened = <T extends Recorded['values'][number] | Recorded['votes'][number]>({ opening, ...own }: T): string =>
    canonicalJson({ ...own, salt: bytesToHex(opening.salt) });
  const lines = [
    ['metrics.jsonl', values.map(opened)],
    ['votes.jsonl', votes.map(opened)],
    ['overrides.jsonl', overrides.map((override) => overrideLine(override, kind))],
  ] as const;
  return new Map(lines.filter(([, own]) => own.length > 0).map(([name, own]) => [name, own.map((line) => `${line}\n`).join('')]));
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
    ...saidTexts(record, kind),
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
