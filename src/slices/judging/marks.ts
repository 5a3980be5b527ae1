/** The marks on ballots. */
import type { Ctx } from '#platform/context.ts';
import type { BallotId } from '#platform/ids.ts';
import type { Marks } from './schemas.ts';

/** Row-level security gives only one's own, or all to who opened the scope `ballots`. */
export async function marksOf(ctx: Ctx, ballot: BallotId): Promise<Marks> {
  const rows = await ctx.db
    .selectFrom('ballot_marks')
    .select(['criterion_id', 'mark'])
    .where('organisation_id', '=', ctx.organisation)
    .where('ballot_id', '=', ballot)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.criterion_id, row.mark]));
}

/** The same for many at once. */
export async function marksByBallot(ctx: Ctx, ballots: readonly BallotId[]): Promise<ReadonlyMap<BallotId, Marks>> {
  if (ballots.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('ballot_marks')
    .select(['ballot_id', 'criterion_id', 'mark'])
    .where('organisation_id', '=', ctx.organisation)
    .where('ballot_id', 'in', [...ballots])
    .execute();
  const byBallot = Map.groupBy(rows, (row) => row.ballot_id);
  return new Map([...byBallot].map(([id, marks]) => [id, Object.fromEntries(marks.map((row) => [row.criterion_id, row.mark]))]));
}
