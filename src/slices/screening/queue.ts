/** The queue of an edition as its page shows it: what waits, what the rules say of it, and what is ruled out and not yet sent. */
import type { StandingState } from '#core/screening/verdicts.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { notMendedEntries, type WaitingEntry, waitingEntries } from '#slices/entries/index.ts';
import { mostRows } from '#slices/lists/index.ts';
import { chaptersReached, editionForScreening, mayAct, mayScreen, onlyScreens } from '#slices/programmes/index.ts';
import { settingsOf } from './verdicts/settings.ts';
import { countWaiting, heldEntries } from './waiting/way.ts';

/** As many as are laid out; all of them are counted, and sent. */
const mostHeld = 200;

const readyToSend = (state: StandingState) => state === 'held';

/** Where the queue of an edition is, and which entries of it may be sent now. */
export async function queuePlace(ctx: Ctx, { params }: Pick<PageArgs, 'params'>) {
  const { edition } = await editionForScreening(ctx, params.programme ?? '', params.edition ?? '');
  return { edition: edition.id, path: `/manage/${edition.programmeSlug}/${edition.slug}/screening` };
}

export async function queuePage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { edition, reach } = await editionForScreening(ctx, params.programme ?? '', params.edition ?? '');
  const { secondLook, reasons } = await settingsOf(ctx, edition.id);
  const held = await heldEntries(ctx, edition, secondLook);
  const after = url.searchParams.get('after') ?? undefined;
  const without = held.map(({ id }) => id);
  const { entries: waiting, next } = await waitingEntries(ctx, edition, { after, without });
  const { waits, own } = await countWaiting(ctx, edition);
  const { slug, name, programmeSlug, programmeName, zone } = edition;
  const path = `/manage/${programmeSlug}/${slug}/screening`;
  const of = reach.chapters === 'all' ? undefined : (await chaptersReached(ctx, reach)).map(({ name: called }) => called);
  const line = ({ submittedAt, ...entry }: WaitingEntry) => ({ ...entry, submittedAt: zonedText(submittedAt.getTime(), zone) });
  return {
    edition: { slug, name, programmeSlug, programmeName, ...(of && { of }), ...(onlyScreens(reach) && { screens: true }) },
    path,
    mayChange: mayScreen(reach),
    maySend: mayAct(reach),
    maySet: reach.relations.includes('manager'),
    waiting: waiting.map(line),
    /** Without what is theirs: that waits for somebody else. */
    waits,
    pages: {
      shown: waiting.length,
      of: waits + own,
      first: after === undefined ? undefined : path,
      next: next && `${path}?after=${encodeURIComponent(next)}`,
    },
    first: waiting.find(({ yours }) => !yours)?.id,
    certain: waiting.filter(({ says }) => says === 'yes').map(({ id }) => id),
    held: held.slice(0, mostHeld),
    heldMore: Math.max(0, held.length - mostHeld),
    ready: held.flatMap(({ id, state }) => (readyToSend(state) ? [id] : [])).slice(0, mostRows),
    notMended: (await notMendedEntries(ctx, edition)).map(({ mendBy, ...entry }) => ({
      ...entry,
      mendBy: zonedText(mendBy.getTime(), zone),
    })),
    settings: { secondLook, reasons },
    sending: url.searchParams.has('send'),
    sent: url.searchParams.has('sent'),
    saved: url.searchParams.has('saved'),
  };
}

export type QueuePage = Awaited<ReturnType<typeof queuePage>>;
