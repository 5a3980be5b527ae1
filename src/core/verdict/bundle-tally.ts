import { sha256 } from '@noble/hashes/sha2.js';
import { emptySeats } from '../checks/data/seats.ts';
import { viewOf } from '../checks/view.ts';
import { type BundleFacts, type BundleFiles, ballotsText, bundleFiles } from '../record/bundle/files.ts';
import { linesOf, parsed, shapes } from '../record/bundle/shapes.ts';
import { type BundleKind, type RecordInput, recordTally, type TallyRecord } from '../record/bundle/tally-record.ts';
import type { Json } from '../record/canonical.ts';
import { recompute } from './recompute.ts';

export type Bundled = {
  /** The seed that follows from the ballots: what the verdict has to be drawn with. */
  readonly seed: string;
  readonly bundles: Readonly<Record<BundleKind, BundleFiles>>;
};

/** The result of one kind, computed from the very lines the bundle will hold, as whoever recounts it will. */
function resultOf(record: TallyRecord, kind: BundleKind): string {
  const ballots = linesOf(ballotsText(record, kind)).flatMap((line) => parsed(shapes.ballot, line) ?? []);
  const entries = linesOf(record.entriesText).flatMap((line) => parsed(shapes.entry, line) ?? []);
  const counted = recompute({ kind, rules: JSON.parse(record.rulesText) as Json, seed: record.seed, entries, ballots });
  if (counted.ok) return counted.text;
  // What was counted once under names counts again under pseudonyms; anything else is a fault of ours.
  throw new Error(`the bundle does not count: ${JSON.stringify(counted.refusals.slice(0, 3))}`);
}

/** Records a tally and makes both bundles of it. The record's seed replaces the one of the rules. */
export function bundleTally(input: Omit<RecordInput, 'emptySeats'>, facts: Omit<BundleFacts, 'kind' | 'origin' | 'keys'>): Bundled {
  const { table, rules, origin, signer, hash = sha256 } = input;
  const seats = rules.emptySeats === 'count' ? [] : emptySeats(viewOf(table));
  const record = recordTally({ ...input, emptySeats: seats });
  const texts = { auditor: resultOf(record, 'auditor'), public: resultOf(record, 'public') };
  record.close(texts);
  const keys = signer ? [signer.key] : [];
  const files = (kind: BundleKind) => bundleFiles(record, texts[kind], { ...facts, kind, origin, keys }, hash);
  return { seed: record.seed, bundles: { auditor: files('auditor'), public: files('public') } };
}
