/** The entry a screener decides about, and whether they may. */
import type { Relation } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { changedSince, type Entry, lockEntry, ownAmong } from '#slices/entries/index.ts';
import { type Edition, editionById, isBound, type Reached, screeningRelations } from '#slices/programmes/index.ts';

export type Screened = { readonly entry: Entry; readonly edition: Edition };

/** Who decides which entries may compete. */
export const screeners = ['manager', 'chapter-manager', 'screener'] as const;

/** Who tells writers that theirs may not. */
export const sendersOfVerdicts = ['manager', 'chapter-manager'] as const;

/** Locked; a draft is nobody's but its writer's. */
export async function findEntry(ctx: Ctx, input: { readonly entry: Entry['id'] }): Promise<Screened | undefined> {
  const entry = await lockEntry(ctx, input.entry);
  const edition = entry && entry.state !== 'draft' ? await editionById(ctx, entry.edition) : undefined;
  return entry && edition && { entry, edition };
}

/** Whoever screens decides nothing about what they entered or write. @throws Problem that says so */
export async function relations(ctx: Ctx, { entry, edition }: Screened): Promise<readonly Relation[]> {
  const of = await screeningRelations(ctx, edition, [entry]);
  if (isBound({ relations: of }) && (await ownAmong(ctx, [entry.id])).has(entry.id)) throw problem('screening.own-entry');
  return of;
}

/** Those of several that are for others to decide, since the actor wrote them. */
export async function keptFrom(ctx: Ctx, reach: Reached, entries: readonly Entry['id'][]): Promise<ReadonlySet<Entry['id']>> {
  return isBound(reach) ? ownAmong(ctx, entries) : new Set();
}

export function requireWaiting({ entry }: Screened): void {
  if (entry.state !== 'submitted') throw problem('screening.not-waiting', { state: entry.state });
}

/** What the screener has read is what they decide about, where they say which version that was. @throws Problem that says what is otherwise */
export async function requireRead(ctx: Ctx, { entry, edition }: Screened, version: number | undefined): Promise<void> {
  if (version === undefined || entry.version === version) return;
  const { head, answers, files } = await changedSince(ctx, entry, version);
  const at = zonedText(entry.savedAt.getTime(), edition.zone);
  throw problem('screening.read-otherwise', { at, head: head.join(' '), answers, files });
}

export function screener(ctx: Ctx): PersonId {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return person;
}
