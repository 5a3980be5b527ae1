/** The list of companies as its page shows it: filters from the address, plain values out. */
import { sizeClasses } from '#core/companies/sizes.ts';
import { pageAfter } from '#core/lists/list-query.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { listState } from '#slices/lists/index.ts';
import { companiesList, sorts } from './list-shape.ts';
import { type CompanyFilter, companyCounts, companyList, countFound } from './lists.ts';
import { companiesPlace } from './place.ts';

/** What an address asks of the list; what it cannot mean is left out. */
export function filterFrom(query: URLSearchParams): CompanyFilter {
  const country = query.get('country') ?? '';
  return {
    search: query.get('q')?.slice(0, 200) || undefined,
    country: /^[A-Z]{2}$/.test(country) ? country : undefined,
    size: ([...sizeClasses, 'none'] as const).find((one) => one === query.get('size')),
    sort: sorts.find((one) => one === query.get('sort')),
    after: query.get('after') ?? undefined,
  };
}

export type CompanyListPage = Awaited<ReturnType<typeof companyListPage>>;

export async function companyListPage(ctx: Ctx, url: URL) {
  const filter = filterFrom(url.searchParams);
  const { companies, next } = await companyList(ctx, filter);
  const list = await listState(ctx, companiesList, { ...companiesPlace, url });
  return {
    filter,
    list,
    next: next && pageAfter(list.here, next),
    counts: await companyCounts(ctx),
    ...(await countFound(ctx, filter, list.held)),
    companies: companies.map(({ createdAt, search: _search, ...company }) => ({
      ...company,
      added: zonedText(createdAt.getTime(), 'Etc/UTC'),
    })),
  };
}
