/** Holds: what a dispute or an inquiry needs is kept, whoever asks, until the hold is lifted. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { personByEmail } from '#slices/people/index.ts';
import { organisationRelations } from '#slices/system/index.ts';
import { programmeCalled } from './holding.ts';
import { reason } from './schemas.ts';
import * as store from './store.ts';

function placer(ctx: Ctx): PersonId {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return person;
}

/** A person by their address, or a programme by its short name. */
async function subjectCalled(ctx: Ctx, on: string): Promise<store.Subject | undefined> {
  const person = on.includes('@') ? await personByEmail(ctx, on) : undefined;
  const programme = person === undefined ? await programmeCalled(ctx, on) : undefined;
  if (person) return { kind: 'person', id: person.id };
  return programme === undefined ? undefined : { kind: 'programme', id: programme };
}

/** Nothing of it is erased and nothing runs out. */
export const placeHold = operation('privacy.place-hold', {
  input: z.object({ on: z.string().trim().toLowerCase().min(1).max(254), reason }),
  who: ['administrator'],
  find: (ctx) => Promise.resolve(ctx.organisation),
  relations: organisationRelations,
  run: async (ctx, input) => {
    const subject = await subjectCalled(ctx, input.on);
    if (!subject) throw problem('privacy.nobody', { email: input.on });
    const hold = await store.insertHold(ctx, subject, input.reason, placer(ctx));
    if (hold === undefined) throw problem('privacy.held-already');
    const body = { on: subject.id, reason: input.reason };
    await tell(ctx, { kind: 'privacy.hold-placed', programme: null, subject: { kind: 'hold', id: hold }, body });
    return { hold };
  },
});

export const liftHold = operation('privacy.lift-hold', {
  input: z.object({ hold: z.uuid() }),
  who: ['administrator'],
  find: async (ctx, input) => ({ hold: await store.lockStandingHold(ctx, input.hold) }),
  relations: organisationRelations,
  run: async (ctx, _input, { hold }) => {
    if (!hold) throw problem('privacy.hold-lifted');
    await store.markLifted(ctx, hold.id, placer(ctx));
    await tell(ctx, { kind: 'privacy.hold-lifted', programme: null, subject: { kind: 'hold', id: hold.id }, body: {} });
    return { hold: hold.id };
  },
});
