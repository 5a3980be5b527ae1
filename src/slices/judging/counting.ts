/** What a count rests on. Needs the scope `ballots`; nothing here is for a page. */
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, CriterionId, EditionId, EntryId, PersonId } from '#platform/ids.ts';

export type CountedSeat = { readonly category: CategoryId; readonly entry: EntryId; readonly judge: PersonId; readonly submitted: boolean };

/** Every seat on an accepted entry, and whether its ballot is in. */
export async function seatsForCount(ctx: Ctx, edition: EditionId): Promise<CountedSeat[]> {
  const rows = await ctx.db
    .selectFrom('assignments as a')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'a.organisation_id').onRef('e.id', '=', 'a.entry_id'))
    .leftJoin('ballots as b', (j) =>
      j.onRef('b.organisation_id', '=', 'a.organisation_id').onRef('b.entry_id', '=', 'a.entry_id').onRef('b.judge_id', '=', 'a.judge_id'),
    )
    .select(['e.category_id as category', 'a.entry_id as entry', 'a.judge_id as judge', 'b.state'])
    .where('a.organisation_id', '=', ctx.organisation)
    .where('a.edition_id', '=', edition)
    .orderBy('e.number')
    .orderBy('a.judge_id')
    .execute();
  return rows.map(({ state, ...seat }) => ({ ...seat, submitted: state === 'submitted' }));
}

export type CountedMark = {
  readonly category: CategoryId;
  readonly entry: EntryId;
  readonly judge: PersonId;
  readonly criterion: CriterionId;
  /** In steps of its scale; null: the judge said that the criterion does not apply. */
  readonly mark: number | null;
};

/** Every mark on a submitted ballot on an accepted entry, in one order. */
export async function marksForCount(ctx: Ctx, edition: EditionId): Promise<CountedMark[]> {
  return ctx.db
    .selectFrom('ballots as b')
    .innerJoin('ballot_marks as m', (j) => j.onRef('m.organisation_id', '=', 'b.organisation_id').onRef('m.ballot_id', '=', 'b.id'))
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'b.organisation_id').onRef('e.id', '=', 'b.entry_id'))
    .select(['e.category_id as category', 'b.entry_id as entry', 'b.judge_id as judge', 'm.criterion_id as criterion', 'm.mark'])
    .where('b.organisation_id', '=', ctx.organisation)
    .where('b.edition_id', '=', edition)
    .where('b.state', '=', 'submitted')
    .orderBy('b.entry_id')
    .orderBy('b.judge_id')
    .orderBy('m.criterion_id')
    .execute();
}
