/** Counting the ballots as they are now: once by core, exactly. */
import { createHash } from 'node:crypto';
import { problem } from '#core/problems/problem.ts';
import type { Refusal } from '#core/problems/refusal.ts';
import { canonicalJson, type Json, plainJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { Edition } from '#slices/programmes/index.ts';
import { ballotsNow } from './counting/ballots.ts';
import type { TallyResult } from './counting/counted.ts';
import { countPlainly } from './counting/plain.ts';
import { countByRules } from './counting/ruled.ts';
import { divisionsCounted, divisionsNow } from './divisions/divisions.ts';

export type Count = { readonly result: TallyResult; readonly ballots: number; readonly ballotsHash: Buffer; readonly resultHash: Buffer };

const sha256 = (value: Json): Buffer => createHash('sha256').update(canonicalJson(value)).digest();

function refuse([first]: readonly Refusal[]): never {
  throw first ? problem(first.code, first.facts) : new Error('a refusal without a reason');
}

/**
 * What tells whether anything that is counted has changed since a tally: answers that would tell another division now have not, for the
 * division counted with is fixed. Needs the scopes `ballots` and `decisions`.
 */
export async function hashOfBallots(ctx: Ctx, edition: Edition, { entries }: Pick<TallyResult, 'entries'>): Promise<Buffer> {
  return sha256(plainJson((await ballotsNow(ctx, edition, await divisionsCounted(ctx, edition, entries))).of));
}

/** The tally of all submitted ballots. Needs the scopes `ballots` and `decisions`. @throws Problem naming the first mark or rule that cannot be counted */
export async function countBallots(ctx: Ctx, edition: Edition): Promise<Count> {
  const now = await ballotsNow(ctx, edition, await divisionsNow(ctx, edition));
  const counted = now.by === 'plain' ? countPlainly(now.of) : countByRules(now.of);
  if (!counted.ok) return refuse(counted.refusals);
  const result = counted.value;
  const ballots = result.entries.reduce((sum, entry) => sum + entry.ballots.length, 0);
  return { result, ballots, ballotsHash: sha256(plainJson(now.of)), resultHash: sha256(plainJson(result)) };
}
