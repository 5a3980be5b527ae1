/** The page on which somebody enters in another category what they wrote for one. */
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { openCategoriesOf } from '#slices/programmes/index.ts';
import { latePage } from '../deadlines/late-page.ts';
import { withRoom } from '../room/room.ts';
import { entryForOwner } from '../views.ts';

export async function copyPage(ctx: Ctx, id: string) {
  const { edition, phase, owner, category, title, ...entry } = await entryForOwner(ctx, id);
  // Whoever it is shared with writes this one; a copy would be its owner's.
  if (owner.id !== personOf(ctx)) throw problem('general.not-found');
  const others = (await openCategoriesOf(ctx, edition.id)).filter((one) => one.id !== category.id);
  const late = await latePage(ctx, edition);
  return {
    id: entry.id,
    title,
    category: category.name,
    edition: { name: edition.name, programmeName: edition.programmeName, programmeSlug: edition.programmeSlug },
    open: phase === 'entries-open' || late.open,
    closes: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
    categories: await withRoom(ctx, edition.id, owner.id, others),
  };
}
