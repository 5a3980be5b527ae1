import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type BallotTable, isMark, notScored } from '../../scoring/ballot-table.ts';
import { type Scale, shownMark } from '../../scoring/scale.ts';
import type { Override } from '../../verdict/overrides.ts';
import { canonicalJson, type Json } from '../canonical.ts';
import type { Hash } from '../event.ts';
import { leafHash } from '../merkle.ts';

/**
 * The log of a tally: rules, then every ballot, what else the score is made of, what people decided otherwise, closing, seed, result; one
 * canonical line an event, each naming the leaf before it. Marks, values, votes and persons stand in it as salted commitments only, so it
 * may be published while judging goes on.
 */
export const eventTypes = ['rules', 'ballot', 'metric', 'votes', 'override', 'closing', 'seed', 'result'] as const;

export type LogEvent = {
  readonly v: 1;
  readonly seq: number;
  readonly type: (typeof eventTypes)[number];
  readonly at: string;
  /** Leaf hash of the event before, as hex; 64 zeros for the first. */
  readonly prev: string;
  readonly body: { readonly [key: string]: Json };
};

/** What opens one ballot's commitments. `salt` opens marks and the judge's public name; `linkSalt` the name that links ballots of one judge. */
export type Opening = { readonly salt: Uint8Array; readonly linkSalt: Uint8Array };

/** Which round a ballot is of, where the rules have rounds. */
type InRound = { readonly round?: string };

/** What a ballot is committed to: names are pseudonyms; a mark is a whole number or the word of its state. */
export type CommittedBallot = InRound & {
  readonly category: string;
  readonly entry: string;
  readonly judgeHere: string;
  readonly judge: string;
  readonly marks: Readonly<Record<string, number | string>>;
};

const tag = utf8ToBytes('plaudit.ballot.v1\0');

const encoder = new TextEncoder();

/** Where commitments are put together, one at a time: the tag stands there for all of them. */
let room = Uint8Array.from({ length: 1024 }, (_, i) => tag[i] ?? 0);

/**
 * SHA-256(tag || salt || what || NUL || value) as hex. Salts are 32 bytes, names hold no NUL, so that no two readings share bytes. `hash`
 * must not keep what it is given.
 */
export function committed(salt: Uint8Array, what: string, value: string, hash: Hash = sha256): string {
  if (salt.length !== 32) throw new RangeError(`the salt must be 32 bytes, not ${salt.length}`);
  const text = `${what}\0${value}`;
  const from = tag.length + salt.length;
  const most = from + 3 * text.length;
  if (room.length < most) room = Uint8Array.from({ length: 2 * most }, (_, i) => tag[i] ?? 0);
  room.set(salt, tag.length);
  return bytesToHex(hash(room.subarray(0, from + encoder.encodeInto(text, room.subarray(from)).written)));
}

const words = new Map<number, string>([
  [notScored.notApplicable, 'n/a'],
  [notScored.abstained, 'abstained'],
  [notScored.recused, 'recused'],
]);

/** A mark as it is written in bundles: the number in the judges' units, `n/a`, `abstained`, `recused`, or undefined where nothing was handed in. */
function markText(mark: number, scale: Scale): string | undefined {
  return isMark(mark) ? String(shownMark(mark, scale)) : words.get(mark);
}

/** Marks of one ballot by criterion, those that were handed in. */
export function marksOf(table: BallotTable, ballot: number): Record<string, string> {
  const width = table.criteria.length;
  const said = table.criteria.map(
    ({ id, scale }, c) => [id, markText(table.marks[ballot * width + c] ?? notScored.missing, scale)] as const,
  );
  return Object.fromEntries(said.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

/** The body of a ballot's event: category and entry in clear, everything else committed, each mark by itself so that one can be named. */
export function ballotBody(ballot: CommittedBallot, { salt, linkSalt }: Opening, hash: Hash = sha256): LogEvent['body'] {
  const marks = Object.entries(ballot.marks).map(([criterion, mark]) => [
    criterion,
    committed(salt, `mark\0${criterion}`, String(mark), hash),
  ]);
  return {
    category: ballot.category,
    entry: ballot.entry,
    ...(ballot.round !== undefined && { round: ballot.round }),
    judgeHere: committed(salt, 'judge', ballot.judgeHere, hash),
    judge: committed(linkSalt, 'link', ballot.judge, hash),
    marks: Object.fromEntries(marks),
  };
}

/** A measured value as bundles hold it; in the log all but the value stands in clear. */
export type CommittedMetric = { readonly category: string; readonly entry: string; readonly metric: string; readonly value: string };

export function metricBody({ value, ...said }: CommittedMetric, salt: Uint8Array, hash: Hash = sha256): LogEvent['body'] {
  return { ...said, value: committed(salt, 'value', value, hash) };
}

/** How many voted for an entry, as bundles hold it. */
export type CommittedVotes = { readonly category: string; readonly entry: string; readonly votes: string; readonly count?: string };

export function votesBody({ votes, category, entry, count }: CommittedVotes, salt: Uint8Array, hash: Hash = sha256): LogEvent['body'] {
  return { category, entry, ...(count !== undefined && { count }), votes: committed(salt, 'votes', votes, hash) };
}

/** The mark of an override in bundles: as on a ballot, and `missing` where it takes a mark away. */
export function overrideText(mark: Override['mark']): string {
  if (typeof mark === 'number') return String(mark);
  return mark === 'missing' ? mark : (words.get(notScored[mark]) ?? mark);
}

/**
 * What an override is committed to: the number of the ballot, the criterion (empty for all of it), the mark in its place, who decided it
 * (in public by a pseudonym, `whoHere`) and why.
 */
export type CommittedOverride = {
  readonly ballot: number;
  readonly criterion: string;
  readonly mark: string;
  readonly whoHere: string;
  readonly who: string;
  readonly why: string;
};

export function overrideBody(override: CommittedOverride, { salt, linkSalt }: Opening, hash: Hash = sha256): LogEvent['body'] {
  const { ballot, criterion, mark, whoHere, who, why } = override;
  return {
    ballot,
    criterion,
    mark: committed(salt, 'override', mark, hash),
    whoHere: committed(salt, 'person', whoHere, hash),
    who: committed(linkSalt, 'who', who, hash),
    why: committed(linkSalt, 'why', why, hash),
  };
}

export const noLeaf = '0'.repeat(64);

/** Writes events in order, keeping the line and the leaf hash of each. */
export function logWriter(at: string, hash: Hash = sha256) {
  const lines: string[] = [];
  const leaves: Uint8Array[] = [];
  let prev = noLeaf;
  const add = (type: LogEvent['type'], body: LogEvent['body']): number => {
    const event: LogEvent = { v: 1, seq: lines.length, type, at, prev, body };
    const line = canonicalJson(event);
    const leaf = leafHash(line, hash);
    lines.push(line);
    leaves.push(leaf);
    prev = bytesToHex(leaf);
    return lines.length;
  };
  return { lines, leaves, add };
}

/**
 * The seed of every draw and lot: SHA-256(tag || secret || root at closing), as hex. The secret is committed to with the rules, before
 * a ballot is known; the root is fixed by the ballots: neither side chooses the seed alone.
 */
export function seedOf(secret: Uint8Array, closingRoot: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes('plaudit.seed.v1\0'), secret, closingRoot)));
}

/** What is published of the secret with the rules. */
export function seedCommitment(secret: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes('plaudit.seed-commitment.v1\0'), secret)));
}
