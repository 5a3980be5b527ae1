/** Sending several entries back as its page shows it: first which would be, and who is told; then what has happened. */
import { weekToMend } from '#core/entries/mending.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { PageArgs } from '#http/context.ts';
import type { Ctx } from '#platform/context.ts';
import { timesOf } from '#slices/programmes/index.ts';
import { chosenPage, shownLine } from '../accepting.ts';
import { heldEntries } from '../waiting/way.ts';

/** Enough to know them by; the rest is counted. */
const most = 50;

export async function returningPage(ctx: Ctx, args: Pick<PageArgs, 'params' | 'url'>) {
  const { place, edition, chosen, own, ...page } = await chosenPage(ctx, args);
  const held = new Set((await heldEntries(ctx, edition, false)).map(({ id }) => id));
  const waits = ({ id, state }: (typeof chosen)[number]) => state === 'submitted' && !own.has(id) && !held.has(id);
  const [waiting, others] = [chosen.filter(waits), chosen.filter((one) => !waits(one))];
  const line = (one: (typeof chosen)[number]) => ({ ...shownLine(one), writer: one.owner });
  return {
    edition: place,
    ...page,
    chosen: chosen.length,
    waiting: { ids: waiting.map(({ id }) => id), lines: waiting.slice(0, most).map(line) },
    others: { count: others.length, lines: others.slice(0, most).map(line) },
    returned: chosen.filter(({ state }) => state === 'returned').map(({ id }) => id),
    clock: {
      zone: edition.zone,
      closes: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
      open: ctx.now < edition.entriesCloseAt,
      offer: weekToMend(timesOf(edition), ctx.now.getTime(), edition.zone),
    },
  };
}

export type ReturningPage = Awaited<ReturnType<typeof returningPage>>;
