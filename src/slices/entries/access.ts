/** How a person stands to an entry, and who besides those who write it and the programme's managers may open its files. */
import type { Relation } from '#core/access/relations.ts';
import type { EntryState } from '#core/entries/withdrawing.ts';
import { type Right, suffices } from '#core/entries/writers.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, keyReaches, personOf, programmesOfKey, selfOf } from '#platform/context.ts';
import type { EditionId, EntryId, PersonId } from '#platform/ids.ts';
import { editionById } from '#slices/programmes/index.ts';
import { rightOf, type Shared } from './writers/rights.ts';

type Owned = { readonly owner: PersonId; readonly edition: EditionId };

/** By a key for some programmes only of what competes in them. */
async function isReached(ctx: Ctx, { edition: id }: Owned): Promise<boolean> {
  if (programmesOfKey(ctx) === undefined) return true;
  const edition = await editionById(ctx, id);
  return edition !== undefined && keyReaches(ctx, edition.programme);
}

export async function ownership(ctx: Ctx, entry: Owned): Promise<Relation[]> {
  return personOf(ctx) === entry.owner && (await isReached(ctx, entry)) ? ['owner'] : [];
}

/**
 * Its owner, and whoever it is shared with as far as their right goes. The owner costs no statement more.
 * @throws Problem `entries.right-missing` for somebody it is shared with whose right does not go so far
 */
export function writing(needed: Right) {
  return async (ctx: Ctx, entry: Owned & Shared): Promise<Relation[]> => {
    const person = personOf(ctx);
    if (person === undefined || person === entry.owner) return ownership(ctx, entry);
    const has = (await isReached(ctx, entry)) ? await rightOf(ctx, entry, person) : undefined;
    if (has === undefined) return [];
    if (!suffices(has, needed) && selfOf(ctx) === undefined) throw problem('entries.right-missing', { has, needed });
    return suffices(has, needed) ? ['writer'] : [];
  };
}

/** A draft is its writers', and so is an entry that was sent back to be mended. */
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
