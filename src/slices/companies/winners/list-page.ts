/** The list of past winners as its page shows it: filters from the address, plain values out. */
import { pageAfter } from '#core/lists/list-query.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { listState } from '#slices/lists/index.ts';
import { pastCounts, pastFilterFrom, pastWins } from '#slices/programmes/index.ts';
import { pastWinnersList } from './list-shape.ts';
import { countNames } from './names-page.ts';
import { winnersPlace } from './place.ts';

const pageSize = 50;

export type WinnersPage = Awaited<ReturnType<typeof winnersPage>>;

export async function winnersPage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { id, subject, path, programme, mayChange } = await winnersPlace(ctx, { params });
  const filter = pastFilterFrom(url.searchParams);
  const { wins, next } = await pastWins(ctx, id, filter, pageSize);
  const list = await listState(ctx, pastWinnersList, { subject, path, url });
  return {
    programme,
    mayChange,
    filter,
    list,
    wins,
    next: next && pageAfter(list.here, next),
    counts: await pastCounts(ctx, id, filter),
    openNames: (await countNames(ctx, id)).open,
  };
}
