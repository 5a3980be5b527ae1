/** The queue of an edition as its page shows it: what waits, what the rules say of it, and what is ruled out and not yet sent. */
import type { StandingState } from '#core/screening/verdicts.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { mostWaiting, notMendedEntries, type WaitingEntry, waitingEntries } from '#slices/entries/index.ts';
import { chaptersReached, type Edition, editionForScreening, mayAct, mayScreen, onlyScreens } from '#slices/programmes/index.ts';
import { settingsOf } from './verdicts/settings.ts';
import { type ShownVerdict, standingVerdicts } from './verdicts/views.ts';

type Held = WaitingEntry & { readonly verdict: ShownVerdict };
type Queue = { readonly waiting: readonly WaitingEntry[]; readonly held: readonly Held[] };

async function queueOf(ctx: Ctx, edition: Edition): Promise<Queue & { readonly secondLook: boolean; readonly reasons: readonly string[] }> {
  const all = await waitingEntries(ctx, edition);
  const settings = await settingsOf(ctx, edition.id);
  const verdicts = await standingVerdicts(
    ctx,
    all.map(({ id }) => id),
    settings,
  );
  const held = all.flatMap((entry) => {
    const verdict = verdicts.get(entry.id);
    return verdict && !entry.yours ? [{ ...entry, verdict }] : [];
  });
  // What the reader wrote stays where it is, whatever was decided of it: that is secret to them until it is sent.
  return { waiting: all.filter(({ id, yours }) => yours || !verdicts.has(id)), held, ...settings };
}

const readyToSend = (state: StandingState) => state === 'held';

/** Where the queue of an edition is, and which entries of it may be sent now. */
export async function queuePlace(ctx: Ctx, { params }: Pick<PageArgs, 'params'>) {
  const { edition } = await editionForScreening(ctx, params.programme ?? '', params.edition ?? '');
  return { edition: edition.id, path: `/manage/${edition.programmeSlug}/${edition.slug}/screening` };
}

export async function queuePage(ctx: Ctx, { params, url }: Pick<PageArgs, 'params' | 'url'>) {
  const { edition, reach } = await editionForScreening(ctx, params.programme ?? '', params.edition ?? '');
  const { waiting, held, secondLook, reasons } = await queueOf(ctx, edition);
  const { slug, name, programmeSlug, programmeName, zone } = edition;
  const of = reach.chapters === 'all' ? undefined : (await chaptersReached(ctx, reach)).map(({ name: called }) => called);
  const line = ({ submittedAt, ...entry }: WaitingEntry) => ({ ...entry, submittedAt: zonedText(submittedAt.getTime(), zone) });
  return {
    edition: { slug, name, programmeSlug, programmeName, ...(of && { of }), ...(onlyScreens(reach) && { screens: true }) },
    path: `/manage/${programmeSlug}/${slug}/screening`,
    mayChange: mayScreen(reach),
    maySend: mayAct(reach),
    maySet: reach.relations.includes('manager'),
    waiting: waiting.map(line),
    /** Without what is theirs: that waits for somebody else. */
    waits: waiting.filter(({ yours }) => !yours).length,
    first: waiting.find(({ yours }) => !yours)?.id,
    certain: waiting.filter(({ says }) => says === 'yes').map(({ id }) => id),
    held: held.map(({ verdict, ...entry }) => ({ ...line(entry), state: verdict.state, why: verdict.why })),
    ready: held.filter(({ verdict }) => readyToSend(verdict.state)).map(({ id }) => id),
    notMended: (await notMendedEntries(ctx, edition)).map(({ mendBy, ...entry }) => ({
      ...entry,
      mendBy: zonedText(mendBy.getTime(), zone),
    })),
    full: waiting.length + held.length >= mostWaiting,
    settings: { secondLook, reasons },
    sending: url.searchParams.has('send'),
    sent: url.searchParams.has('sent'),
    saved: url.searchParams.has('saved'),
  };
}

export type QueuePage = Awaited<ReturnType<typeof queuePage>>;

export type QueueWay = { readonly before: EntryId | undefined; readonly after: EntryId | undefined; readonly left: number };

/** The entries beside one in the queue; for one that waits no more, the first. */
export async function queueAround(ctx: Ctx, edition: Edition, entry: string): Promise<QueueWay> {
  const waiting = (await queueOf(ctx, edition)).waiting.filter(({ yours }) => !yours);
  const at = waiting.findIndex(({ id }) => id === entry);
  return { before: waiting[at - 1]?.id, after: waiting[at + 1]?.id, left: waiting.length };
}
