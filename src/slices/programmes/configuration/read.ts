/** What an edition is made of, at its present version or as it was. */
import type { Categories } from '#core/categories/shape.ts';
import { isPart, type Parts, partShapes, type SomeParts } from '#core/editions/parts.ts';
import { timelineOf } from '#core/season/timeline/edition-times.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { criteriaOf } from '../contents/views.ts';
import { type Edition, timesOf } from '../edition.ts';
import { oneScorecard } from './one-scorecard.ts';

/** The newest row of each part, of `version` or before. */
export async function storedParts(ctx: Ctx, edition: EditionId, version: number): Promise<SomeParts> {
  const rows = await ctx.db
    .selectFrom('edition_parts')
    .distinctOn('part')
    .select(['part', 'body'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('version', '<=', version)
    .orderBy('part')
    .orderBy('version', 'desc')
    .execute();
  const read = rows.flatMap(({ part, body }) => (isPart(part) ? [[part, partShapes[part].parse(body)]] : []));
  return Object.fromEntries(read) as SomeParts;
}

/** Editions from before there were parts: their categories stand beside each other. */
async function categoriesFromRows(ctx: Ctx, edition: EditionId): Promise<Categories> {
  const rows = await ctx.db
    .selectFrom('categories')
    .select(['code', 'name', 'description', 'retired'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .orderBy('position')
    .execute();
  return rows.map(({ code, name, description, retired }) => {
    return { code, name, ...(description !== '' && { description }), ...(retired && { retired }) };
  });
}

/** The criteria of an edition from before there were parts: they share one scale. */
async function scorecardsFromRows(ctx: Ctx, edition: EditionId): Promise<Parts['scorecards']> {
  const criteria = await criteriaOf(ctx, edition);
  const [first] = criteria;
  return first ? oneScorecard({ criteria, scaleMin: first.scaleMin, scaleMax: first.scaleMax }) : {};
}

/** What has been written, and in place of what has not, what the edition's rows say. */
export async function partsOf(ctx: Ctx, edition: Edition, version = edition.version): Promise<Parts> {
  const stored = await storedParts(ctx, edition.id, version);
  return {
    texts: stored.texts ?? partShapes.texts.parse({}),
    timeline: stored.timeline ?? timelineOf(timesOf(edition), edition.zone),
    categories: stored.categories ?? (await categoriesFromRows(ctx, edition.id)),
    forms: stored.forms ?? {},
    rules: stored.rules ?? {},
    scorecards: stored.scorecards ?? (await scorecardsFromRows(ctx, edition.id)),
    award: stored.award ?? partShapes.award.parse({ minimumPanel: edition.minimumPanel, judges: edition.seats }),
  };
}
