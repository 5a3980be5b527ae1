/** Which entries an archive is of, and what it is called. */
import { safeName } from '#core/entries/archives/names.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId } from '#platform/ids.ts';
import type { Edition } from '#slices/programmes/index.ts';
import { entriesForManager } from '../lists.ts';
import { type EntryView, entryForManager, entryForOwner } from '../views.ts';

export type Source = { readonly file: string; readonly title: string; readonly entries: AsyncIterable<EntryView> };

async function* only(entry: EntryView): AsyncGenerator<EntryView> {
  yield entry;
}

const sourceOf = (entry: EntryView): Source => ({
  file: safeName(`${entry.edition.programmeSlug}-${entry.edition.slug}-${entry.number ?? 'draft'}.zip`),
  title: entry.title || (entry.number ?? ''),
  entries: only(entry),
});

/** @throws Problem for whoever does not write it */
export async function ownEntry(ctx: Ctx, id: string): Promise<Source> {
  return sourceOf(await entryForOwner(ctx, id));
}

/** @throws Problem for whoever does not run its programme or its chapter */
export async function managedEntry(ctx: Ctx, id: string): Promise<Source> {
  return sourceOf(await entryForManager(ctx, id));
}

const chunk = 200;

/** By number, each asked for again with all rights: whoever loses them while it is sent gets no further. */
async function* ofCategory(ctx: Ctx, edition: Edition, category: CategoryId): AsyncGenerator<EntryView> {
  let after: string | undefined;
  do {
    const page = await entriesForManager(ctx, edition, { category, sort: 'number', after }, chunk);
    for (const { id } of page.entries) yield await entryForManager(ctx, id);
    after = page.next;
  } while (after !== undefined);
}

/** What was sent in to a category, as far as whoever asks reaches. */
export function categorySource(ctx: Ctx, edition: Edition, category: { readonly id: CategoryId; readonly code: string }): Source {
  const { programmeSlug, slug, programmeName, name } = edition;
  return {
    file: safeName(`${programmeSlug}-${slug}-${category.code}.zip`),
    title: `${programmeName} ${name}, ${category.code}`,
    entries: ofCategory(ctx, edition, category.id),
  };
}
