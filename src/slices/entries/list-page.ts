/** The list of an edition's entries as its page shows it: filters from the address, plain values out. */
import { entriesOpen } from '#core/season/phases.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { categoriesOf, editionForManager, timesOf } from '#slices/programmes/index.ts';
import { listAddress, type Sort, sorts } from './list-address.ts';
import { countEntries, type EntryFilter, entriesForManager } from './lists.ts';
import { categoryId } from './schemas.ts';

/** What an address asks of the list; what it cannot mean is left out. */
export function filterFrom(query: URLSearchParams): EntryFilter {
  const state = (['submitted', 'returned', 'accepted'] as const).find((one) => one === query.get('state'));
  const category = categoryId.safeParse(query.get('category'));
  const sort = sorts.find((one) => one === query.get('sort'));
  return {
    search: query.get('q')?.slice(0, 200) || undefined,
    state,
    category: category.success ? category.data : undefined,
    sort,
    after: query.get('after') ?? undefined,
  };
}

/** Where the list leads: its orders, its pages, and itself without any filter. */
function linksOf(path: string, filter: EntryFilter, next: string | undefined) {
  const sorted = (sort: Sort) => listAddress(path, filter, { sort });
  const { newest, oldest, number, title } = {
    newest: sorted('newest'),
    oldest: sorted('oldest'),
    number: sorted('number'),
    title: sorted('title'),
  };
  const first = filter.after === undefined ? undefined : listAddress(path, filter, {});
  return { all: path, newest, oldest, number, title, first, next: next && listAddress(path, filter, { after: next }) };
}

export type EntryListPage = Awaited<ReturnType<typeof entryListPage>>;

export async function entryListPage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { edition, mayChange } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const filter = filterFrom(url.searchParams);
  const { entries, next } = await entriesForManager(ctx, edition, filter);
  const counts = await countEntries(ctx, edition);
  const count = (...states: string[]) => counts.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
  const { slug, name, programmeSlug, programmeName } = edition;
  return {
    edition: { slug, name, programmeSlug, programmeName },
    filter,
    links: linksOf(`/manage/${programmeSlug}/${slug}/entries`, filter, next),
    categories: (await categoriesOf(ctx, edition.id)).map(({ id, name: category }) => ({ id, name: category })),
    entries: entries.map(({ submittedAt, ...entry }) => ({ ...entry, submittedAt: zonedText(submittedAt.getTime(), edition.zone) })),
    submitted: count('submitted', 'returned', 'accepted'),
    waiting: count('submitted'),
    drafts: count('draft'),
    closes: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
    mayClose: mayChange && edition.published && entriesOpen(timesOf(edition), ctx.now.getTime()),
    closing: url.searchParams.has('close'),
    closed: url.searchParams.has('closed'),
  };
}
