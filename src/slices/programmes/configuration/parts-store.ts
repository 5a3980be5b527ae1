/** Every statement that writes the parts of an edition, and the categories made from them. */
import { sql } from 'kysely';
import type { Part } from '#core/editions/parts.ts';
import type { Json } from '#core/record/canonical.ts';
import type { CriterionLine } from '#core/scorecards/lines.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, CriterionId, EditionId } from '#platform/ids.ts';
import { forgetRows } from '../contents/rows-read.ts';

export type NewPart = { readonly part: Part; readonly version: number; readonly body: Json; readonly hash: Uint8Array };

export async function insertParts(ctx: Ctx, edition: EditionId, parts: readonly NewPart[]): Promise<void> {
  const rows = parts.map(({ body, hash, ...rest }) => ({
    organisation_id: ctx.organisation,
    edition_id: edition,
    ...rest,
    body: JSON.stringify(body),
    hash: Buffer.from(hash),
    saved_at: ctx.now,
  }));
  await ctx.db.insertInto('edition_parts').values(rows).execute();
  forgetRows(ctx);
}

/** A category as its row has it: what entries, ballots and winners refer to. */
export type CategoryRow = {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly position: number;
  readonly retired: boolean;
  readonly scorecard: string;
};

/** The rows of a tree: there are as many as categories that take entries or ever did; a code keeps its row. */
export async function saveCategories(ctx: Ctx, edition: EditionId, rows: readonly CategoryRow[]): Promise<void> {
  // In steps, for a statement holds no more than 65,535 values.
  for (let at = 0; at < rows.length; at += 1000) {
    const values = rows.slice(at, at + 1000).map((row) => ({
      organisation_id: ctx.organisation,
      id: ctx.ids.next<CategoryId>(),
      edition_id: edition,
      ...row,
    }));
    await ctx.db
      .insertInto('categories')
      .values(values)
      .onConflict((c) =>
        c.columns(['organisation_id', 'edition_id', 'code']).doUpdateSet({
          name: (e) => e.ref('excluded.name'),
          description: (e) => e.ref('excluded.description'),
          position: (e) => e.ref('excluded.position'),
          retired: (e) => e.ref('excluded.retired'),
          scorecard: (e) => e.ref('excluded.scorecard'),
        }),
      )
      .execute();
  }
}

/** Takes away all other categories, unless somebody began an entry in one: then their codes are the answer, and nothing is lost. */
export async function removeCategories(ctx: Ctx, edition: EditionId, kept: readonly string[]): Promise<string | undefined> {
  const rest = sql<boolean>`not (code = any(${[...kept]}))`;
  const rows = await ctx.db
    .selectFrom('categories')
    .select('code')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where(rest)
    .execute();
  if (rows.length === 0) return undefined;
  try {
    await ctx.db
      .deleteFrom('categories')
      .where('organisation_id', '=', ctx.organisation)
      .where('edition_id', '=', edition)
      .where(rest)
      .execute();
  } catch (error) {
    // Whoever calls refuses, and the transaction with it.
    if (isForeignKeyBroken(error)) return rows.map(({ code }) => code).join(', ');
    throw error;
  }
  return undefined;
}

/** SQLSTATE 23503: another row refers to this one. */
const isForeignKeyBroken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23503';

function criterionValues({ scaleMin, scaleMax, notApplicable, ...row }: CriterionLine) {
  return { ...row, scale_min: scaleMin, scale_max: scaleMax, not_applicable: notApplicable };
}

/** True where there was such a criterion, which marks refer to. */
async function changeCriterion(ctx: Ctx, edition: EditionId, row: CriterionLine): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('criteria')
    .set(criterionValues(row))
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('scorecard', '=', row.scorecard)
    .where('key', '=', row.key)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Criteria from before there were keys are called by their place, as the scorecard read from them calls them. */
async function nameCriteria(ctx: Ctx, edition: EditionId): Promise<void> {
  await ctx.db
    .updateTable('criteria')
    .set({ key: sql<string>`'criterion-' || position` })
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('key', 'is', null)
    .execute();
}

/** The criteria on ballots: those with a key keep their row, others go. False where marks were given on one that would go. */
export async function saveCriteria(ctx: Ctx, edition: EditionId, rows: readonly CriterionLine[]): Promise<boolean> {
  await nameCriteria(ctx, edition);
  const kept = rows.map(({ scorecard, key }) => `${scorecard}/${key}`);
  try {
    await ctx.db
      .deleteFrom('criteria')
      .where('organisation_id', '=', ctx.organisation)
      .where('edition_id', '=', edition)
      .where(sql<boolean>`not (scorecard || '/' || key = any(${kept}))`)
      .execute();
  } catch (error) {
    if (isForeignKeyBroken(error)) return false;
    throw error;
  }
  for (const row of rows) {
    if (await changeCriterion(ctx, edition, row)) continue;
    const given = { organisation_id: ctx.organisation, id: ctx.ids.next<CriterionId>(), edition_id: edition };
    await ctx.db
      .insertInto('criteria')
      .values({ ...given, ...criterionValues(row) })
      .execute();
  }
  return true;
}
