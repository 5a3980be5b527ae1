import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Facts } from '../../problems/problem.ts';
import type { Json } from '../canonical.ts';
import type { Hash } from '../event.ts';
import { merkleTree, rootAt } from '../merkle.ts';
import { type NoteKey, readKey } from '../note.ts';
import { seedCommitment, seedOf } from './ballot-log.ts';
import { readBallots } from './check-ballots.ts';
import { checkCheckpoints, readLog, type Signed } from './check-log.ts';
import { type BundleSaid, readSaid } from './check-said.ts';
import { differences } from './differences.ts';
import type { BundleFiles } from './files.ts';
import type { Finding, Say } from './finding.ts';
import { type BundleBallot, type BundleEntry, type LogEvent, linesOf, type Manifest, parsed, shapes, textOf } from './shapes.ts';

/** What a bundle of this kind is counted from: rules as they stand in it, the seed, the ballots with their line numbers, and what is beside. */
export type Counted = BundleSaid & {
  readonly kind: 'public' | 'auditor';
  readonly rules: Json;
  readonly seed: string;
  readonly entries: readonly BundleEntry[];
  readonly ballots: readonly BundleBallot[];
};

/** What recomputes a result from a bundle. */
export type Recompute = (
  input: Counted,
) => { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusals: readonly { code: string; facts: Facts }[] };

export type Recount = {
  readonly kind: 'public' | 'auditor' | null;
  readonly origin: string | null;
  readonly software: string | null;
  /** SHA-256 of the manifest: one number for the whole bundle. */
  readonly fingerprint: string | null;
  readonly root: string | null;
  readonly ballots: number;
  /** Values, votes and overrides beside the ballots. */
  readonly said: { readonly values: number; readonly votes: number; readonly overrides: number };
  readonly signatures: readonly Signed[];
  readonly findings: readonly Finding[];
  /** The result as it was recomputed here, canonical JSON; null where it could not be. */
  readonly result: string | null;
  readonly agrees: boolean;
};

const saidNone = { values: 0, votes: 0, overrides: 0 };

/** Differences of a result that are listed: with a forged mark nearly every figure of the model is another. */
const mostDifferences = 200;

function checkFiles(files: BundleFiles, say: Say, hash: Hash): Manifest | undefined {
  const manifest = parsed(shapes.manifest, textOf(files, 'manifest.json'));
  if (!manifest) {
    say('files', 'no-manifest', { file: 'manifest.json' });
    return undefined;
  }
  for (const [file, expected] of Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = files.get(file);
    if (!bytes) say('files', 'file-missing', { file });
    else if (bytesToHex(hash(bytes)) !== expected) say('files', 'file-changed', { file });
  }
  for (const file of files.keys()) {
    if (file !== 'manifest.json' && !Object.hasOwn(manifest.files, file)) say('files', 'file-unlisted', { file });
  }
  return manifest;
}

function checkSeed(
  files: BundleFiles,
  events: readonly (LogEvent | undefined)[],
  leaves: readonly Uint8Array[],
  say: Say,
  hash: Hash,
): string {
  const stated = parsed(shapes.seed, textOf(files, 'seed.json'));
  const closing = events.findIndex((event) => event?.type === 'closing');
  if (!stated || closing < 0) {
    say('seed', 'seed-unreadable', { file: 'seed.json' });
    return stated?.seed ?? '';
  }
  const secret = hexToBytes(stated.secret);
  if (seedCommitment(secret) !== stated.commitment || events[0]?.body.seedCommitment !== stated.commitment) {
    say('seed', 'seed-not-the-committed', { file: 'seed.json' });
  }
  const seed = seedOf(secret, rootAt(merkleTree(leaves.slice(0, closing + 1), hash)));
  if (seed !== stated.seed) say('seed', 'seed-differs', { file: 'seed.json' });
  return seed;
}

function checkRules(files: BundleFiles, first: LogEvent | undefined, say: Say, hash: Hash): Json {
  if (first?.type !== 'rules' || first.body.rules !== bytesToHex(hash(files.get('rules.json') ?? new Uint8Array(0)))) {
    say('rules', 'rules-differ', { file: 'rules.json' });
  }
  return parsed(z.json(), textOf(files, 'rules.json')) ?? null;
}

