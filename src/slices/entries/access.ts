/** How a person stands to an entry, and who besides its owner and the programme's managers may open its files. */
import type { Relation } from '#core/access/relations.ts';
import type { EntryState } from '#core/entries/withdrawing.ts';
import { type Ctx, keyReaches, personOf, programmesOfKey } from '#platform/context.ts';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';
import { editionById } from '#slices/programmes/index.ts';

/** By a key for some programmes only of what competes in them. */
export async function ownership(ctx: Ctx, entry: { readonly owner: PersonId; readonly edition: EditionId }): Promise<Relation[]> {
  if (personOf(ctx) !== entry.owner) return [];
  if (programmesOfKey(ctx) === undefined) return ['owner'];
  const edition = await editionById(ctx, entry.edition);
  return edition && keyReaches(ctx, edition.programme) ? ['owner'] : [];
}

/** A draft is its writer's, and so is an entry that was sent back to be mended. */
export function mayEdit(state: EntryState): boolean {
  return state === 'draft' || state === 'returned';
}

/** A later slice's word on who may read an entry: judging knows who holds a seat for it. */
export type Reader = (ctx: Ctx, entry: EntryId) => Promise<boolean>;

const readers: Reader[] = [];

/** Called once a process by each slice that gives people entries to read. */
export function letRead(reader: Reader): void {
  readers.push(reader);
}

export async function isReader(ctx: Ctx, entry: EntryId): Promise<boolean> {
  for (const reader of readers) if (await reader(ctx, entry)) return true;
  return false;
}
