/** The mails of an edition as their page shows them: filters from the address, plain values out. */
import { zonedText } from '#core/season/wall-time.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { batchesOf } from '../batches/views.ts';
import { type ListQuery, listAddress } from './list-address.ts';
import { deadAddresses, mailCounts, mailList, mailStates } from './lists.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const name = /^[a-z-]+\.[a-z-]+$/;

/** What an address asks of the list; what it cannot mean is left out. */
function queryFrom(given: URLSearchParams): ListQuery {
  const of = (key: string, shape: RegExp) => (shape.test(given.get(key) ?? '') ? (given.get(key) ?? undefined) : undefined);
  return {
    search: given.get('q')?.slice(0, 200) || undefined,
    kind: of('kind', name),
    state: mailStates.find((one) => one === given.get('state')),
    batch: of('batch', uuid),
    after: given.get('after') ?? undefined,
  };
}

const notices = ['retried', 'cleared'] as const;

export type MailListPage = Awaited<ReturnType<typeof mailListPage>>;

export async function mailListPage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { edition, mayChange } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const query = queryFrom(url.searchParams);
  const { mails, next } = await mailList(ctx, edition, query);
  const path = `/manage/${edition.programmeSlug}/${edition.slug}/mail`;
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const { reason: say } = wordsFor(ctx.language).mailing;
  return {
    edition,
    mayChange,
    query,
    path,
    mails: mails.map(({ createdAt, nextAt, reason, ...mail }) => {
      return { ...mail, at: told(createdAt), nextAt: nextAt && told(nextAt), reason: reason && say(reason) };
    }),
    counts: await mailCounts(ctx, edition),
    dead: (await deadAddresses(ctx, edition.programme)).map(({ lastAt, ...address }) => ({ ...address, lastAt: told(lastAt) })),
    batches: await batchesOf(ctx, edition),
    said: notices.find((notice) => url.searchParams.has(notice)),
    links: {
      all: path,
      first: query.after === undefined ? undefined : listAddress(path, query, {}),
      next: next && listAddress(path, query, { after: next }),
    },
  };
}
