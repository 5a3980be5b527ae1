/** An entry is withdrawn by whoever sent it in, and comes back while entries are open and its category has room. */
import { z } from 'zod';
import { noWithdrawal, revivedAs } from '#core/entries/withdrawing.ts';
import { problem } from '#core/problems/problem.ts';
import { phaseAt } from '#core/season/phases.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { inheritedIn, movePlace, timesOf } from '#slices/programmes/index.ts';
import { writing } from '../access.ts';
import { requireOpen } from '../deadlines/late-codes.ts';
import { type CategoryInEdition, categoryInEdition } from '../find.ts';
import { requireRoomAs } from '../room/room.ts';
import { entryId } from '../schemas.ts';
import { type Entry, lockEntry, markRevived, markWithdrawn } from '../store.ts';

const shape = {
  input: z.object({ entry: entryId }),
  who: ['owner', 'writer'],
  find: (ctx: Ctx, input: { readonly entry: EntryId }) => lockEntry(ctx, input.entry),
  relations: writing('submit'),
} as const;

async function categoryOf(ctx: Ctx, entry: Entry): Promise<CategoryInEdition> {
  const category = await categoryInEdition(ctx, entry.category);
  if (!category) throw problem('general.not-found');
  return category;
}

/** Nobody reads it from then on. Judging hears of it before it is done, and refuses once judges were given it. */
export const withdrawEntry = operation('entries.withdraw-entry', {
  ...shape,
  run: async (ctx, _input, entry) => {
    const { edition } = await categoryOf(ctx, entry);
    const refusal = noWithdrawal(entry.state, phaseAt(timesOf(edition), ctx.now.getTime()));
    if (refusal) throw problem(refusal.code, refusal.facts);
    await markWithdrawn(ctx, entry);
    await movePlace(ctx, entry.category, 'freed');
    const subject = { kind: 'entry', id: entry.id };
    const body = { number: entry.number, from: entry.state };
    await tell(ctx, { kind: 'entries.entry-withdrawn', programme: edition.programme, subject, body });
    return { entry: entry.id };
  },
});

/** It keeps its number, and what it says stays as it was; it is looked at anew. */
export const reviveEntry = operation('entries.revive-entry', {
  ...shape,
  run: async (ctx, _input, entry) => {
    if (entry.state !== 'withdrawn' || entry.withdrawnFrom === null) throw problem('entries.not-withdrawn', { state: entry.state });
    const { retired, ...category } = await categoryOf(ctx, entry);
    const { edition, code, name } = category;
    await requireOpen(ctx, edition, edition.entriesGrace, entry.owner);
    if (retired) throw problem('entries.category-retired', { category: name });
    const taken = await movePlace(ctx, entry.category, 'taken-again');
    const { limits } = (await inheritedIn(ctx, edition.id))(code);
    await requireRoomAs(ctx, taken, { ...category, limits }, entry.owner);
    const state = revivedAs(entry.withdrawnFrom);
    await markRevived(ctx, entry, state);
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'entries.entry-revived', programme: edition.programme, subject, body: { number: entry.number, to: state } });
    return { entry: entry.id, state };
  },
});
