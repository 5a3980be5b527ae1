/** Decisions about several entries at once: each that can be accepted is, the others stay as they are and are named. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EditionId, EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Entry, entryId, entryList, lockEntries, markSeveralScreened } from '#slices/entries/index.ts';
import { holdRows, mostRows } from '#slices/lists/index.ts';
import { type Edition, editionById, editionId, reaches, requireScreening, screeningRelations } from '#slices/programmes/index.ts';
import { keptFrom, screeners } from './found.ts';
import { insertDecisions } from './store.ts';
import { standingOn } from './verdicts/store.ts';

/** What is chosen is asked for by name. */
export const chosen = z.object({ edition: editionId, entries: z.array(entryId).min(1).max(mostRows) });

type Asked = { readonly edition: Edition; readonly locked: readonly Entry[] };

/** What was asked for and lies in the edition, locked. */
export async function findChosen(
  ctx: Ctx,
  asked: { readonly edition: EditionId; readonly entries: readonly EntryId[] },
): Promise<Asked | undefined> {
  const edition = await editionById(ctx, asked.edition);
  if (edition === undefined) return undefined;
  const locked = await lockEntries(ctx, asked.entries);
  return { edition, locked: locked.filter((entry) => entry.edition === edition.id) };
}

export const relationsToChosen = (ctx: Ctx, { edition, locked }: Asked) => screeningRelations(ctx, edition, locked);

export type Several = { readonly done: readonly EntryId[]; readonly left: readonly EntryId[] };

/** What was asked for, as it stands now; of another edition or chapter, ruled out, the actor's own or gone, is left like anything that does not wait. */
export async function sorted(ctx: Ctx, { edition, locked }: Asked, asked: readonly EntryId[], from: Entry['state']) {
  const reach = await requireScreening(ctx, edition);
  const own = await keptFrom(
    ctx,
    reach,
    locked.map(({ id }) => id),
  );
  const within = locked.filter((entry) => reaches(reach, entry) && entry.state === from && !own.has(entry.id));
  const ruledOut = await standingOn(
    ctx,
    within.map(({ id }) => id),
  );
  const ready = within.filter(({ id }) => !ruledOut.has(id));
  const ids = [...new Set(asked)];
  return { ready, left: ids.filter((id) => !ready.some((entry) => entry.id === id)) };
}

async function decide(ctx: Ctx, edition: Edition, ready: readonly Entry[], to: 'accepted' | 'submitted'): Promise<void> {
  const by = personOf(ctx);
  if (by === undefined) throw problem('general.sign-in-needed');
  const ids = ready.map(({ id }) => id);
  await markSeveralScreened(ctx, ids, to);
  await insertDecisions(ctx, ids, { verdict: to === 'accepted' ? 'accepted' : 'reopened' }, by);
  const kind = to === 'accepted' ? 'screening.entry-accepted' : 'screening.acceptance-undone';
  for (const { id, number } of ready)
    await tell(ctx, { kind, programme: edition.programme, subject: { kind: 'entry', id }, body: { number } });
}

/** Whoever accepted them holds them afterwards, so that all of it can be taken back in one act. */
export const acceptEntries = operation('screening.accept-entries', {
  input: chosen,
  who: screeners,
  scopes: ['decisions'],
  find: findChosen,
  relations: relationsToChosen,
  run: async (ctx, { entries }, found): Promise<Several> => {
    const { ready, left } = await sorted(ctx, found, entries, 'submitted');
    if (ready.length === 0) throw problem('screening.none-waiting', { chosen: entries.length });
    await decide(ctx, found.edition, ready, 'accepted');
    const done = ready.map(({ id }) => id);
    await holdRows(ctx, { list: entryList.name, subject: found.edition.id }, done);
    return { done, left };
  },
});

/** All or none: judging hears of each before it is done, and refuses once one of them has seats. */
export const undoAcceptances = operation('screening.undo-acceptances', {
  input: chosen,
  who: screeners,
  scopes: ['decisions'],
  find: findChosen,
  relations: relationsToChosen,
  run: async (ctx, { entries }, found): Promise<Several> => {
    const { ready, left } = await sorted(ctx, found, entries, 'accepted');
    if (ready.length === 0) throw problem('screening.nothing-to-undo', { state: 'submitted' });
    await decide(ctx, found.edition, ready, 'submitted');
    return { done: ready.map(({ id }) => id), left };
  },
});
