/** After entries closed a manager opens one entry again, with a reason and until an instant; and takes that back. */
import { z } from 'zod';
import { hasNextVersion, noReopening, stillOpen } from '#core/entries/reopening.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionById, programmeRelations, timesOf } from '#slices/programmes/index.ts';
import { becauseText, entryId, instant } from '../schemas.ts';
import { type Entry, lockEntry } from '../store.ts';
import { beginNextVersion } from './next-version.ts';
import * as store from './reopening-store.ts';

type Found = { readonly entry: Entry; readonly edition: Edition };

async function findEntry(ctx: Ctx, input: { readonly entry: Entry['id'] }): Promise<Found | undefined> {
  const entry = await lockEntry(ctx, input.entry);
  const edition = entry && entry.state !== 'draft' ? await editionById(ctx, entry.edition) : undefined;
  return entry && edition && { entry, edition };
}

const relations = (ctx: Ctx, { edition }: Found) => programmeRelations(ctx, edition.programme);

type Letter = { readonly mail: 'entries.reopened' | 'entries.reopening-cancelled'; readonly until: Date; readonly reason: string };

async function mailWriter(ctx: Ctx, { entry, edition }: Found, letter: Letter): Promise<void> {
  const owner = (await peopleByIds(ctx, [entry.owner])).get(entry.owner);
  if (owner === undefined) return;
  await mail(ctx, {
    mail: letter.mail,
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
      reason: letter.reason,
      until: zonedText(letter.until.getTime(), edition.zone),
      yours: owner.zone && zonedText(letter.until.getTime(), owner.zone),
    },
  });
}

/**
 * What stands is not touched: the writer gets a draft of the next version that begins with all of it. Where an earlier opening ran out,
 * they go on with what they had written then.
 */
export const reopenEntry = operation('entries.reopen-entry', {
  input: z.object({ entry: entryId, reason: becauseText, until: instant }),
  who: ['manager'],
  find: findEntry,
  relations,
  run: async (ctx, { reason, until }, found) => {
    const { entry, edition } = found;
    const now = ctx.now.getTime();
    const refusal = noReopening(entry.state, timesOf(edition), now, until.getTime());
    if (refusal?.code === 'entries.until-has-passed' || refusal?.code === 'entries.until-after-judging')
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'until', code: refusal.code, facts: {} }]);
    if (refusal) throw problem(refusal.code, refusal.facts);
    const before = await store.openReopening(ctx, entry.id);
    if (before && stillOpen(before.until.getTime(), now))
      throw problem('entries.open-again-already', { until: zonedText(before.until.getTime(), edition.zone) });
    if (before) await store.markEnded(ctx, before, { as: 'ran-out' });
    const by = personOf(ctx);
    if (by === undefined) throw problem('general.sign-in-needed');
    const draft = before?.draft ?? (await beginNextVersion(ctx, entry));
    await store.insertReopening(ctx, { entry: entry.id, draft, reason, until, by });
    await mailWriter(ctx, found, { mail: 'entries.reopened', until, reason });
    const subject = { kind: 'entry', id: entry.id };
    const body = { number: entry.number, reason, until: until.toISOString() };
    await tell(ctx, { kind: 'entries.entry-reopened', programme: edition.programme, subject, about: entry.owner, body });
    return { entry: entry.id, draft };
  },
});

/** What stands goes on standing; what was written of a next version is kept, and nobody goes on with it. */
export const cancelReopening = operation('entries.cancel-reopening', {
  input: z.object({ entry: entryId }),
  who: ['manager'],
  find: findEntry,
  relations,
  run: async (ctx, _input, found) => {
    const { entry, edition } = found;
    const open = await store.openReopening(ctx, entry.id);
    if (!open || !stillOpen(open.until.getTime(), ctx.now.getTime())) throw problem('entries.not-open-again', { number: entry.number });
    await store.markEnded(ctx, open, { as: 'cancelled' });
    await mailWriter(ctx, found, { mail: 'entries.reopening-cancelled', until: open.until, reason: open.reason });
    const subject = { kind: 'entry', id: entry.id };
    const body = { number: entry.number, until: open.until.toISOString() };
    await tell(ctx, { kind: 'entries.reopening-cancelled', programme: edition.programme, subject, about: entry.owner, body });
    return { entry: entry.id };
  },
});

/** A draft of a next version may be written as long as its opening has not ended; its instant decides only about sending in. @throws Problem */
export async function requireNotEnded(ctx: Ctx, entry: Pick<Entry, 'id' | 'nextOf'>): Promise<void> {
  if (entry.nextOf === null) return;
  const reopening = await store.reopeningOfDraft(ctx, entry.id);
  if (reopening === undefined || reopening.endedAs !== null) throw problem('entries.reopening-over', {});
}

export type Standing = { readonly entry: Entry; readonly reopening: store.Reopening };

/** What a draft is to stand in the place of, held, while its opening runs. @throws Problem */
export async function requireStanding(ctx: Ctx, draft: Entry, standing: Entry['id'], edition: Edition): Promise<Standing> {
  const entry = await lockEntry(ctx, standing);
  const reopening = await store.reopeningOfDraft(ctx, draft.id);
  if (!entry || !reopening || reopening.endedAs !== null || !hasNextVersion(entry.state)) throw problem('entries.reopening-over', {});
  const now = ctx.now.getTime();
  if (!stillOpen(reopening.until.getTime(), now)) {
    const told = (at: number) => zonedText(at, edition.zone);
    throw problem('entries.closed', { closedAt: told(reopening.until.getTime()), arrivedAt: told(now) });
  }
  return { entry, reopening };
}
