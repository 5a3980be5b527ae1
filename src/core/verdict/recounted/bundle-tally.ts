import { sha256 } from '@noble/hashes/sha2.js';
import { emptySeats } from '../../checks/data/seats.ts';
import { viewOf } from '../../checks/view.ts';
import { type BundleFacts, type BundleFiles, ballotsText, bundleFiles, saidTexts } from '../../record/bundle/files.ts';
import { linesOf, parsed, shapes } from '../../record/bundle/shapes.ts';
import { type BundleKind, type Linked, type RecordInput, recordTally, type TallyRecord } from '../../record/bundle/tally-record.ts';
import type { Json } from '../../record/canonical.ts';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import { overridden } from '../overrides.ts';
import { comparedEntries } from './compared.ts';
import { partsOf } from './parts.ts';
import { recompute } from './recompute.ts';

export type Bundled = {
  /** The seed that follows from the ballots: what the verdict has to be drawn with. */
  readonly seed: string;
  readonly bundles: Readonly<Record<BundleKind, BundleFiles>>;
  /** Where the public can tell the ballots of one judge. */
  readonly linked: readonly Linked[];
};

/** The result of one kind, computed from the very lines the bundle will hold, as whoever recounts it will. */
function resultOf(record: TallyRecord, kind: BundleKind): string {
  const said = saidTexts(record, kind);
  const counted = recompute({
    kind,
    rules: JSON.parse(record.rulesText) as Json,
    seed: record.seed,
    entries: linesOf(record.entriesText).flatMap((line) => parsed(shapes.entry, line) ?? []),
    ballots: linesOf(ballotsText(record, kind)).flatMap((line) => parsed(shapes.ballot, line) ?? []),
    values: linesOf(said.get('metrics.jsonl') ?? '').flatMap((line) => parsed(shapes.metric, line) ?? []),
    votes: linesOf(said.get('votes.jsonl') ?? '').flatMap((line) => parsed(shapes.votes, line) ?? []),
    overrides: linesOf(said.get('overrides.jsonl') ?? '').flatMap((line) => parsed(shapes.override, line) ?? []),
  });
  if (counted.ok) return counted.text;
  // What was counted once under names counts again under pseudonyms; anything else is a fault of ours.
  throw new Error(`the bundle does not count: ${JSON.stringify(counted.refusals.slice(0, 3))}`);
}

const seatsOf = (tables: readonly BallotTable[]) => tables.map((table) => emptySeats(viewOf(table)));

/**
 * Records a tally and makes both bundles of it. The record's seed replaces the one of the rules. Overrides are those the verdict was
 * counted with.
 */
export function bundleTally(
  input: Omit<RecordInput, 'emptySeats' | 'parts' | 'compared'>,
  facts: Pick<BundleFacts, 'software'> & { readonly readme: (kind: BundleKind, linked: readonly Linked[]) => string },
): Bundled {
  const { sources, overrides = [], rules, origin, signer, hash = sha256 } = input;
  const counted = overridden(sources, rules, overrides);
  if (!counted.ok) throw new RangeError('overrides of other ballots');
  // A seat may stand empty with the overrides, or without: both are counted.
  const [cast, now] = rules.emptySeats === 'count' ? [] : [sources, counted.value.sources].map(({ rounds }) => seatsOf(rounds));
  const seats = sources.rounds.map((_, i) => [...new Set([...(cast?.[i] ?? []), ...(now?.[i] ?? [])])]);
  const tables = [sources, counted.value.sources].flatMap(({ rounds }) => rounds[0] ?? []);
  const compared = comparedEntries(tables, rules, seats[0] ?? []);
  const record = recordTally({ ...input, emptySeats: seats, parts: partsOf(counted.value.sources, rules), compared });
  const texts = { auditor: resultOf(record, 'auditor'), public: resultOf(record, 'public') };
  record.close(texts);
  const keys = signer ? [signer.key] : [];
  const files = (kind: BundleKind) =>
    bundleFiles(record, texts[kind], { ...facts, readme: facts.readme(kind, record.linked), kind, origin, keys }, hash);
  return { seed: record.seed, linked: record.linked, bundles: { auditor: files('auditor'), public: files('public') } };
}
