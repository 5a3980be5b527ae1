/** Accepting several entries as its page shows it: first what would happen to which, then what has happened. */
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { type EntryLine, entriesNamed, entryList } from '#slices/entries/index.ts';
import { listState } from '#slices/lists/index.ts';
import { chaptersReached, editionForScreening, mayScreen, onlyScreens } from '#slices/programmes/index.ts';
import { keptFrom } from './found.ts';

export const shownLine = ({ id, number, title, nominee, state }: EntryLine) => ({ id, number, title, nominee, state });

/** Enough to know them by; the rest is counted. */
const most = 50;

/** What somebody holds of an edition, and how they stand to it: what every page begins with that shows an act upon several before it is done. */
export async function chosenPage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { edition, reach } = await editionForScreening(ctx, params.programme ?? '', params.edition ?? '');
  const { slug, name, programmeSlug, programmeName } = edition;
  const only = onlyScreens(reach);
  const path = `/manage/${programmeSlug}/${slug}/${only ? 'screening' : 'entries'}`;
  // Only what they hold is looked at, and that is their own.
  const { held } = await listState(ctx, entryList, { subject: edition.id, path, url, standing: [] });
  const chosen = await entriesNamed(ctx, edition, held);
  const own = await keptFrom(
    ctx,
    reach,
    chosen.map(({ id }) => id),
  );
  const of = reach.chapters === 'all' ? undefined : (await chaptersReached(ctx, reach)).map(({ name: called }) => called);
  const done = url.searchParams.has('done');
  return {
    edition,
    place: { slug, name, programmeSlug, programmeName, ...(of && { of }), ...(only && { screens: true }) },
    path,
    mayChange: mayScreen(reach),
    chosen,
    own,
    done,
    left: done ? Math.min(Math.max(0, Number.parseInt(url.searchParams.get('left') ?? '0', 10) || 0), 1_000) : 0,
    undone: url.searchParams.has('undone'),
  };
}

export async function acceptingPage(ctx: Ctx, args: Pick<PageArgs, 'params' | 'url'>) {
  const { place, edition: _edition, chosen, own, ...page } = await chosenPage(ctx, args);
  const waits = ({ id, state }: EntryLine) => state === 'submitted' && !own.has(id);
  const [waiting, decided] = [chosen.filter(waits), chosen.filter((one) => !waits(one))];
  return {
    edition: place,
    ...page,
    chosen: chosen.length,
    waiting: { ids: waiting.map(({ id }) => id), lines: waiting.slice(0, most).map(shownLine) },
    decided: { count: decided.length, lines: decided.slice(0, most).map(shownLine) },
    accepted: chosen.filter(({ state }) => state === 'accepted').map(({ id }) => id),
  };
}
