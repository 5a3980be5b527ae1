/** Ending a phase before its date: everything is in, and nobody wants to wait for the clock. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { entriesOpen, judgingOpen } from '#core/season/phases.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from './access.ts';
import { keepTimes } from './configuration/keep.ts';
import { type Edition, timesOf } from './edition.ts';
import { editionId } from './schemas.ts';
import * as store from './store.ts';

/** A whole second, as forms and sentences tell instants, and a moment ahead: what arrives before it has read the date it is held to. */
function soon(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + 250) / 1_000) * 1_000);
}

async function tellClosing(ctx: Ctx, edition: Edition, kind: string, planned: Date, at: Date) {
  const body = { planned: planned.toISOString(), at: at.toISOString() };
  await tell(ctx, { kind, programme: edition.programme, subject: { kind: 'edition', id: edition.id }, body });
  return { edition: edition.id, at: at.toISOString() };
}

/** For good: judging opens with it, so entries do not open again. Drafts stay with their writers. */
export const closeEntries = operation('programmes.close-entries', {
  input: z.object({ edition: editionId }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, edition) => {
    if (!edition.published || !entriesOpen(timesOf(edition), ctx.now.getTime())) throw problem('programmes.entries-not-open');
    const at = soon(ctx.now);
    await store.markDates(ctx, edition.id, { ...edition, entriesCloseAt: at });
    await keepTimes(ctx, edition, timesOf({ ...edition, entriesCloseAt: at }));
    return tellClosing(ctx, edition, 'programmes.entries-closed', edition.entriesCloseAt, at);
  },
});

/** The end of judging can be moved on again until the results are published. */
export const endJudging = operation('programmes.end-judging', {
  input: z.object({ edition: editionId }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, edition) => {
    const open = edition.published && edition.announcedAt === null && judgingOpen(timesOf(edition), ctx.now.getTime());
    if (!open) throw problem('programmes.judging-not-open');
    const at = soon(ctx.now);
    await store.markDates(ctx, edition.id, { ...edition, judgingCloseAt: at });
    await keepTimes(ctx, edition, timesOf({ ...edition, judgingCloseAt: at }));
    return tellClosing(ctx, edition, 'programmes.judging-ended', edition.judgingCloseAt, at);
  },
});

/** For doors: the page that follows is to show what holds from that instant on, and it is about a second away. */
export async function untilEnded<R extends { readonly at: string }>(ended: Promise<R>): Promise<R> {
  const result = await ended;
  await sleep(Math.max(0, Date.parse(result.at) + 20 - Date.now()));
  return result;
}
