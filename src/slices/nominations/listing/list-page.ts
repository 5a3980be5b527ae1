/** The list of an edition's nominees as its page shows it: filters from the address, plain values out. */
import { pageAfter } from '#core/lists/list-query.ts';
import { nomineeStates } from '#core/nominations/states.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { listState } from '#slices/lists/index.ts';
import { type Edition, editionForManager } from '#slices/programmes/index.ts';
import { nominationClock } from '../clock.ts';
import { categoryId } from '../schemas.ts';
import { nomineeList, sorts } from './list-shape.ts';
import { alikeIn, countNominees, type NomineeFilter, nomineesOf } from './lists.ts';

/** What an address asks of the list; what it cannot mean is left out. */
export function filterFrom(query: URLSearchParams): NomineeFilter {
  const category = categoryId.safeParse(query.get('category'));
  return {
    search: query.get('q')?.slice(0, 200) || undefined,
    state: nomineeStates.find((one) => one === query.get('state')),
    category: category.success ? category.data : undefined,
    sort: sorts.find((one) => one === query.get('sort')),
    after: query.get('after') ?? undefined,
  };
}

const pathOf = ({ programmeSlug, slug }: Pick<Edition, 'programmeSlug' | 'slug'>) => `/manage/${programmeSlug}/${slug}/nominations`;

export const frameOf = ({ slug, name, programmeSlug, programmeName }: Edition) => ({ slug, name, programmeSlug, programmeName });

/** Where the list of an edition stands, and which one it is. */
export async function nomineeListPlace(ctx: Ctx, { params }: Pick<PageArgs, 'params'>) {
  const { edition } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  return { edition, subject: edition.id, path: pathOf(edition) };
}

export type NomineeListPage = Awaited<ReturnType<typeof nomineeListPage>>;

export async function nomineeListPage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { edition, categories } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const filter = filterFrom(url.searchParams);
  const list = await listState(ctx, nomineeList, { subject: edition.id, path: pathOf(edition), url });
  const { nominees, next } = await nomineesOf(ctx, edition.id, filter);
  return {
    edition: frameOf(edition),
    filter,
    list,
    next: next === undefined ? undefined : { cursor: next, to: pageAfter(list.here, next) },
    counts: await countNominees(ctx, edition.id),
    alike: (await alikeIn(ctx, edition.id)).length,
    takes: (await nominationClock(ctx, edition)) !== undefined,
    zone: edition.zone,
    categories: categories.map(({ id, name }) => ({ id, name })),
    nominees: nominees.map(({ nominated, ...line }) => ({ ...line, nominated: zonedText(nominated.getTime(), edition.zone) })),
  };
}
