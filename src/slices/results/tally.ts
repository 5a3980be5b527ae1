/** Counting, kept: the tally that a publication will rest on. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { lockSeats } from '#slices/judging/index.ts';
import { type Edition, lockEdition, programmeRelations } from '#slices/programmes/index.ts';
import { countBallots } from './count.ts';
import type { TallyResult } from './counting/counted.ts';
import { recountByRules, refuseOtherwise } from './counting/recount-by-rules.ts';
import { recount, refuseDifference } from './recount.ts';
import { editionId } from './schemas.ts';
import { insertTally } from './store.ts';

/** Nothing is counted while ballots can still change: nobody is to know the score before the last judge has marked. @throws Problem */
function refuseOpen(ctx: Ctx, edition: Edition): void {
  if (ctx.now < edition.judgingCloseAt) throw problem('ranking.judging-still-open');
}

/** By the database, from the tables. @throws Problem at the first entry on which it comes to anything else */
async function countAgain(ctx: Ctx, edition: Edition, result: TallyResult): Promise<void> {
  if (result.v === 1) refuseDifference(result.entries, await recount(ctx, edition));
  else refuseOtherwise(result, await recountByRules(ctx, edition.id, result));
}

/** Counts all submitted ballots twice, by two means, and keeps the result only when they agree. */
export const computeTally = operation('results.compute-tally', {
  input: z.object({ edition: editionId }),
  who: ['manager'],
  scopes: ['ballots', 'decisions'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, edition) => {
    const by = personOf(ctx);
    if (by === undefined) throw problem('general.sign-in-needed');
    if (edition.announcedAt) throw problem('results.already-published');
    refuseOpen(ctx, edition);
    await lockSeats(ctx, edition.id);
    const count = await countBallots(ctx, edition);
    await countAgain(ctx, edition, count.result);
    const tally = await insertTally(ctx, edition.id, by, count);
    const resultHash = count.resultHash.toString('hex');
    await tell(ctx, {
      kind: 'results.tally-computed',
      programme: edition.programme,
      subject: { kind: 'edition', id: edition.id },
      body: { tally, ballots: count.ballots, ballotsHash: count.ballotsHash.toString('hex'), resultHash },
    });
    return { tally, ballots: count.ballots, resultHash };
  },
});

export type Tally = {
  readonly id: string;
  readonly ballots: number;
  readonly ballotsHash: Buffer;
  readonly resultHash: Buffer;
  readonly result: TallyResult;
  readonly computedAt: Date;
};

const columns = [
  'id',
  'ballots',
  'ballots_hash as ballotsHash',
  'result_hash as resultHash',
  'result',
  'computed_at as computedAt',
] as const;

/** The tally that decisions rest on. Needs the scope `decisions`. */
export async function tallyById(ctx: Ctx, id: string): Promise<Tally | undefined> {
  const row = await ctx.db
    .selectFrom('tallies')
    .select(columns)
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, result: row.result as TallyResult };
}

/** The newest tally. Needs the scope `decisions`. */
export async function latestTally(ctx: Ctx, edition: EditionId): Promise<Tally | undefined> {
  const row = await ctx.db
    .selectFrom('tallies')
    .select(columns)
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .orderBy('computed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, result: row.result as TallyResult };
}
