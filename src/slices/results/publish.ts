/** Publishing: what was counted becomes what was decided, and from one instant on everybody may read it. */
import { sql } from 'kysely';
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { lockSeats } from '#slices/judging/index.ts';
import {
  type Edition,
  lockEdition,
  type NewHonour,
  programmeRelations,
  recordHonours,
  setAnnouncement,
  withdrawHonours,
} from '#slices/programmes/index.ts';
import { type Outcome, propose } from './gate.ts';
import { announceAt, categoryId, editionId, levelDecision } from './schemas.ts';
import { deleteDecisions, insertDecisions, type NewDecision } from './store.ts';
import type { Tally } from './tally.ts';

function instantOf(ctx: Ctx, edition: Edition, wanted: 'now' | Date): Date {
  if (wanted === 'now') return ctx.now;
  if (wanted > ctx.now) return wanted;
  const facts = { now: zonedText(ctx.now.getTime(), edition.zone) };
  throw problem('results.announcement-in-the-past', facts, [{ path: 'announceAt', code: 'results.announcement-in-the-past', facts }]);
}

/** A place for every ranked entry of the categories that are awarded; in the others nothing was decided about any entry. */
function decisionsOf(tally: Tally, outcomes: readonly Outcome[]): NewDecision[] {
  const won = new Map<string, string | null>(outcomes.flatMap(({ winners }) => winners.map(({ entry, level }) => [entry, level])));
  const awarded = new Set<string>(outcomes.filter(({ winners }) => winners.length > 0).map(({ category }) => category.id));
  return tally.result.entries.flatMap(({ category, entry, division = null, rank, score, ballots }): NewDecision[] =>
    rank === null || score === null || !awarded.has(category)
      ? []
      : [
          {
            category: category as CategoryId,
            entry: entry as EntryId,
            rank,
            score,
            ballots: ballots.length,
            won: won.has(entry),
            level: won.get(entry) ?? null,
            division,
          },
        ],
  );
}

function honoursOf(outcomes: readonly Outcome[]): NewHonour[] {
  return outcomes.flatMap(({ category, winners }) =>
    winners.map(({ division, ...winner }) => ({ category: category.id, ...winner, division: division?.name ?? null })),
  );
}

/**
 * Publishes the whole edition at once. `tally` is the count that was looked at: another one, or ballots that have changed since, are
 * refused. `notAwarded`: categories in which nobody wins, as the manager has decided. `decided`: the levels of entries whose level the
 * rules leave open, each of those that are open to it, or none.
 */
export const publishResults = operation('results.publish-results', {
  input: z.object({
    edition: editionId,
    tally: z.uuid(),
    announceAt,
    notAwarded: z.array(categoryId).default([]),
    decided: z.array(levelDecision).max(10_000).default([]),
  }),
  who: ['manager'],
  scopes: ['ballots', 'decisions'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    if (edition.announcedAt) throw problem('results.already-published');
    await lockSeats(ctx, edition.id);
    const { tally, outcomes, refusals } = await propose(ctx, edition, input);
    if (refusals.length > 0) throw problem('results.gate-closed', { count: refusals.length }, refusals);
    if (tally?.id !== input.tally) throw problem('results.tally-out-of-date');
    const at = instantOf(ctx, edition, input.announceAt);
    const decisions = decisionsOf(tally, outcomes);
    const honours = honoursOf(outcomes);
    await insertDecisions(ctx, edition.id, tally.id, decisions);
    await recordHonours(ctx, edition, honours, at);
    await setAnnouncement(ctx, edition, at);
    // A season loaded as history sends no mail.
    if (!ctx.clock)
      await enqueue(ctx, 'results.tell-winners', { edition: edition.id }, { jobKey: `results.tell-winners ${edition.id}`, runAt: at });
    const announcedAt = at.toISOString();
    const winners = outcomes.flatMap(({ category: { id: category }, winners: own }) =>
      own.map(({ entry, shared, level, division }) => {
        return { category, entry, shared, ...(level !== null && { level }), ...(division && { division: division.key }) };
      }),
    );
    const { notAwarded, decided } = input;
    const counted = { tally: tally.id, resultHash: tally.resultHash.toString('hex') };
    const body = { ...counted, announcedAt, winners, notAwarded, ...(decided.length > 0 && { decided }) };
    await tell(ctx, {
      kind: 'results.results-published',
      programme: edition.programme,
      subject: { kind: 'edition', id: edition.id },
      body,
    });
    return { announcedAt, decisions: decisions.length, honours: honours.length };
  },
});

/** By the database's clock, as the public's reads have it: a request that waited must not take back what was read meanwhile. */
async function hasCome(ctx: Ctx, at: Date): Promise<boolean> {
  const { rows } = await sql<{ come: boolean }>`select ${at}::timestamptz <= plaudit.plaudit_now() as come`.execute(ctx.db);
  return rows[0]?.come ?? true;
}

function announcementOf(edition: Edition): Date {
  if (!edition.announcedAt) throw problem('results.nothing-to-withdraw');
  return edition.announcedAt;
}

/** Takes an announcement back that has not come: decisions and honours go, the tally stays, and seats and ballots may be seen to again. */
export const withdrawAnnouncement = operation('results.withdraw-announcement', {
  input: z.object({ edition: editionId }),
  who: ['manager'],
  scopes: ['decisions'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, edition) => {
    const at = announcementOf(edition);
    if (await hasCome(ctx, at)) throw problem('results.already-announced', { announcedAt: zonedText(at.getTime(), edition.zone) });
    const decisions = await deleteDecisions(ctx, edition.id);
    await withdrawHonours(ctx, edition);
    await setAnnouncement(ctx, edition, null);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, {
      kind: 'results.announcement-withdrawn',
      programme: edition.programme,
      subject,
      body: { announcedAt: at.toISOString(), decisions },
    });
    return { decisions };
  },
});
