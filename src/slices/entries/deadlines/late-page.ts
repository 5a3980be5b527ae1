/** How an edition that is closed to others stands to the reader: until when their late code holds, and whether to ask for one. */
import { announced } from '#core/season/phases.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { type Edition, editionById, timesOf } from '#slices/programmes/index.ts';
import { lateUntil } from './late-codes.ts';

export type Late = { readonly until: string | null; readonly open: boolean; readonly asks: boolean };

export async function latePage(
  ctx: Ctx,
  { id, entriesCloseAt }: Pick<Edition, 'id' | 'entriesCloseAt'>,
  person = personOf(ctx),
): Promise<Late> {
  const now = ctx.now.getTime();
  const edition = ctx.now >= entriesCloseAt ? await editionById(ctx, id) : undefined;
  if (!edition) return { until: null, open: false, asks: false };
  const until = await lateUntil(ctx, edition, person);
  return {
    until: until === undefined ? null : zonedText(until, edition.zone),
    open: until !== undefined && now < until,
    // Whether there is one is nobody's to know, so it is asked for as long as there might be; of its owner alone where an entry is shared.
    asks: until === undefined && person === personOf(ctx) && !announced(timesOf(edition), now),
  };
}
