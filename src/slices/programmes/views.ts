/** Reads of programmes for their managers, for later slices and for the command line. */

import type { Relation } from '#core/access/relations.ts';
import type { FieldProblem } from '#core/problems/problem.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { personOf, programmesOfKey } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { programmeRelations, requireRelation } from './access.ts';
import { type Category, type CriterionOnCard, categoriesOf, criteriaOf } from './contents/views.ts';
import { asEdition, type Edition, editionRows, isPublic } from './edition.ts';
import { missingOf } from './publication/ready.ts';

export type ProgrammeLine = {
  readonly id: ProgrammeId;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  /** Newest first. */
  readonly editions: readonly Edition[];
};

/** `published`: without editions nobody has published, which are not asked for either. */
async function programmesWhere(ctx: Ctx, only: readonly ProgrammeId[] | undefined, { published = false } = {}): Promise<ProgrammeLine[]> {
  if (only?.length === 0) return [];
  let query = ctx.db
    .selectFrom('programmes')
    .select(['id', 'slug', 'name', 'time_zone as zone'])
    .where('organisation_id', '=', ctx.organisation);
  let editions = editionRows(ctx);
  if (only) {
    query = query.where('id', 'in', [...only]);
    editions = editions.where('e.programme_id', 'in', [...only]);
  }
  if (published) editions = editions.where(isPublic(ctx));
  const programmes = await query.orderBy('name').orderBy('id').execute();
  const rows = (await editions.orderBy('e.entries_open_at', 'desc').orderBy('e.id').execute()).map(asEdition);
  return programmes.map((programme) => ({ ...programme, editions: rows.filter((edition) => edition.programme === programme.id) }));
}

/** Those of a key's programmes whose person manages or audits them now. */
async function heldAmong(ctx: Ctx, programmes: readonly ProgrammeId[]): Promise<ProgrammeId[]> {
  const held: ProgrammeId[] = [];
  for (const programme of programmes) {
    const relations = await programmeRelations(ctx, programme);
    if (relations.includes('manager') || relations.includes('auditor')) held.push(programme);
  }
  return held;
}

/** The programmes the actor manages or audits; all of them for administrators and for the system. */
export async function programmeList(ctx: Ctx): Promise<ProgrammeLine[]> {
  if (ctx.actor.kind === 'system' || (await isAdministrator(ctx))) return programmesWhere(ctx, undefined);
  const person = personOf(ctx);
  if (person === undefined) return [];
  const only = programmesOfKey(ctx);
  if (only) return programmesWhere(ctx, await heldAmong(ctx, only));
  const roles = await ctx.db
    .selectFrom('programme_roles')
    .select('programme_id')
    .distinct()
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .where('role', 'in', ['manager', 'auditor'])
    .execute();
  return programmesWhere(
    ctx,
    roles.map((row) => row.programme_id),
  );
}

/** The programmes the actor screens for, by a role of their own, with what is published of them. */
export async function programmesScreened(ctx: Ctx): Promise<ProgrammeLine[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const only = programmesOfKey(ctx);
  const rows = await ctx.db
    .selectFrom('programme_roles')
    .select('programme_id')
    .where('organisation_id', '=', ctx.organisation)
    .where('person_id', '=', person)
    .where('role', '=', 'screener')
    .execute();
  const ids = rows.map((row) => row.programme_id).filter((id) => only === undefined || only.includes(id));
  return programmesWhere(ctx, ids, { published: true });
}

export type ProgrammeForManager = ProgrammeLine & { readonly relations: readonly Relation[] };

export async function programmeForManager(ctx: Ctx, slug: string): Promise<ProgrammeForManager> {
  const row = await ctx.db
    .selectFrom('programmes')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (row === undefined) throw problem('general.not-found');
  const relations = await requireRelation(ctx, row.id, ['manager', 'auditor']);
  const [programme] = await programmesWhere(ctx, [row.id]);
  if (programme === undefined) throw problem('general.not-found');
  return { ...programme, relations };
}

/** What a programme says of itself, for whoever may change it. */
export async function programmeTexts(ctx: Ctx, slug: string) {
  const row = await ctx.db
    .selectFrom('programmes')
    .select(['id', 'slug', 'name', 'strapline', 'summary', 'version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (row === undefined) throw problem('general.not-found');
  await requireRelation(ctx, row.id, ['manager']);
  return row;
}

export type EditionForManager = {
  readonly edition: Edition;
  readonly categories: readonly Category[];
  readonly criteria: readonly CriterionOnCard[];
  /** What is missing before it may be published; empty for a published one. */
  readonly missing: readonly FieldProblem[];
  readonly mayChange: boolean;
};

export async function editionForManager(ctx: Ctx, programmeSlug: string, editionSlug: string): Promise<EditionForManager> {
  const row = await editionRows(ctx).where('p.slug', '=', programmeSlug).where('e.slug', '=', editionSlug).executeTakeFirst();
  if (row === undefined) throw problem('general.not-found');
  const edition = asEdition(row);
  const relations = await requireRelation(ctx, edition.programme, ['manager', 'auditor']);
  const categories = await categoriesOf(ctx, edition.id);
  const criteria = await criteriaOf(ctx, edition.id);
  const missing = edition.published ? [] : await missingOf(ctx, edition);
  return { edition, categories, criteria, missing, mayChange: relations.includes('manager') };
}
