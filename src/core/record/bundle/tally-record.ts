import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { TallyRules } from '../../verdict/rules.ts';
import { canonicalJson, type Json } from '../canonical.ts';
import { type Checkpoint, checkpointText } from '../checkpoint.ts';
import type { Hash } from '../event.ts';
import { merkleTree, rootAt } from '../merkle.ts';
import { type NoteKey, noteOf, type Sign, signatureLine } from '../note.ts';
import { ballotBody, logWriter, marksOf, type Opening, seedCommitment, seedOf } from './ballot-log.ts';
import { pseudonymsOf, publicScope } from './pseudonyms.ts';

export type BundleKind = 'public' | 'auditor';

/** 32 random bytes each, made for one tally: who is who, every salt, and the half of the seed that is committed to beforehand. */
export type Secrets = { readonly pseudonyms: Uint8Array; readonly salts: Uint8Array; readonly seed: Uint8Array };

/** One ballot as bundles hold it: `judgeHere` and `salt` in both kinds, the rest for the auditor alone. */
export type RecordedBallot = {
  readonly seq: number;
  readonly category: string;
  readonly entry: string;
  readonly entryGroup: string | null;
  readonly judgeHere: string;
  readonly judge: string;
  readonly judgeGroup: string | null;
  readonly at: number | null;
  readonly marks: Readonly<Record<string, string>>;
  readonly opening: Opening;
  /** Set aside as a seat nobody sat on: decided from all of a judge's ballots, so the public has to be told. */
  readonly emptySeat: boolean;
};

export type TallyRecord = {
  readonly rulesText: string;
  readonly commitment: string;
  readonly secret: string;
  readonly seed: string;
  readonly ballots: readonly RecordedBallot[];
  /** All entries, whether anybody marked them or not: one canonical line each. */
  readonly entriesText: string;
  readonly log: ReturnType<typeof logWriter>;
  readonly checkpoints: ReadonlyMap<string, string>;
  /** Adds the result's event and the last checkpoint; the record is whole after that. */
  readonly close: (results: Readonly<Record<BundleKind, string>>) => void;
};

export type RecordInput = {
  readonly table: BallotTable;
  readonly rules: TallyRules;
  /** RFC 3339 instant of making. */
  readonly at: string;
  /** The log's name: one line without spaces at its ends, such as `handbell-awards.example/2027`. */
  readonly origin: string;
  readonly secrets: Secrets;
  /** Ballots set aside as empty seats, by number. */
  readonly emptySeats?: readonly number[];
  readonly signer?: { readonly key: NoteKey; readonly sign: Sign };
  readonly hash?: Hash;
};

/** The rules as they are published before a ballot is known: everything but the seed, which nobody knows before closing. */
function rulesTextOf(rules: TallyRules): string {
  return canonicalJson({ ...(rules as unknown as { readonly [key: string]: Json }), seed: '' });
}

function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function openingOf(salts: Uint8Array, ballot: number, hash: Hash): Opening {
  const derive = (what: string) => hash(concatBytes(salts, utf8ToBytes(`${what} ${ballot}`)));
  return { salt: derive('salt'), linkSalt: derive('link') };
}

function entryLines({ entries, categories }: BallotTable): string {
  return entries.map(({ name, category }) => `${canonicalJson({ category: categories[category] ?? '', entry: name })}\n`).join('');
}

const pseudonymNumber = (name: string): number => Number(name.slice('Judge '.length));

/** Ballots under pseudonyms, in the order of entries and, within one, of the judges' public names: the order tells nothing about who is who. */
function recordedBallots({ table, rules, secrets, emptySeats = [] }: RecordInput, hash: Hash): Omit<RecordedBallot, 'seq'>[] {
  const names = pseudonymsOf(table, publicScope(rules), secrets.pseudonyms);
  const group = (name: string | null | undefined) => (name === null || name === undefined ? null : (names.groups.get(name) ?? null));
  const empty = new Set(emptySeats);
  const order = Array.from(table.ballotEntry, (entry, ballot) => ({ entry, ballot, here: names.here[ballot] ?? '' }));
  order.sort((a, b) => a.entry - b.entry || pseudonymNumber(a.here) - pseudonymNumber(b.here));
  return order.map(({ entry: e, ballot, here }) => {
    const entry = table.entries[e];
    const judge = table.ballotJudge[ballot] ?? 0;
    const at = table.at?.[ballot];
    return {
      category: table.categories[entry?.category ?? 0] ?? '',
      entry: entry?.name ?? '',
      entryGroup: group(entry?.group),
      judgeHere: here,
      judge: names.judges[judge] ?? '',
      judgeGroup: group(table.judges[judge]?.group),
      at: at === undefined || Number.isNaN(at) ? null : at,
      marks: marksOf(table, ballot),
      opening: openingOf(secrets.salts, ballot, hash),
      emptySeat: empty.has(ballot),
    };
  });
}

/**
 * Records a tally: rules and the commitment to the seed, every ballot, closing, the seed that follows from both. What is still to come
 * is the result, by `close`. `hash` may be a native SHA-256; the record is the same.
 */
export function recordTally(input: RecordInput): TallyRecord {
  const { rules, at, origin, secrets, signer, hash = sha256 } = input;
  const log = logWriter(at, hash);
  const checkpoints = new Map<string, string>();
  const checkpoint = (name: string): Uint8Array => {
    const root = rootAt(merkleTree(log.leaves, hash));
    const head: Checkpoint = { origin, size: log.leaves.length, root, extension: [`plaudit ${name}`] };
    const text = checkpointText(head);
    checkpoints.set(name, signer ? noteOf(text, [signatureLine(text, signer.key, signer.sign)]) : text);
    return root;
  };
  const rulesText = rulesTextOf(rules);
  const commitment = seedCommitment(secrets.seed);
  log.add('rules', { rules: sha256Hex(rulesText), seedCommitment: commitment });
  checkpoint('rules');
  const ballots = recordedBallots(input, hash).map((ballot): RecordedBallot => {
    const seq = log.lines.length;
    log.add('ballot', ballotBody(ballot, ballot.opening, hash));
    return { ...ballot, seq };
  });
  const entriesText = entryLines(input.table);
  log.add('closing', { ballots: ballots.length, entries: sha256Hex(entriesText) });
  const root = checkpoint('closing');
  const secret = bytesToHex(secrets.seed);
  const seed = seedOf(secrets.seed, root);
  log.add('seed', { secret, closingRoot: bytesToHex(root), seed });
  const close = (results: Readonly<Record<BundleKind, string>>): void => {
    log.add('result', { auditor: sha256Hex(results.auditor), public: sha256Hex(results.public) });
    checkpoint('result');
  };
  return { entriesText, rulesText, commitment, secret, seed, ballots, log, checkpoints, close };
}
