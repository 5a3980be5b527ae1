/** Finding a seat with what is written on it, held until the transaction ends. */
import type { Ctx } from '#platform/context.ts';
import type { BallotId, EntryId, PersonId } from '#platform/ids.ts';
import { editionById } from '#slices/programmes/index.ts';
import type { Seat } from './access.ts';
import { lockSeat } from './store.ts';

export type Ballot = {
  readonly id: BallotId;
  readonly state: 'open' | 'submitted';
  readonly version: number;
  readonly comment: string;
  readonly savedAt: Date;
};
export type HeldSeat = Seat & { readonly ballot: Ballot | undefined };

async function ballotOf(ctx: Ctx, entry: EntryId, judge: PersonId): Promise<Ballot | undefined> {
  const row = await ctx.db
    .selectFrom('ballots')
    .select(['id', 'state', 'version', 'comment', 'saved_at as savedAt'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .where('judge_id', '=', judge)
    .executeTakeFirst();
  return row && { ...row, state: row.state as Ballot['state'] };
}

export async function findSeat(ctx: Ctx, entry: EntryId, judge: PersonId | undefined): Promise<HeldSeat | undefined> {
  const held = judge && (await lockSeat(ctx, { entry, judge }));
  if (judge === undefined || held === undefined) return undefined;
  // Read after the seat is held: whoever held it before may have changed both.
  const edition = await editionById(ctx, held);
  return edition && { entry, judge, edition, ballot: await ballotOf(ctx, entry, judge) };
}
