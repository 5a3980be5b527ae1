/** Which judges were reminded when, and which may be reminded now. */
import { mayRemind } from '#core/season/reminders.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';
import { welcoming } from '#slices/messages/index.ts';

/** When each judge of an edition was reminded last. */
export async function lastReminded(ctx: Ctx, edition: EditionId): Promise<ReadonlyMap<PersonId, Date>> {
  const rows = await ctx.db
    .selectFrom('judge_reminders')
    .select(['judge_id as judge', (e) => e.fn.max('reminded_at').as('last')])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .groupBy('judge_id')
    .execute();
  return new Map(rows.map(({ judge, last }) => [judge, last]));
}

export type ToRemind = {
  /** Who would get a mail now. */
  readonly judges: readonly PersonId[];
  /** Who owes ballots and gets none: reminded less than a day ago, or wanting no reminders. */
  readonly lately: number;
  readonly off: number;
};

/** Of judges who owe ballots, those who may be written to now. */
export async function judgesToRemind(ctx: Ctx, owing: readonly PersonId[], last: ReadonlyMap<PersonId, Date>): Promise<ToRemind> {
  const due = owing.filter((judge) => mayRemind(last.get(judge)?.getTime(), ctx.now.getTime()));
  const judges = await welcoming(ctx, 'reminders', due);
  return { judges, lately: owing.length - due.length, off: due.length - judges.length };
}
