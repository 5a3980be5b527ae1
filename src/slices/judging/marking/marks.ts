/** The marks on ballots, and what is written beside them. */
import { shownMark, stepsIn } from '#core/scoring/scale.ts';
import type { Ctx } from '#platform/context.ts';
import type { BallotId } from '#platform/ids.ts';
import type { CriterionView } from '#slices/programmes/index.ts';
import type { Comments, Marks } from '../schemas.ts';

/** Marks as they are kept: whole numbers of steps, 15 for 7.5 where halves are given. Null: the criterion does not apply. */
export type KeptMarks = Readonly<Record<string, number | null>>;

type Stepped = Pick<CriterionView, 'id' | 'steps'>;

const stepOf = (criteria: readonly Stepped[]) => {
  const steps = new Map<string, number>(criteria.map((each) => [each.id, each.steps]));
  return (criterion: string) => ({ step: 1 / (steps.get(criterion) ?? 1) });
};

/** Kept marks as judges gave them. */
export function shownMarks(criteria: readonly Stepped[], kept: KeptMarks): Marks {
  const scale = stepOf(criteria);
  return Object.fromEntries(Object.entries(kept).map(([id, mark]) => [id, mark === null ? null : shownMark(mark, scale(id))]));
}

/** Marks that lie on their scales, as they are kept. */
export function keptMarks(criteria: readonly Stepped[], given: Marks): KeptMarks {
  const scale = stepOf(criteria);
  const kept = (id: string, mark: number): number => {
    const steps = stepsIn(mark, scale(id));
    if (steps === undefined) throw new RangeError('a mark between two steps');
    return steps;
  };
  return Object.fromEntries(Object.entries(given).map(([id, mark]) => [id, mark === null ? null : kept(id, mark)]));
}

/** Row-level security gives only one's own, or all to who opened the scope `ballots`. */
export async function marksOf(ctx: Ctx, ballot: BallotId): Promise<KeptMarks> {
  return (await marksByBallot(ctx, [ballot])).get(ballot) ?? {};
}

/** The same for many at once. */
export async function marksByBallot(ctx: Ctx, ballots: readonly BallotId[]): Promise<ReadonlyMap<BallotId, KeptMarks>> {
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

/** What is written beside single criteria, by ballot; the same security holds. */
export async function commentsByBallot(ctx: Ctx, ballots: readonly BallotId[]): Promise<ReadonlyMap<BallotId, Comments>> {
  if (ballots.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('ballot_comments')
    .select(['ballot_id', 'criterion_id', 'comment'])
    .where('organisation_id', '=', ctx.organisation)
    .where('ballot_id', 'in', [...ballots])
    .execute();
  const byBallot = Map.groupBy(rows, (row) => row.ballot_id);
  return new Map([...byBallot].map(([id, all]) => [id, Object.fromEntries(all.map((row) => [row.criterion_id, row.comment]))]));
}
