/** Interests: a judge who is too close to an entry says so, and reads it no further. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { refuseLate, seatRelations } from './access.ts';
import { findSeat } from './find.ts';
import { entryId, reason } from './schemas.ts';
import * as store from './store.ts';

/** The seat goes, and what was begun on it; the entry is never assigned to this judge again. */
export const declareInterest = operation('judging.declare-interest', {
  input: z.object({ entry: entryId, reason }),
  who: ['judge'],
  find: (ctx, input) => findSeat(ctx, input.entry, personOf(ctx)),
  relations: seatRelations,
  run: async (ctx, input, seat) => {
    refuseLate(ctx, seat.edition);
    if (seat.ballot?.state === 'submitted') throw problem('judging.ballot-submitted');
    await store.deleteSeat(ctx, seat);
    await store.insertInterest(ctx, seat, input.reason);
    await tell(ctx, {
      kind: 'judging.interest-declared',
      programme: seat.edition.programme,
      subject: { kind: 'entry', id: seat.entry },
      body: { judge: seat.judge, reason: input.reason },
    });
    return { entry: seat.entry };
  },
});
