/** What judges wrote on ballots. Needs the scope `ballots`; whoever opens it says who reads it. */
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import type { Comments } from '../schemas.ts';
import { commentsByBallot } from './marks.ts';

export type WrittenOn = { readonly judge: PersonId; readonly comment: string; readonly comments: Comments };

/** The words on every submitted ballot of an entry that has any. */
export async function writtenOn(ctx: Ctx, entry: EntryId): Promise<WrittenOn[]> {
  const ballots = await ctx.db
    .selectFrom('ballots')
    .select(['id', 'judge_id as judge', 'comment'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('state', '=', 'submitted')
    .orderBy('judge_id')
    .execute();
  const comments = await commentsByBallot(
    ctx,
    ballots.map(({ id }) => id),
  );
  return ballots
    .map(({ id, ...ballot }) => ({ ...ballot, comments: comments.get(id) ?? {} }))
    .filter(({ comment, comments: beside }) => comment !== '' || Object.keys(beside).length > 0);
}
