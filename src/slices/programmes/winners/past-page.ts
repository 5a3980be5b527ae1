/** The page of everybody who has won in a programme, as the public reads it. */
import { toldTogether } from '#core/honours/together.ts';
import { addressOf } from '#core/lists/list-query.ts';
import type { Ctx } from '#platform/context.ts';
import { programmeForPublic } from '../public/views.ts';
import { type PastFilter, pastCounts, pastWins } from './past.ts';

/** As many as keep the page light for whoever reads it on a train. */
const pageSize = 150;

/** What an address asks for; what it cannot mean is left out. */
export function pastFilterFrom(query: URLSearchParams): PastFilter {
  const year = query.get('year') ?? '';
  const from = query.get('from');
  return {
    search: query.get('q')?.trim().slice(0, 200) || undefined,
    year: /^\d{4}$/.test(year) ? Number(year) : undefined,
    category: query.get('category')?.slice(0, 300) || undefined,
    from: from === 'here' || from === 'list' ? from : undefined,
    sort: query.get('sort') === 'oldest' ? 'oldest' : undefined,
    after: query.get('after') ?? undefined,
  };
}

export async function pastForPublic(ctx: Ctx, slug: string, query: URLSearchParams) {
  const { programme, id } = await programmeForPublic(ctx, slug);
  const filter = pastFilterFrom(query);
  const { wins, next } = await pastWins(ctx, id, filter, pageSize);
  const counts = await pastCounts(ctx, id, filter);
  const { search, year, category, after } = filter;
  const path = `/p/${programme.slug}/winners`;
  const here = { q: search, year: year?.toString(), category };
  return {
    programme: { slug: programme.slug, name: programme.name },
    filter: { search, year, category },
    counts,
    narrowed: search !== undefined || year !== undefined || category !== undefined,
    first: after === undefined ? undefined : addressOf(path, here),
    next: next && addressOf(path, { ...here, after: next }),
    years: toldTogether(wins).map(({ names, editions, categories }) => ({
      names,
      editions,
      categories: categories.map(({ name, awards }) => ({
        name,
        awards: awards.map(({ title, shared, winners }) => ({
          title,
          shared,
          winners: winners.map(({ id: key, nominee, organisation, work }) => ({
            key,
            nominee,
            organisation: organisation === nominee ? '' : organisation,
            work,
          })),
        })),
      })),
    })),
  };
}
