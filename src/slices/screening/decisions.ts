/** What is decided about a submitted entry: it is accepted, or sent back with what to mend. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Entry, entryId, markScreened, partsOfEntry } from '#slices/entries/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { findEntry, relations, requireWaiting, type Screened, screener } from './found.ts';
import { about, reason } from './schemas.ts';
import { insertDecision } from './store.ts';
import { requireNoVerdict } from './verdicts/verdicts.ts';

export const acceptEntry = operation('screening.accept-entry', {
  input: z.object({ entry: entryId }),
  who: ['manager', 'chapter-manager'],
  scopes: ['decisions'],
  find: findEntry,
  relations,
  run: async (ctx, _input, found) => {
    requireWaiting(found);
    const { entry, edition } = found;
    await requireNoVerdict(ctx, entry.id);
    await markScreened(ctx, entry.id, 'accepted', '');
    await insertDecision(ctx, entry.id, 'accepted', '', screener(ctx));
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'screening.entry-accepted', programme: edition.programme, subject, body: { number: entry.number } });
    return { entry: entry.id };
  },
});

async function mailReturn(ctx: Ctx, { entry, edition }: Screened, words: string): Promise<void> {
  const owner = (await peopleByIds(ctx, [entry.owner])).get(entry.owner);
  if (owner === undefined) return;
  await mail(ctx, {
    mail: 'screening.returned',
    to: owner.email,
    person: entry.owner,
    programme: edition.programme,
    edition: edition.id,
    data: {
      entry: entry.id,
      name: owner.name,
      number: entry.number,
      title: entry.title,
      programme: edition.programmeName,
      edition: edition.name,
      reason: words,
      closesAt: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
      open: ctx.now < edition.entriesCloseAt ? 'yes' : 'no',
    },
  });
}

/** @throws Problem where one of them is nothing this entry is asked */
async function refuseUnknownParts(ctx: Ctx, entry: Entry, parts: readonly string[]): Promise<void> {
  if (parts.length === 0) return;
  const known = await partsOfEntry(ctx, entry);
  if (parts.every((part) => known.includes(part))) return;
  throw problem('general.invalid-input', { count: 1 }, [{ path: 'about', code: 'field.invalid', facts: {} }]);
}

/** The mail to the entrant leaves with it, so this cannot be undone; the entrant mends and submits again while entries are open. */
export const returnEntry = operation('screening.return-entry', {
  /** `about`: the keys of what has to be mended, as its page shows them; none where the words say it. */
  input: z.object({ entry: entryId, reason, about }),
  who: ['manager', 'chapter-manager'],
  scopes: ['decisions'],
  find: findEntry,
  relations,
  run: async (ctx, input, found) => {
    requireWaiting(found);
    const { entry, edition } = found;
    await requireNoVerdict(ctx, entry.id);
    await refuseUnknownParts(ctx, entry, input.about);
    await markScreened(ctx, entry.id, 'returned', input.reason, input.about);
    await insertDecision(ctx, entry.id, 'returned', input.reason, screener(ctx));
    await mailReturn(ctx, found, input.reason);
    const body = { number: entry.number, reason: input.reason, ...(input.about.length > 0 && { about: input.about }) };
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'screening.entry-returned', programme: edition.programme, subject, about: entry.owner, body });
    return { entry: entry.id };
  },
});

/** Takes an acceptance back. Judging hears of it before it is done, and refuses once the entry has seats. */
export const undoScreening = operation('screening.undo-screening', {
  input: z.object({ entry: entryId }),
  who: ['manager', 'chapter-manager'],
  find: findEntry,
  relations,
  run: async (ctx, _input, { entry, edition }) => {
    if (entry.state !== 'accepted') throw problem('screening.nothing-to-undo', { state: entry.state });
    await markScreened(ctx, entry.id, 'submitted', '');
    await insertDecision(ctx, entry.id, 'reopened', '', screener(ctx));
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'screening.acceptance-undone', programme: edition.programme, subject, body: { number: entry.number } });
    return { entry: entry.id };
  },
});
