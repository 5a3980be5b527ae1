/** Several entries are sent back with one text and one moment, and all of that is taken back while none of them was mended. */
import { screeningOver } from '#core/entries/mending.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Entry, entryList, isAsSentIn, markSeveralScreened } from '#slices/entries/index.ts';
import { holdRows } from '#slices/lists/index.ts';
import { timesOf } from '#slices/programmes/index.ts';
import { screener, screeners } from '../found.ts';
import { reason, until } from '../schemas.ts';
import { chosen, findChosen, relationsToChosen, type Several, sorted } from '../several.ts';
import { insertDecisions } from '../store.ts';
import { mailReturn, mailUndone } from './mails.ts';
import { requireMendBy } from './returning.ts';

const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);

/** Each that waits, with a mail to each writer. Whoever sent them back holds them afterwards, so that all of it can be taken back in one act. */
export const returnEntries = operation('screening.return-entries', {
  input: chosen.extend({ reason, until: until.optional() }),
  who: screeners,
  scopes: ['decisions'],
  find: findChosen,
  relations: relationsToChosen,
  run: async (ctx, { entries, reason: why, until: by }, found): Promise<Several> => {
    const { edition } = found;
    if (by) requireMendBy(ctx, { edition }, by);
    const { ready, left } = await sorted(ctx, found, entries, 'submitted');
    if (ready.length === 0) throw problem('screening.none-waiting', { chosen: entries.length });
    const done = idsOf(ready);
    await markSeveralScreened(ctx, done, 'returned', { note: why, mendBy: by });
    await insertDecisions(ctx, done, { verdict: 'returned', reason: why, until: by }, screener(ctx));
    for (const entry of ready) {
      await mailReturn(ctx, { entry, edition }, { reason: why, until: by });
      const body = { number: entry.number, reason: why, ...(by && { until: by.toISOString() }) };
      const of = { programme: edition.programme, subject: { kind: 'entry', id: entry.id }, about: entry.owner };
      await tell(ctx, { kind: 'screening.entry-returned', ...of, body });
    }
    await holdRows(ctx, { list: entryList.name, subject: edition.id }, done);
    return { done, left };
  },
});

/** @throws Problem where somebody has begun to write one of them */
async function requireUntouched(ctx: Ctx, returned: readonly Entry[]): Promise<void> {
  let mended = 0;
  for (const entry of returned) if (!(await isAsSentIn(ctx, entry))) mended += 1;
  if (mended > 0) throw problem('screening.some-mended', { mended, chosen: returned.length });
}

/** All or none of those that are still with their writers: what one of them has begun to write is theirs to finish. */
export const undoReturns = operation('screening.undo-returns', {
  input: chosen,
  who: screeners,
  scopes: ['decisions'],
  find: findChosen,
  relations: relationsToChosen,
  run: async (ctx, { entries }, found): Promise<Several> => {
    const { edition } = found;
    if (screeningOver(timesOf(edition), ctx.now.getTime())) throw problem('screening.over');
    const { ready, left } = await sorted(ctx, found, entries, 'returned');
    if (ready.length === 0) throw problem('screening.none-returned', { chosen: entries.length });
    await requireUntouched(ctx, ready);
    const done = idsOf(ready);
    await markSeveralScreened(ctx, done, 'submitted');
    await insertDecisions(ctx, done, { verdict: 'return-undone' }, screener(ctx));
    for (const entry of ready) {
      await mailUndone(ctx, { entry, edition });
      const of = { programme: edition.programme, subject: { kind: 'entry', id: entry.id }, about: entry.owner };
      await tell(ctx, { kind: 'screening.return-undone', ...of, body: { number: entry.number } });
    }
    return { done, left };
  },
});