/** The entries there were at closing; a line that is none is passed over, as the hash has told already that the file is another. */
function readEntries(files: BundleFiles, events: readonly (LogEvent | undefined)[], say: Say, hash: Hash): BundleEntry[] {
  const file = 'entries.jsonl';
  const closing = events.find((event) => event?.type === 'closing');
  if (closing?.body.entries !== bytesToHex(hash(files.get(file) ?? new Uint8Array(0)))) say('ballots', 'entries-differ', { file });
  return linesOf(textOf(files, file)).flatMap((line) => parsed(shapes.entry, line) ?? []);
}

function checkResult(
  files: BundleFiles,
  kind: 'public' | 'auditor',
  last: LogEvent | undefined,
  text: string | null,
  say: Say,
  hash: Hash,
): void {
  const stated = files.get('result.json') ?? new Uint8Array(0);
  if (last?.type !== 'result' || last.body[kind] !== bytesToHex(hash(stated))) say('result', 'result-not-in-log', { file: 'result.json' });
  if (text === null || text === textOf(files, 'result.json')) return;
  const found = parsed(z.json(), textOf(files, 'result.json'));
  const here = differences(found ?? null, JSON.parse(text) as Json, mostDifferences);
  for (const { path, stated: was, found: is, about, what } of here)
    say('result', 'result-differs', { file: 'result.json', path, stated: was, found: is, ...about, what });
  if (here.length === 0) say('result', 'result-not-canonical', { file: 'result.json' });
}

/**
 * Recounts a bundle from its files alone: hashes, log, checkpoints and signatures, rules, seed, every ballot against its commitments,
 * and the result recomputed and compared byte for byte. Everything that differs is named; nothing stops at the first. `trusted`: keys
 * known from elsewhere; those in the bundle only say what it claims of itself. Never throws on hostile files.
 */
export function recount(
  files: BundleFiles,
  recompute: Recompute,
  { trusted = [], hash = sha256 }: { readonly trusted?: readonly NoteKey[]; readonly hash?: Hash } = {},
): Recount {
  const findings: Finding[] = [];
  const say: Say = (check, key, facts = {}) => void findings.push({ check, key, facts });
  const manifest = checkFiles(files, say, hash);
  const bundle = { kind: manifest?.kind ?? null, origin: manifest?.origin ?? null, software: manifest?.software ?? null };
  if (!manifest) {
    return { ...bundle, fingerprint: null, root: null, ballots: 0, said: saidNone, signatures: [], findings, result: null, agrees: false };
  }
  const log = readLog(textOf(files, 'log.jsonl'), say, hash);
  const { events, leaves } = log;
  const claimed = linesOf(textOf(files, 'keys.txt')).flatMap((line) => readKey(line) ?? []);
  const { signatures, root } = checkCheckpoints(files, log, { origin: manifest.origin, keys: { trusted, claimed } }, say, hash);
  const rules = checkRules(files, events[0], say, hash);
  const seed = checkSeed(files, events, leaves, say, hash);
  const ballots = readBallots(files, events, say, hash);
  const said = readSaid(files, events, ballots, say, hash);
  const entries = readEntries(files, events, say, hash);
  const recomputed = recompute({ kind: manifest.kind, rules, seed, entries, ballots, ...said });
  if (!recomputed.ok) for (const { code, facts } of recomputed.refusals) say('result', 'not-countable', { ...facts, code });
  const result = recomputed.ok ? recomputed.text : null;
  checkResult(files, manifest.kind, events.at(-1), result, say, hash);
  const fingerprint = bytesToHex(hash(files.get('manifest.json') ?? new Uint8Array(0)));
  return {
    ...bundle,
    fingerprint,
    root: bytesToHex(root),
    ballots: ballots.length,
    said: { values: said.values.length, votes: said.votes.length, overrides: said.overrides.length },
    signatures,
    findings,
    result,
    agrees: findings.length === 0,
  };
}
