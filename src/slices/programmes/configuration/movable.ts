/** Which dates of an edition may still move. */
import { problem } from '#core/problems/problem.ts';
import { announced, judgingOpen } from '#core/season/phases.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { type Edition, timesOf } from '../edition.ts';

type Dates = Pick<Edition, 'entriesOpenAt' | 'entriesCloseAt' | 'judgingCloseAt'> &
  Partial<Pick<Edition, 'judgingOpenAt' | 'entriesGrace'>>;

/** What may still move: all before entries close, then only the end of judging, and nothing once the announcement is set. */
export function requireMovable(ctx: Ctx, edition: Edition, wanted: Dates): void {
  const [times, now] = [timesOf(edition), ctx.now.getTime()];
  if (edition.announcedAt)
    throw problem('programmes.dates-settled', { announcedAt: zonedText(edition.announcedAt.getTime(), edition.zone) });
  if (!edition.published || now < times.entriesCloseAt || announced(times, now)) return;
  const { entriesGrace = edition.entriesGrace, judgingOpenAt = edition.judgingOpenAt } = wanted;
  const moved =
    wanted.entriesOpenAt.getTime() !== times.entriesOpenAt ||
    wanted.entriesCloseAt.getTime() !== times.entriesCloseAt ||
    entriesGrace !== edition.entriesGrace ||
    (judgingOpen(times, now) && judgingOpenAt?.getTime() !== edition.judgingOpenAt?.getTime());
  if (moved) throw problem('programmes.entry-dates-settled', { closedAt: zonedText(times.entriesCloseAt, edition.zone) });
  if (judgingOpen(times, now) && wanted.judgingCloseAt.getTime() <= now)
    throw problem('programmes.judging-would-be-over', { closesAt: zonedText(wanted.judgingCloseAt.getTime(), edition.zone) });
}
