/** Accepting several entries as its page shows it: first what would happen to which, then what has happened. */
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { type EntryLine, entriesNamed, entryList, entryListPlace } from '#slices/entries/index.ts';
import { listState } from '#slices/lists/index.ts';
import { chaptersReached, mayAct, requireReach } from '#slices/programmes/index.ts';

const line = ({ id, number, title, nominee, state }: EntryLine) => ({ id, number, title, nominee, state });

/** Enough to know them by; the rest is counted. */
const most = 50;

export async function acceptingPage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { edition, subject, path } = await entryListPlace(ctx, { params });
  const { held } = await listState(ctx, entryList, { subject, path, url });
  const chosen = await entriesNamed(ctx, edition, held);
  const [waiting, decided] = [chosen.filter(({ state }) => state === 'submitted'), chosen.filter(({ state }) => state !== 'submitted')];
  const { slug, name, programmeSlug, programmeName } = edition;
  const reach = await requireReach(ctx, edition);
  const of = reach.chapters === 'all' ? undefined : (await chaptersReached(ctx, reach)).map(({ name: called }) => called);
  const done = url.searchParams.has('done');
  return {
    edition: { slug, name, programmeSlug, programmeName, ...(of && { of }) },
    path,
    mayChange: mayAct(reach),
    chosen: chosen.length,
    waiting: { ids: waiting.map(({ id }) => id), lines: waiting.slice(0, most).map(line) },
    decided: { count: decided.length, lines: decided.slice(0, most).map(line) },
    accepted: chosen.filter(({ state }) => state === 'accepted').map(({ id }) => id),
    done,
    left: done ? Math.min(Math.max(0, Number.parseInt(url.searchParams.get('left') ?? '0', 10) || 0), 1_000) : 0,
    undone: url.searchParams.has('undone'),
  };
}
