/** Erasing a person: the account loses name, address and password, the record its bodies; commitments and the reason stay. */
import { z } from 'zod';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { eraseBodies } from '#slices/system/index.ts';
import * as store from './store.ts';

/** Runs in the jobs role, which alone may erase bodies. Once for each organisation; the account itself goes with the first. */
export const erasePerson = operation('people.erase-person', {
  input: z.object({ person: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  who: ['system'],
  find: (ctx, input) => store.lockPerson(ctx, input.person as PersonId),
  run: async (ctx, input, person) => {
    const bodies = await eraseBodies(ctx, person.id, input.reason);
    const subject = { kind: 'organisation', id: ctx.organisation };
    const body = { bodies, reason: input.reason };
    // Told while the account still has its address: later slices find by it what they know of the person.
    await tell(ctx, { kind: 'people.person-erased', programme: null, subject, about: person.id, body });
    await store.markErased(ctx, person.id);
    return { bodies };
  },
});
