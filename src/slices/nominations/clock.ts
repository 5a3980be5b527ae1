/** By when nominations of an edition come in, as the database's clock has it. */
import { problem } from '#core/problems/problem.ts';
import { arrivalAt, type Deadline, deadlineFor, timesAt } from '#core/season/timeline/clock.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { type Edition, partsOf } from '#slices/programmes/index.ts';

/** Undefined where the edition takes no nominations. */
export async function nominationClock(ctx: Ctx, edition: Edition): Promise<Deadline | undefined> {
  const { timeline } = await partsOf(ctx, edition);
  return deadlineFor(timesAt(timeline, edition.zone), 'nominations');
}

/** In [open, close) and the grace after it, by the instant of arrival. @throws Problem */
export async function requireNominating(ctx: Ctx, edition: Edition): Promise<void> {
  const deadline = await nominationClock(ctx, edition);
  if (deadline === undefined) throw problem('nominations.not-taken');
  const [now, told] = [ctx.now.getTime(), (at: number) => zonedText(at, edition.zone)];
  const arrival = arrivalAt(deadline, now);
  if (arrival === 'not-open-yet') throw problem('nominations.not-open-yet', { opensAt: told(deadline.opensAt) });
  if (arrival === 'over') throw problem('nominations.closed', { closedAt: told(deadline.closesAt), arrivedAt: told(now) });
}
