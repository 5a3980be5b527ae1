/** How an edition that is closed to others stands to the reader: until when their late code holds, and whether to ask for one. */
import { announced } from '#core/season/phases.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { type Edition, editionById, timesOf } from '#slices/programmes/index.ts';
import { lateUntil } from './late-codes.ts';
import { standingIn } from './more-time/extensions-store.ts';

export type Late = {
  readonly until: string | null;
  /** Milliseconds until then; 0 without one. */
  readonly away: number;
  readonly open: boolean;
  readonly asks: boolean;
  /** Why a manager gave them more time; null for what a late code gives. */
  readonly reason: string | null;
};

export const noneLater: Late = { until: null, away: 0, open: false, asks: false, reason: null };

export async function latePage(
  ctx: Ctx,
  { id, entriesCloseAt }: Pick<Edition, 'id' | 'entriesCloseAt'>,
  person = personOf(ctx),
): Promise<Late> {
  const now = ctx.now.getTime();
  const given = person === undefined ? [] : await standingIn(ctx, id, person);
  const edition = ctx.now >= entriesCloseAt || given.length > 0 ? await editionById(ctx, id) : undefined;
  if (!edition) return noneLater;
  const until = await lateUntil(ctx, edition, person);
  return {
    until: until === undefined ? null : zonedText(until, edition.zone),
    away: until === undefined ? 0 : until - now,
    open: until !== undefined && now < until,
    // Whether there is one is nobody's to know, so it is asked for as long as there might be; of its owner alone where an entry is shared.
    asks: until === undefined && person === personOf(ctx) && ctx.now >= entriesCloseAt && !announced(timesOf(edition), now),
    reason: given.find((one) => one.until.getTime() === until)?.reason ?? null,
  };
}
