/** The list of companies as its page shows it: filters from the address, plain values out. */
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { sizeClasses } from '../schemas.ts';
import { listAddress, type Sort, sorts } from './list-address.ts';
import { type CompanyFilter, companyCounts, companyList } from './lists.ts';

const path = '/manage/companies';

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
  const sorted = (sort: Sort) => listAddress(path, filter, { sort });
  return {
    filter,
    counts: await companyCounts(ctx),
    companies: companies.map(({ id, name, names, country, parent, size, people, createdAt }) => {
      return { id, name, names, country, parent, size, people, added: zonedText(createdAt.getTime(), 'Etc/UTC') };
    }),
    links: {
      all: path,
      name: sorted('name'),
      newest: sorted('newest'),
      first: filter.after === undefined ? undefined : listAddress(path, filter, {}),
      next: next && listAddress(path, filter, { after: next }),
    },
  };
}
