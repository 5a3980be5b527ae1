/** How often others have nominated what an entry is about. Nominations belong to a later slice, which counts them. */
import type { KnownFacts } from '#core/rules/facts.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import type { Edition } from '#slices/programmes/index.ts';

/** Undefined where the edition takes no nominations: then what the entrant says counts, where the form asks for it. */
export type NominationFacts = (ctx: Ctx, edition: Edition, entry: EntryId) => Promise<KnownFacts | undefined>;

let count: NominationFacts = () => Promise.resolve(undefined);

/** Called once a process by the slice that keeps nominations. */
export function letCountNominations(counts: NominationFacts): void {
  count = counts;
}

export const nominationFacts: NominationFacts = (ctx, edition, entry) => count(ctx, edition, entry);
