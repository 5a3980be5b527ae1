/** An entry is sent back with what to mend and until when; that moment can be moved, and the return taken back while nothing was mended. */
import { z } from 'zod';
import { noMendBy, screeningOver } from '#core/entries/mending.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Entry, entryId, isAsSentIn, markMendBy, markScreened, partsOfEntry } from '#slices/entries/index.ts';
import { timesOf } from '#slices/programmes/index.ts';
import { findEntry, relations, requireRead, requireWaiting, type Screened, screener, screeners } from '../found.ts';
import { about, reason, until, version } from '../schemas.ts';
import { insertDecision } from '../store.ts';
import { requireNoVerdict } from '../verdicts/verdicts.ts';
import { mailMoved, mailReturn, mailUndone } from './mails.ts';

const subjectOf = (entry: Pick<Entry, 'id'>) => ({ kind: 'entry', id: entry.id });

/** @throws Problem where one of them is nothing this entry is asked */
async function refuseUnknownParts(ctx: Ctx, entry: Entry, parts: readonly string[]): Promise<void> {
  if (parts.length === 0) return;
  const known = await partsOfEntry(ctx, entry);
  if (parts.every((part) => known.includes(part))) return;
  throw problem('general.invalid-input', { count: 1 }, [{ path: 'about', code: 'field.invalid', facts: {} }]);
}

/** @throws Problem at the field, where the moment has passed or judges would not wait for it */
export function requireMendBy(ctx: Ctx, { edition }: Pick<Screened, 'edition'>, by: Date): void {
  const refusal = noMendBy(timesOf(edition), ctx.now.getTime(), by.getTime());
  if (refusal) throw problem('general.invalid-input', { count: 1 }, [{ path: 'until', code: refusal, facts: {} }]);
}

/** The mail to the entrant leaves with it. They mend and submit again until the moment that is named; without one, while entries are open. */
export const returnEntry = operation('screening.return-entry', {
  /** `about`: the keys of what has to be mended, as its page shows them; none where the words say it. */
  input: z.object({ entry: entryId, version: version.optional(), reason, about, until: until.optional() }),
  who: screeners,
  scopes: ['decisions'],
  find: findEntry,
  relations,
  run: async (ctx, input, found) => {
    requireWaiting(found);
    await requireRead(ctx, found, input.version);
    const { entry, edition } = found;
    await requireNoVerdict(ctx, entry.id);
    await refuseUnknownParts(ctx, entry, input.about);
    if (input.until) requireMendBy(ctx, found, input.until);
    await markScreened(ctx, entry.id, 'returned', input.reason, { asked: input.about, mendBy: input.until });
    await insertDecision(ctx, entry.id, { verdict: 'returned', reason: input.reason, until: input.until }, screener(ctx));
    await mailReturn(ctx, found, { reason: input.reason, until: input.until });
    const more = { ...(input.about.length > 0 && { about: input.about }), ...(input.until && { until: input.until.toISOString() }) };
    const body = { number: entry.number, reason: input.reason, ...more };
    await tell(ctx, {
      kind: 'screening.entry-returned',
      programme: edition.programme,
      subject: subjectOf(entry),
      about: entry.owner,
      body,
    });
    return { entry: entry.id };
  },
});

function requireReturned({ entry, edition }: Screened, now: Date): void {
  if (entry.state !== 'returned') throw problem('screening.not-returned', { state: entry.state });
  if (screeningOver(timesOf(edition), now.getTime())) throw problem('screening.over');
}

/** Sooner or later than before, or where none was named; the entrant is told why. One whose time had passed can be mended again. */
export const moveMending = operation('screening.move-mending', {
  input: z.object({ entry: entryId, until, reason }),
  who: screeners,
  find: findEntry,
  relations,
  run: async (ctx, input, found) => {
    const { entry, edition } = found;
    requireReturned(found, ctx.now);
    requireMendBy(ctx, found, input.until);
    await markMendBy(ctx, entry.id, input.until);
    await insertDecision(ctx, entry.id, { verdict: 'mending-moved', reason: input.reason, until: input.until }, screener(ctx));
    await mailMoved(ctx, found, input);
    const before = entry.mendBy && { from: entry.mendBy.toISOString() };
    const body = { number: entry.number, reason: input.reason, ...before, until: input.until.toISOString() };
    await tell(ctx, { kind: 'screening.mending-moved', programme: edition.programme, subject: subjectOf(entry), about: entry.owner, body });
    return { entry: entry.id };
  },
});

/** What was submitted waits again. Only while it is what was submitted: what somebody has begun to write is theirs to finish. */
export const undoReturn = operation('screening.undo-return', {
  input: z.object({ entry: entryId }),
  who: screeners,
  find: findEntry,
  relations,
  run: async (ctx, _input, found) => {
    const { entry, edition } = found;
    requireReturned(found, ctx.now);
    if (!(await isAsSentIn(ctx, entry))) throw problem('screening.mended-meanwhile');
    await markScreened(ctx, entry.id, 'submitted', '');
    await insertDecision(ctx, entry.id, { verdict: 'return-undone' }, screener(ctx));
    await mailUndone(ctx, found);
    const body = { number: entry.number };
    await tell(ctx, { kind: 'screening.return-undone', programme: edition.programme, subject: subjectOf(entry), about: entry.owner, body });
    return { entry: entry.id };
  },
});
