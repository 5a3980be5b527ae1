/** Erasing a person: the account loses name, address and password, the record its bodies, every slice what it knows; commitments and the reason stay. */
import { z } from 'zod';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { erasingOf } from '#platform/privacy/holders.ts';
import { tell } from '#platform/tell.server.ts';
import { deleteMemberships, eraseAllBodies, forgetRequests, isKnownElsewhere } from '#slices/system/index.ts';
import { markErased, strikeStandIns } from './privacy/account-store.ts';
import { accountOf, marksOf, without } from './privacy/traces.ts';
import { lockPerson } from './store.ts';

/**
 * Runs in the jobs role, which alone may erase bodies; once for each organisation. `account` says whether the account goes with it:
 * `last` of several organisations takes it, `alone` takes it unless another organisation knows the person. `insist` erases though
 * something speaks against it: after a restore, and from the machine itself.
 */
export const erasePerson = operation('people.erase-person', {
  input: z.object({
    person: z.uuid(),
    reason: z.string().trim().min(3).max(500),
    account: z.enum(['last', 'alone', 'stays']).default('last'),
    insist: z.boolean().default(false),
  }),
  who: ['system'],
  scopes: ['ballots', 'decisions', 'nominations'],
  find: async (ctx, input) => lockPerson(ctx, await accountOf(ctx, input.person as PersonId)),
  run: async (ctx, input, person) => {
    if (!input.insist) {
      const [block] = (await erasingOf(ctx, person.id)).blocks;
      if (block) throw block;
    }
    const marks = await marksOf(ctx, person.id);
    const reason = without(input.reason, marks);
    const bodies = await eraseAllBodies(ctx, marks, reason);
    const subject = { kind: 'organisation', id: ctx.organisation };
    // Told while the account still has its addresses: later slices find by them what they know of the person.
    await tell(ctx, { kind: 'people.person-erased', programme: null, subject, about: person.id, body: { bodies, reason } });
    await deleteMemberships(ctx, marks.ids);
    await strikeStandIns(ctx, marks.ids);
    await forgetRequests(ctx, marks);
    const goes = input.account === 'last' || (input.account === 'alone' && !(await isKnownElsewhere(ctx, person.id)));
    if (goes) await markErased(ctx, marks);
    return { bodies };
  },
});
