/** The close of an edition's entries as those who run it see it: plain values, dates in the programme's zone. */
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { reminderPage } from '../reminding/views.ts';
import { moreTimePage } from './more-time/views.ts';

export type DeadlinePage = Awaited<ReturnType<typeof deadlinePage>>;

export async function deadlinePage(ctx: Ctx, programme: string, slug: string) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  const { name, programmeName, programmeSlug, zone } = edition;
  const away = edition.entriesCloseAt.getTime() - ctx.now.getTime();
  return {
    edition: { slug: edition.slug, name, programmeName, programmeSlug },
    path: `/manage/${programmeSlug}/${edition.slug}/entries/deadline`,
    mayChange,
    zone,
    closes: zonedText(edition.entriesCloseAt.getTime(), zone),
    away,
    over: away <= 0,
    reminders: await reminderPage(ctx, edition),
    moreTime: await moreTimePage(ctx, edition),
  };
}
