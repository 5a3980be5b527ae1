/** How a person stands to an entry, and who besides its owner and the programme's managers may open its files. */
import type { Relation } from '#core/access/relations.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import type { EntryState } from './schemas.ts';

export function ownership(ctx: Ctx, entry: { readonly owner: PersonId }): Relation[] {
  return personOf(ctx) === entry.owner ? ['owner'] : [];
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
