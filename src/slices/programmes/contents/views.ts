/** What an edition judges in and by, as its rows have it. */
import type { CriterionColumns } from '#core/scorecards/columns.ts';
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

/** The places of each category that are taken, by its code: every number given, without what was withdrawn. */
export async function takenIn(ctx: Ctx, edition: EditionId): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .selectFrom('categories')
    .select(['code', 'entries_numbered as numbered', 'places_freed as freed'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .execute();
  return new Map(rows.map(({ code, numbered, freed }) => [code, numbered - freed]));
}

export type CriterionView = {
  readonly id: CriterionId;
  readonly name: string;
  readonly question: string;
  readonly weight: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
} & Pick<CriterionColumns, 'steps' | 'gate' | 'notApplicable' | 'comment'>;

/** With the scorecard it stands on, and what the document calls it; null for those made before there were documents. */
export type CriterionOnCard = CriterionView & { readonly scorecard: string; readonly key: string | null };

/** Criteria in the order of their scorecard; the caller narrows them down. */
export function criteriaRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('criteria')
    .select(['id', 'name', 'question', 'weight', 'scale_min as scaleMin', 'scale_max as scaleMax', 'scorecard', 'key', 'steps'])
    .select((e) => [
      e.ref('gate').$castTo<CriterionView['gate']>().as('gate'),
      e.ref('not_applicable').$castTo<CriterionView['notApplicable']>().as('notApplicable'),
      e.ref('comment').$castTo<CriterionView['comment']>().as('comment'),
    ])
    .where('organisation_id', '=', ctx.organisation)
    .orderBy('scorecard')
    .orderBy('position');
}

/** Of all scorecards, each in its order. */
export async function criteriaOf(ctx: Ctx, edition: EditionId): Promise<CriterionOnCard[]> {
  return criteriaRows(ctx).where('edition_id', '=', edition).execute();
}

/** What entries of a category are judged by, in the order of its scorecard. */
export async function criteriaOfCategory(ctx: Ctx, category: CategoryId): Promise<CriterionOnCard[]> {
  return criteriaRows(ctx)
    .where((e) =>
      e.exists(
        e
          .selectFrom('categories as c')
          .select('c.id')
          .where('c.organisation_id', '=', ctx.organisation)
          .where('c.id', '=', category)
          .whereRef('c.edition_id', '=', 'criteria.edition_id')
          .whereRef('c.scorecard', '=', 'criteria.scorecard'),
      ),
    )
    .execute();
}

/** The scorecard of every category, retired ones too, by the codes and ids they have. */
export async function cardsOfCategories(
  ctx: Ctx,
  edition: EditionId,
): Promise<{ readonly id: CategoryId; readonly code: string; readonly scorecard: string }[]> {
  return ctx.db
    .selectFrom('categories')
    .select(['id', 'code', 'scorecard'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .orderBy('position')
    .execute();
}

/** The criteria of several editions at once. */
export async function criteriaOfEditions(
  ctx: Ctx,
  editions: readonly EditionId[],
): Promise<ReadonlyMap<EditionId, readonly CriterionOnCard[]>> {
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
