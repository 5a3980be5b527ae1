/** The zone of somebody's own clock, so that dates are told in it beside the programme's. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { isTimeZone } from '#core/season/wall-time.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { markZone } from './store.ts';

/** Empty forgets it. */
export const setZone = operation('people.set-zone', {
  input: z.object({ zone: z.string().max(100) }),
  who: ['person'],
  find: (ctx) => Promise.resolve(ctx.actor.kind === 'person' ? ctx.actor : undefined),
  run: async (ctx, { zone }, { id }) => {
    if (zone !== '' && !isTimeZone(zone))
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'zone', code: 'field.invalid', facts: {} }]);
    await markZone(ctx, id, zone === '' ? null : zone);
    const subject = { kind: 'organisation', id: ctx.organisation };
    await tell(ctx, { kind: 'people.zone-set', programme: null, subject, body: { person: id, zone } });
    return { zone };
  },
});
