/** The place an entry has in its category, given up for one in another: under race as many get in as may. */
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EntryId } from '#platform/ids.ts';
import { inheritedIn, movePlace, takeEntryNumber } from '#slices/programmes/index.ts';
import type { CategoryInEdition } from '../find.ts';
import { requireRoomAs } from '../room/room.ts';
import type { Entry } from '../store.ts';
import { movesOf } from './moves-store.ts';

/** Whether it was in this category before: the place it gave back is taken again, and no number is used up. */
async function wasIn(ctx: Ctx, entry: EntryId, category: CategoryId): Promise<boolean> {
  return (await movesOf(ctx, [entry])).some(({ from, to }) => from === category || to === category);
}

/**
 * It keeps its number. Where it was never before, the next number of the category is used up for its place, and nobody gets it. The counters of
 * both categories are held to the end, in one order whoever asks. @throws Problem `entries.category-full`, `entries.own-limit-reached`
 */
export async function changePlace(ctx: Ctx, entry: Entry, { id: to, ...category }: CategoryInEdition): Promise<void> {
  const again = await wasIn(ctx, entry.id, to);
  const take = async () => (again ? movePlace(ctx, to, 'taken-again') : (await takeEntryNumber(ctx, to)).taken);
  if (entry.category < to) await movePlace(ctx, entry.category, 'freed');
  const taken = await take();
  if (entry.category > to) await movePlace(ctx, entry.category, 'freed');
  const { limits } = (await inheritedIn(ctx, entry.edition))(category.code);
  await requireRoomAs(ctx, taken, { id: to, ...category, limits }, entry.owner);
}
