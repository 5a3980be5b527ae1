/** The list of an edition's entries as its page shows it: filters from the address, plain values out. */
import { key } from '#core/editions/key.ts';
import { type EntryState, standing } from '#core/entries/withdrawing.ts';
import { pageAfter } from '#core/lists/list-query.ts';
import { entriesOpen } from '#core/season/phases.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { listState } from '#slices/lists/index.ts';
import { categoriesOf, chapterCalled, chaptersReached, editionForEntries, mayAct, timesOf } from '#slices/programmes/index.ts';
import { entryList, sorts, standingOf } from './list-shape.ts';
import { countEntries, countFound, type EntryFilter, entriesForManager } from './lists.ts';
import { categoryId } from './schemas.ts';
import { waitingThreads } from './threads/views.ts';

/** What an address asks of the list; what it cannot mean is left out. */
export function filterFrom(query: URLSearchParams): EntryFilter {
  const state = (['submitted', 'returned', 'accepted', 'withdrawn', 'ineligible'] as const).find((one) => one === query.get('state'));
  const category = categoryId.safeParse(query.get('category'));
  const chapter = key.safeParse(query.get('chapter'));
  const sort = sorts.find((one) => one === query.get('sort'));
  return {
    search: query.get('q')?.slice(0, 200) || undefined,
    state,
    category: category.success ? category.data : undefined,
    chapter: chapter.success ? chapter.data : undefined,
    sort,
    after: query.get('after') ?? undefined,
  };
}

/** Where the list of an edition stands, and which one it is. */
export async function entryListPlace(ctx: Ctx, { params }: Pick<PageArgs, 'params'>) {
  const { edition } = await editionForEntries(ctx, params.programme ?? '', params.edition ?? '');
  return { edition, subject: edition.id, path: `/manage/${edition.programmeSlug}/${edition.slug}/entries` };
}

export type EntryListPage = Awaited<ReturnType<typeof entryListPage>>;

export async function entryListPage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { edition: found, reach } = await editionForEntries(ctx, params.programme ?? '', params.edition ?? '');
  const edition = { ...found, reach };
  const mayChange = mayAct(reach);
  const chapters = await chaptersReached(ctx, reach);
  const filter = filterFrom(url.searchParams);
  const { slug, name, programmeSlug, programmeName } = edition;
  const path = `/manage/${programmeSlug}/${slug}/entries`;
  const list = await listState(ctx, entryList, { subject: edition.id, path, url, standing: standingOf(reach) });
  const page = await entriesForManager(ctx, edition, filter);
  const { entries, next } = page;
  const counts = await countEntries(ctx, edition);
  const categories = await categoriesOf(ctx, edition.id);
  const count = (...states: readonly EntryState[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
  const manages = reach.relations.includes('manager');
  return {
    edition: {
      slug,
      name,
      programmeSlug,
      programmeName,
      ...(reach.chapters !== 'all' && { of: chapters.map(({ name: called }) => called) }),
    },
    filter,
    // An edition without chapters has no column for them.
    list: { ...list, columns: list.columns.filter(({ id }) => id !== 'chapter' || chapters.length > 0) },
    chapters,
    next: next === undefined ? undefined : { cursor: next, to: pageAfter(list.here, next) },
    ...(await countFound(ctx, edition, filter, { held: list.held, counts, page })),
    mayChange,
    zone: edition.zone,
    categories: categories.map(({ id, name: category }) => ({ id, name: category })),
    /** Those something was sent in to. */
    taken: categories.filter(({ id }) => counts.some((one) => one.category === id && one.state !== 'draft')).map(({ id }) => id),
    entries: entries.map(({ submittedAt, chapter, ...entry }) => ({
      ...entry,
      chapter: chapterCalled(chapters, chapter),
      submittedAt: zonedText(submittedAt.getTime(), edition.zone),
    })),
    submitted: count(...standing),
    waiting: count('submitted'),
    drafts: count('draft'),
    asking: await waitingThreads(ctx, edition),
    closes: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
    /** Its close is the business of whoever sees all of it, not of one chapter. */
    seesAll: reach.chapters === 'all',
    mayClose: manages && edition.published && entriesOpen(timesOf(edition), ctx.now.getTime()),
    closing: url.searchParams.has('close'),
    closed: url.searchParams.has('closed'),
  };
}
