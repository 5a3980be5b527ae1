/** Seats: dealt to judges by the programme's managers, given back one by one with a reason. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Edition, lockEdition } from '#slices/programmes/index.ts';
import { editionRelations, refuseDecided, refuseLate } from './access.ts';
import { findSeat } from './find.ts';
import { planSeats } from './panel/plan.ts';
import { editionId, entryId, personId, reason } from './schemas.ts';
import * as store from './store.ts';

function refuseEarly(ctx: Ctx, edition: Edition, early: boolean): void {
  if (ctx.now < edition.entriesCloseAt && !early)
    throw problem('judging.entries-still-open', { closesAt: zonedText(edition.entriesCloseAt.getTime(), edition.zone) });
}

/**
 * Deals judges to all accepted entries. Run again, it keeps every seat that stands and fills what is missing.
 * `plan` is the hash of the preview that was confirmed; `early` is the manager's go before entries close.
 */
export const assignJudges = operation('judging.assign-judges', {
  input: z.object({ edition: editionId, plan: z.string().max(64), early: z.boolean().default(false) }),
  who: ['manager'],
  scopes: ['ballots'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: editionRelations,
  run: async (ctx, input, edition) => {
    refuseLate(ctx, edition);
    refuseEarly(ctx, edition, input.early);
    const plan = await planSeats(ctx, edition);
    if (plan.entries === 0) throw problem('judging.no-entries');
    if (plan.judges === 0) throw problem('judging.no-judges');
    if (plan.hash !== input.plan) throw problem('judging.plan-changed');
    for (const seat of plan.dropped) await store.deleteSeat(ctx, seat);
    await store.insertSeats(ctx, edition.id, plan.added);
    const { seed, added, dropped, short } = plan;
    await tell(ctx, {
      kind: 'judging.judges-assigned',
      programme: edition.programme,
      subject: { kind: 'edition', id: edition.id },
      body: { seed, added, dropped, short, kept: plan.kept.length },
    });
    return { added: added.length, dropped: dropped.length, short: short.length };
  },
});

/** Excuses one judge from one entry: the seat goes, and what was begun on it; a submitted ballot holds its seat. */
export const releaseSeat = operation('judging.release-seat', {
  input: z.object({ entry: entryId, judge: personId, reason }),
  who: ['manager'],
  scopes: ['ballots'],
  find: (ctx, input) => findSeat(ctx, input.entry, input.judge),
  relations: (ctx, seat) => editionRelations(ctx, seat.edition),
  run: async (ctx, input, seat) => {
    refuseDecided(seat.edition);
    if (seat.ballot?.state === 'submitted') throw problem('judging.ballot-submitted');
    await store.deleteSeat(ctx, seat);
    await tell(ctx, {
      kind: 'judging.seat-released',
      programme: seat.edition.programme,
      subject: { kind: 'entry', id: seat.entry },
      about: seat.judge,
      body: { judge: seat.judge, reason: input.reason },
    });
    return { entry: seat.entry };
  },
});
