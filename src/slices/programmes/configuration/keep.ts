/** Operations on single things carry what they changed over to the part it stands in, where that has been written. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Part, Parts } from '#core/editions/parts.ts';
import { canonicalJson, plainJson } from '#core/record/canonical.ts';
import type { EditionTimes } from '#core/season/phases.ts';
import { withTimesOf } from '#core/season/timeline/with-times-of.ts';
import type { Ctx } from '#platform/context.ts';
import type { Edition } from '../edition.ts';
import { insertParts, type NewPart } from './parts-store.ts';
import { storedParts } from './read.ts';

/** A part as its row has it. */
export function partRow<P extends Part>(part: P, version: number, of: Parts[P]): NewPart {
  const body = plainJson(of);
  return { part, version, body, hash: sha256(utf8ToBytes(canonicalJson(body))) };
}

/** `edition` as it was before the change that takes it to its next version. False where the part has not been written: nothing is kept. */
export async function keepPart<P extends Part>(ctx: Ctx, edition: Edition, part: P, change: (now: Parts[P]) => Parts[P]): Promise<boolean> {
  const stored = (await storedParts(ctx, edition.id, edition.version))[part] as Parts[P] | undefined;
  if (stored !== undefined) await insertParts(ctx, edition.id, [partRow(part, edition.version + 1, change(stored))]);
  return stored !== undefined;
}

export async function keepTimes(ctx: Ctx, edition: Edition, times: EditionTimes): Promise<void> {
  await keepPart(ctx, edition, 'timeline', (timeline) => withTimesOf(timeline, times, edition.zone));
}
