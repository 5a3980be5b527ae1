/** Those an entry is shared with: their right is changed or taken away by its owner, and they leave by themselves. Acts with their next request. */
import { z } from 'zod';
import { right } from '#core/entries/writers.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { ownership, writing } from '../access.ts';
import { programmeOfEdition } from '../find.ts';
import { entryId } from '../schemas.ts';
import type { Entry } from '../store.ts';
import { lockShared } from './inviting.ts';
import { deleteWriter, markRights } from './writer-store.ts';

const personId = z.uuid().transform((text) => text as PersonId);

type Change = 'entries.writer-rights-changed' | 'entries.writer-removed' | 'entries.writer-left';

async function toldOf(ctx: Ctx, kind: Change, entry: Entry, body: { readonly person: PersonId; readonly rights?: string }): Promise<void> {
  const programme = (await programmeOfEdition(ctx, entry.edition)) ?? null;
  await tell(ctx, { kind, programme, subject: { kind: 'entry', id: entry.id }, about: body.person, body });
}

export const changeWriter = operation('entries.change-writer', {
  input: z.object({ entry: entryId, person: personId, rights: right }),
  who: ['owner'],
  find: (ctx, input) => lockShared(ctx, input.entry),
  relations: ownership,
  run: async (ctx, { person, rights }, entry) => {
    if (!(await markRights(ctx, entry.id, person, rights))) throw problem('entries.no-such-writer');
    await toldOf(ctx, 'entries.writer-rights-changed', entry, { person, rights });
    return { entry: entry.id };
  },
});

/** What they wrote stays, in their name in the history. */
export const removeWriter = operation('entries.remove-writer', {
  input: z.object({ entry: entryId, person: personId }),
  who: ['owner'],
  find: (ctx, input) => lockShared(ctx, input.entry),
  relations: ownership,
  run: async (ctx, { person }, entry) => {
    if (!(await deleteWriter(ctx, entry.id, person))) throw problem('entries.no-such-writer');
    await toldOf(ctx, 'entries.writer-removed', entry, { person });
    return { entry: entry.id };
  },
});

export const leaveEntry = operation('entries.leave-entry', {
  input: z.object({ entry: entryId }),
  who: ['writer'],
  find: (ctx, input) => lockShared(ctx, input.entry),
  relations: writing('view'),
  run: async (ctx, _input, entry) => {
    const person = personOf(ctx);
    if (person === undefined || !(await deleteWriter(ctx, entry.id, person))) throw problem('entries.no-such-writer');
    await toldOf(ctx, 'entries.writer-left', entry, { person });
    return { entry: entry.id };
  },
});
