/** Until when an entry that was sent back may be sent in again, where whoever sent it back said so. */
import { stillOpen } from '#core/entries/reopening.ts';
import type { EntryState } from '#core/entries/withdrawing.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Edition } from '#slices/programmes/index.ts';

type Returned = { readonly state: EntryState; readonly mendBy: Date | null };

export type Mending = {
  /** RFC 9557, in the programme's zone. */
  readonly until: string;
  readonly away: number;
  readonly open: boolean;
};

/** Undefined for what is not sent back, and where entries being open says so. */
export function mendingOf(ctx: Ctx, { state, mendBy }: Returned, { zone }: Pick<Edition, 'zone'>): Mending | undefined {
  if (state !== 'returned' || mendBy === null) return undefined;
  const [until, now] = [mendBy.getTime(), ctx.now.getTime()];
  return { until: zonedText(until, zone), away: until - now, open: stillOpen(until, now) };
}

/** By the instant of arrival, without grace. @throws Problem `entries.mend-by-passed` */
export function requireStillToMend(ctx: Ctx, mending: Mending, { zone }: Pick<Edition, 'zone'>): void {
  if (!mending.open) throw problem('entries.mend-by-passed', { until: mending.until, arrivedAt: zonedText(ctx.now.getTime(), zone) });
}
