/** What the page of the tree is drawn from. */
import { openCategories } from '#core/categories/tree.ts';
import type { Ctx } from '#platform/context.ts';
import { treeForManager } from './view.ts';

export async function treePage(ctx: Ctx, programme: string, slug: string, code: string | null) {
  const { edition, mayChange, locked, ...view } = await treeForManager(ctx, programme, slug, code);
  const { id, name, programmeName, programmeSlug, published, unlockedBecause, version } = edition;
  return {
    ...view,
    edition: { id, slug, name, programmeName, programmeSlug, published },
    version,
    unlockedBecause,
    locked,
    untold: { part: 'categories' as const, counts: view.untold },
    open: openCategories(view.nodes).length,
    mayUnlock: mayChange && locked,
    /** A category at the top may be added until entries close, to a locked edition too. */
    mayAdd: mayChange && (!published || ctx.now < edition.entriesCloseAt),
    mayChange: mayChange && !locked,
  };
}

export type TreePage = Awaited<ReturnType<typeof treePage>>;
