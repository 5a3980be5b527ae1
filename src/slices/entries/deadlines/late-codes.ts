/** Redeeming a late code: whoever does may begin and send in entries of the edition until the hour it holds to. One person is one use. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Clock, deadlineFor, lateCodeRefusal, timesAt } from '#core/season/timeline/clock.ts';
import type { Timeline } from '#core/season/timeline/shape.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, keyReaches, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Edition, editionId, lateCodeIn, lockEdition, partsOf } from '#slices/programmes/index.ts';
import * as store from './late-store.ts';
import { standingIn } from './more-time/extensions-store.ts';

/** By which clock entries come in: the nominations of an edition that has nothing else. */
const clockOf = (timeline: Timeline): Clock => (timeline.entries ? 'entries' : 'nominations');

export const redeemLateCode = operation('entries.redeem-late-code', {
  input: z.object({ edition: editionId, code: z.string().trim().min(1).max(40) }),
  who: ['person'],
  find: async (ctx, input) => {
    const edition = await lockEdition(ctx, input.edition);
    return edition?.published && keyReaches(ctx, edition.programme) ? edition : undefined;
  },
  run: async (ctx, { code }, edition) => {
    const person = personOf(ctx);
    if (person === undefined) throw problem('general.sign-in-needed');
    const { timeline } = await partsOf(ctx, edition);
    const key = lateCodeIn(edition.id, timeline, code);
    const known = timeline.lateCodes.find((each) => each.key === key && each.of === clockOf(timeline));
    if (key === undefined || !known) {
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'code', code: 'season.late-code-unknown', facts: {} }]);
    }
    if ((await store.redeemedBy(ctx, edition.id, person)).includes(key)) throw problem('entries.late-code-held');
    const times = timesAt(timeline, edition.zone);
    const refusal = lateCodeRefusal(times, key, ctx.now.getTime(), await store.countRedemptions(ctx, edition.id, key));
    if (refusal) throw problem(refusal.code, refusal.facts);
    await store.insertRedemption(ctx, { edition: edition.id, key, person });
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'entries.late-code-redeemed', programme: edition.programme, subject, body: { key } });
    return { edition: edition.id, key };
  },
});

/** Until when late codes hold, without the grace after it; undefined where none is known. */
export function codesUntil(timeline: Timeline, zone: string, keys: readonly string[]): number | undefined {
  const [times, clock] = [timesAt(timeline, zone), clockOf(timeline)];
  const grace = times.grace[clock] ?? 0;
  const all = keys.flatMap((key) => deadlineFor(times, clock, key)?.until ?? []);
  return all.length === 0 ? undefined : Math.max(...all) - grace;
}

/** Until when somebody may send in later than others, without the grace after it: by what a manager gave them, or by a late code. */
export async function lateUntil(ctx: Ctx, edition: Edition, person: PersonId | undefined): Promise<number | undefined> {
  const given = person === undefined ? [] : await standingIn(ctx, edition.id, person);
  const until = Math.max((await byCode(ctx, edition, person)) ?? 0, ...given.map((one) => one.until.getTime()));
  return until > edition.entriesCloseAt.getTime() ? until : undefined;
}

/** By a late code they redeemed. */
async function byCode(ctx: Ctx, edition: Edition, person: PersonId | undefined): Promise<number | undefined> {
  const keys = person === undefined ? [] : await store.redeemedBy(ctx, edition.id, person);
  if (keys.length === 0) return undefined;
  const { timeline } = await partsOf(ctx, edition);
  return codesUntil(timeline, edition.zone, keys);
}

const minute = 60_000;

/**
 * Entries come in [open, close) and the grace after it, by the instant of arrival; from whoever has more time until the hour that
 * holds to, and the same grace. @throws Problem
 */
export async function requireOpen(ctx: Ctx, edition: Edition, grace = 0, person = personOf(ctx)): Promise<void> {
  const { entriesOpenAt, entriesCloseAt, zone } = edition;
  const [now, more] = [ctx.now.getTime(), grace * minute];
  if (ctx.now < entriesOpenAt) throw problem('entries.not-open-yet', { opensAt: zonedText(entriesOpenAt.getTime(), zone) });
  if (now < entriesCloseAt.getTime() + more) return;
  const until = await lateUntil(ctx, edition, person);
  if (until !== undefined && now < until + more) return;
  const [closedAt, arrivedAt] = [zonedText(until ?? entriesCloseAt.getTime(), zone), zonedText(now, zone)];
  throw problem('entries.closed', { closedAt, arrivedAt });
}
