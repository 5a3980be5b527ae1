/** What is decided about a submitted entry that may compete: it is accepted, and that can be taken back. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { entryId, markScreened } from '#slices/entries/index.ts';
import { findEntry, relations, requireRead, requireWaiting, screener, screeners } from './found.ts';
import { version } from './schemas.ts';
import { insertDecision } from './store.ts';
import { requireNoVerdict } from './verdicts/verdicts.ts';

export const acceptEntry = operation('screening.accept-entry', {
  /** `version`: the one that was read; another one is refused. */
  input: z.object({ entry: entryId, version: version.optional() }),
  who: screeners,
  scopes: ['decisions'],
  find: findEntry,
  relations,
  run: async (ctx, input, found) => {
    requireWaiting(found);
    await requireRead(ctx, found, input.version);
    const { entry, edition } = found;
    await requireNoVerdict(ctx, entry.id);
    await markScreened(ctx, entry.id, 'accepted', '');
    await insertDecision(ctx, entry.id, { verdict: 'accepted' }, screener(ctx));
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'screening.entry-accepted', programme: edition.programme, subject, body: { number: entry.number } });
    return { entry: entry.id };
  },
});

/** Takes an acceptance back. Judging hears of it before it is done, and refuses once the entry has seats. */
export const undoScreening = operation('screening.undo-screening', {
  input: z.object({ entry: entryId }),
  who: screeners,
  find: findEntry,
  relations,
  run: async (ctx, _input, { entry, edition }) => {
    if (entry.state !== 'accepted') throw problem('screening.nothing-to-undo', { state: entry.state });
    await markScreened(ctx, entry.id, 'submitted', '');
    await insertDecision(ctx, entry.id, { verdict: 'reopened' }, screener(ctx));
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'screening.acceptance-undone', programme: edition.programme, subject, body: { number: entry.number } });
    return { entry: entry.id };
  },
});
