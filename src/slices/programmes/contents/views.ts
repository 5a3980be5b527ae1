/** What an edition judges in and by, as its rows have it. */
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, CriterionId, EditionId } from '#platform/ids.ts';

export type Category = { readonly id: CategoryId; readonly code: string; readonly name: string; readonly description: string };

/** Those that take entries, in the order the manager gave them. */
export async function openCategoriesOf(ctx: Ctx, edition: EditionId): Promise<Category[]> {
  return categoryRows(ctx, edition).where('retired', '=', false).execute();
}

/** All of them, retired ones too, in the order the manager gave them. */
export async function categoriesOf(ctx: Ctx, edition: EditionId): Promise<Category[]> {
  return categoryRows(ctx, edition).execute();
}

function categoryRows(ctx: Ctx, edition: EditionId) {
  return ctx.db
    .selectFrom('categories')
    .select(['id', 'code', 'name', 'description'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .orderBy('position');
}

export type CriterionView = {
  readonly id: CriterionId;
  readonly name: string;
  readonly question: string;
  readonly weight: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
};

/** Criteria in the order of the scorecard; the caller narrows them down. */
export function criteriaRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('criteria')
    .select(['id', 'name', 'question', 'weight', 'scale_min as scaleMin', 'scale_max as scaleMax'])
    .where('organisation_id', '=', ctx.organisation)
    .orderBy('position');
}

/** In the order of the scorecard. */
export async function criteriaOf(ctx: Ctx, edition: EditionId): Promise<CriterionView[]> {
  return criteriaRows(ctx).where('edition_id', '=', edition).execute();
}

/** The scorecards of several editions at once. */
export async function criteriaOfEditions(
  ctx: Ctx,
  editions: readonly EditionId[],
): Promise<ReadonlyMap<EditionId, readonly CriterionView[]>> {
  if (editions.length === 0) return new Map();
  const rows = await criteriaRows(ctx)
    .select('edition_id as edition')
    .where('edition_id', 'in', [...editions])
    .execute();
  const byEdition = Map.groupBy(rows, ({ edition }) => edition);
  return new Map([...byEdition].map(([edition, list]) => [edition, list.map(({ edition: _same, ...criterion }) => criterion)]));
}

/** Categories that take entries, and criteria. */
export async function countContents(ctx: Ctx, edition: EditionId): Promise<{ categories: number; criteria: number }> {
  const [categories, criteria] = [await openCategoriesOf(ctx, edition), await criteriaOf(ctx, edition)];
  return { categories: categories.length, criteria: criteria.length };
}
