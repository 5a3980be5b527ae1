/** More time that was given in an edition, for those who run the programme; and what an outage would give. */
import { noMoreTime } from '#core/entries/more-time.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, timesOf } from '#slices/programmes/index.ts';
import { keptBackBy } from './entrants.ts';
import * as store from './extensions-store.ts';

/** Dates in RFC 9557, in the programme's zone. */
export async function moreTimePage(ctx: Ctx, edition: Edition) {
  const given = (await store.standingIn(ctx, edition.id)).filter(({ grace }) => grace === null);
  const graces = await store.gracesIn(ctx, edition.id);
  const people = await peopleByIds(ctx, [...new Set([...given.flatMap(({ person, by }) => [person, by]), ...graces.map(({ by }) => by)])]);
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const nameOf = (id: (typeof given)[number]['by']) => people.get(id)?.name ?? '';
  const [now, soon] = [ctx.now.getTime(), Math.max(ctx.now.getTime(), edition.entriesCloseAt.getTime()) + 1];
  return {
    extensions: given.map(({ id, person, by, until, reason }) => ({
      id,
      name: nameOf(person),
      by: nameOf(by),
      until: told(until),
      reason,
      running: until > ctx.now,
    })),
    graces: graces.map(({ id, from, to, until, reason, log, people: count, by, endedAt }) => ({
      id,
      from: told(from),
      to: told(to),
      until: told(until),
      reason,
      log,
      people: count,
      by: nameOf(by),
      state: endedAt !== null ? ('taken-back' as const) : until > ctx.now ? ('running' as const) : ('over' as const),
    })),
    /** Whether anybody can still be given more time. */
    mayGive: edition.published && noMoreTime(timesOf(edition), now, soon) === undefined,
  };
}

/** How many an outage kept back; undefined where its instants are none. */
export async function outagePreview(
  ctx: Ctx,
  edition: Edition,
  from: number | undefined,
  to: number | undefined,
): Promise<number | undefined> {
  if (from === undefined || to === undefined || from >= to || to > ctx.now.getTime()) return undefined;
  return (await keptBackBy(ctx, edition.id, { from, to })).length;
}
