/** The entry a screener decides about, and whether they may. */
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { type Entry, lockEntry } from '#slices/entries/index.ts';
import { type Edition, editionById, entryRelations } from '#slices/programmes/index.ts';

export type Screened = { readonly entry: Entry; readonly edition: Edition };

/** Locked; a draft is nobody's but its writer's. */
export async function findEntry(ctx: Ctx, input: { readonly entry: Entry['id'] }): Promise<Screened | undefined> {
  const entry = await lockEntry(ctx, input.entry);
  const edition = entry && entry.state !== 'draft' ? await editionById(ctx, entry.edition) : undefined;
  return entry && edition && { entry, edition };
}

export const relations = (ctx: Ctx, { entry, edition }: Screened) => entryRelations(ctx, edition, [entry]);

export function requireWaiting({ entry }: Screened): void {
  if (entry.state !== 'submitted') throw problem('screening.not-waiting', { state: entry.state });
}

/** What the screener has read is what they decide about. @throws Problem `general.stale-version` */
export function requireVersion({ entry, edition }: Screened, version: number): void {
  if (entry.version !== version) throw problem('general.stale-version', { at: zonedText(entry.savedAt.getTime(), edition.zone) });
}

export function screener(ctx: Ctx): PersonId {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return person;
}
