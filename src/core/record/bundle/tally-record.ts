import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { Sources } from '../../verdict/blended/sources.ts';
import type { Override } from '../../verdict/overrides.ts';
import type { TallyRules } from '../../verdict/rules.ts';
import { canonicalJson, type Json } from '../canonical.ts';
import { type Checkpoint, checkpointText } from '../checkpoint.ts';
import type { Hash } from '../event.ts';
import { merkleTree, rootAt } from '../merkle.ts';
import { type NoteKey, noteOf, type Sign, signatureLine } from '../note.ts';
import { ballotBody, logWriter, marksOf, type Opening, seedCommitment, seedOf } from './ballot-log.ts';
import { type Links, linksOf, type Pseudonyms, pseudonymsOf } from './pseudonyms.ts';
import { openingOf, type RecordedSaid, recordSaid } from './recorded-said.ts';

export type BundleKind = 'public' | 'auditor';

/** 32 random bytes each, made for one tally: who is who, every salt, and the half of the seed that is committed to beforehand. */
export type Secrets = { readonly pseudonyms: Uint8Array; readonly salts: Uint8Array; readonly seed: Uint8Array };

/** One ballot as bundles hold it: `judgeHere` and `salt` in both kinds, the rest for the auditor alone. */
export type RecordedBallot = {
  readonly seq: number;
  /** Which round it is of, where the rules have rounds. */
  readonly round?: string;
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

/** Entries of a category whose ballots of one judge the public can tell: there his name is the same. */
export type Linked = { readonly category: string; readonly entries: readonly string[] };

export type TallyRecord = {
  readonly rulesText: string;
  readonly commitment: string;
  readonly secret: string;
  readonly seed: string;
  readonly ballots: readonly RecordedBallot[];
  readonly linked: readonly Linked[];
  readonly said: RecordedSaid;
  /** All entries, whether anybody marked them or not: one canonical line each; of every round, where there are rounds. */
  readonly entriesText: string;
  readonly log: ReturnType<typeof logWriter>;
  readonly checkpoints: ReadonlyMap<string, string>;
  /** Adds the result's event and the last checkpoint; the record is whole after that. */
  readonly close: (results: Readonly<Record<BundleKind, string>>) => void;
};

export type RecordInput = {
  /** Ballots as they were cast, a table for each round of the rules, and what else the score is made of. */
  readonly sources: Sources;
  /** What people decided otherwise: in the log beside what was cast, never in its place. */
  readonly overrides?: readonly Override[];
  readonly rules: TallyRules;
  /** RFC 3339 instant of making. */
  readonly at: string;
  /** The log's name: one line without spaces at its ends, such as `handbell-awards.example/2027`. */
  readonly origin: string;
  readonly secrets: Secrets;
  /** Ballots set aside as empty seats, by number; a list for each round. */
  readonly emptySeats?: readonly (readonly number[])[];
  /** By category and entry (see `partKey`), where no judge joins the parts of a category: which one an entry lies in. */
  readonly parts?: ReadonlyMap<string, number | null>;
  /** The entries head to head was asked of, in the one table of ballots; whole categories where that is not said. */
  readonly compared?: Links;
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

/** The name of round number `i`; none where the rules have no rounds. */
const roundOf = ({ rounds }: TallyRules, i: number): { readonly round?: string } => {
  const round = rounds?.[i]?.round;
  return round === undefined ? {} : { round };
};

/** An entry among the parts of a tally. */
export const partKey = (category: string, entry: string): string => JSON.stringify([category, entry]);

function entryLines({ sources, rules, parts }: RecordInput): string {
  const lines = sources.rounds.flatMap(({ entries, categories }, i) =>
    entries.map(({ name, category: number }) => {
      const category = categories[number] ?? '';
      const part = parts?.get(partKey(category, name));
      return canonicalJson({ category, entry: name, ...roundOf(rules, i), ...(part !== undefined && { part }) });
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
}

const pseudonymNumber = (name: string): number => Number(name.slice('Judge '.length));

type Unnumbered = { readonly ballot: Omit<RecordedBallot, 'seq'>; readonly key: string };

/** How an override names a ballot. */
const keyOf = (round: number, { category, entry, judge }: Pick<Override, 'category' | 'entry' | 'judge'>): string =>
  JSON.stringify([round, category, entry, judge]);

/** Ballots of a round under pseudonyms, in the order of entries and, within one, of the judges' public names: the order tells nothing about who is who. */
function recordedBallots(input: RecordInput, table: BallotTable, i: number, names: Pseudonyms, hash: Hash): Unnumbered[] {
  const group = (name: string | null | undefined) => (name === null || name === undefined ? null : (names.groups.get(name) ?? null));
  const empty = new Set(input.emptySeats?.[i]);
  const order = Array.from(table.ballotEntry, (entry, ballot) => ({ entry, ballot, here: names.here[i]?.[ballot] ?? '' }));
  order.sort((a, b) => a.entry - b.entry || pseudonymNumber(a.here) - pseudonymNumber(b.here));
  return order.map(({ entry: e, ballot, here }) => {
    const entry = table.entries[e];
    const judge = table.ballotJudge[ballot] ?? 0;
    const at = table.at?.[ballot];
    const of = { category: table.categories[entry?.category ?? 0] ?? '', entry: entry?.name ?? '' };
    const recorded = {
      ...of,
      ...roundOf(input.rules, i),
      entryGroup: group(entry?.group),
      judgeHere: here,
      judge: names.judges[i]?.[judge] ?? '',
      judgeGroup: group(table.judges[judge]?.group),
      at: at === undefined || Number.isNaN(at) ? null : at,
      marks: marksOf(table, ballot),
      opening: openingOf(input.secrets.salts, `${i} ${ballot}`, hash),
      emptySeat: empty.has(ballot),
    };
    return { ballot: recorded, key: keyOf(i, { ...of, judge: table.judges[judge]?.name ?? '' }) };
  });
}

/** What is linked, by name. */
function linkedIn({ categories, entries }: BallotTable, links: Links): Linked[] {
  return links.flatMap((linked) => {
    const category = categories[entries[linked[0] ?? -1]?.category ?? -1];
    const names = linked.flatMap((entry) => entries[entry]?.name ?? []);
    return category === undefined || names.length < 2 ? [] : [{ category, entries: names }];
  });
}

/** The number of the ballot an override is of. It has been applied before, so there is one. */
function ballotFinder({ sources, rules }: RecordInput, numbers: ReadonlyMap<string, number>) {
  return (override: Override): number => {
    const named = rules.rounds?.findIndex(({ round }) => round === override.round) ?? -1;
    const rounds = named >= 0 ? [named] : [...sources.rounds.keys()];
    const found = rounds.flatMap((round) => numbers.get(keyOf(round, override)) ?? [])[0];
    if (found === undefined) throw new RangeError('an override of no ballot');
    return found;
  };
}

/**
 * Records a tally: rules and the commitment to the seed, every ballot, what there is beside ballots, closing, the seed that follows. What is still to come
 * is the result, by `close`. `hash` may be a native SHA-256; the record is the same.
 */
export function recordTally(input: RecordInput): TallyRecord {
  const { sources, overrides = [], rules, at, origin, secrets, signer, hash = sha256 } = input;
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
  const numbers = new Map<string, number>();
  const links = sources.rounds.map((table) => linksOf(table, rules, input.compared));
  const names = pseudonymsOf(
    sources.rounds,
    overrides.map(({ who }) => who),
    links,
    secrets.pseudonyms,
  );
  const unnumbered = sources.rounds.flatMap((table, i) => recordedBallots(input, table, i, names, hash));
  const ballots = unnumbered.map(({ ballot, key }): RecordedBallot => {
    const seq = log.lines.length;
    log.add('ballot', ballotBody(ballot, ballot.opening, hash));
    numbers.set(key, seq);
    return { ...ballot, seq };
  });
  const { values, votes } = sources;
  const said = recordSaid({ values, votes, overrides, ballotOf: ballotFinder(input, numbers), names }, secrets.salts, log.add, hash);
  const entriesText = entryLines(input);
  log.add('closing', { ballots: ballots.length, entries: sha256Hex(entriesText) });
  const root = checkpoint('closing');
  const secret = bytesToHex(secrets.seed);
  const seed = seedOf(secrets.seed, root);
  log.add('seed', { secret, closingRoot: bytesToHex(root), seed });
  const close = (results: Readonly<Record<BundleKind, string>>): void => {
    log.add('result', { auditor: sha256Hex(results.auditor), public: sha256Hex(results.public) });
    checkpoint('result');
  };
  const linked = sources.rounds.flatMap((table, i) => linkedIn(table, links[i] ?? []));
  return { entriesText, rulesText, commitment, secret, seed, ballots, linked, said, log, checkpoints, close };
}
