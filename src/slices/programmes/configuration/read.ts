/** What an edition is made of, at its present version or as it was. */
import { sql } from 'kysely';
import type { Categories } from '#core/categories/shape.ts';
import { isPart, type Part, type Parts, partShapes, type SomeParts } from '#core/editions/parts.ts';
import { timelineOf } from '#core/season/timeline/edition-times.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { readOnce } from '../contents/rows-read.ts';
import { criteriaOf } from '../contents/views.ts';
import { type Edition, timesOf } from '../edition.ts';
import * as known from './known-parts.ts';
import { oneScorecard } from './one-scorecard.ts';

type PartRow = { readonly edition_id: EditionId; readonly part: Part; readonly version: number; readonly hash: Buffer };

/** Later than any version: an edition is read as it is now. */
export const newest = 2_147_483_647;

/** An edition at one of its versions. */
export type EditionAt = { readonly id: EditionId; readonly version: number };

/** The newest row of each part of each edition, of its version or before, without what it says. */
async function newestRows(ctx: Ctx, editions: readonly EditionAt[]): Promise<readonly PartRow[]> {
  const [one] = editions;
  const rows = () => rowsOf(ctx, editions);
  return one && editions.length === 1 && one.version !== newest ? readOnce(ctx, `${one.id} ${one.version}`, rows) : rows();
}

async function rowsOf(ctx: Ctx, editions: readonly EditionAt[]): Promise<readonly PartRow[]> {
  const [ids, versions] = [editions.map(({ id }) => id), editions.map(({ version }) => version)];
  const { rows } = await sql<Omit<PartRow, 'part'> & { part: string }>`
    select distinct on (p.edition_id, p.part) p.edition_id, p.part, p.version, p.hash
      from edition_parts p
      join unnest(${ids}::uuid[], ${versions}::integer[]) as wanted (id, version) on p.edition_id = wanted.id and p.version <= wanted.version
     where p.organisation_id = ${ctx.organisation} order by p.edition_id, p.part, p.version desc`.execute(ctx.db);
  return rows.flatMap(({ part, ...rest }) => (isPart(part) ? [{ part, ...rest }] : []));
}

type Body = Parts[Part];
type Bodies = ReadonlyMap<string, Body>;

const nameOf = ({ part, hash }: Pick<PartRow, 'part' | 'hash'>): string => `${part} ${hash.toString('base64')}`;

async function readParts(ctx: Ctx, rows: readonly PartRow[]): Promise<Bodies> {
  const bodies = await ctx.db
    .selectFrom('edition_parts')
    .select(['part', 'body', 'hash'])
    .where('organisation_id', '=', ctx.organisation)
    .where((e) => e.or(rows.map(({ edition_id, part, version }) => e.and({ edition_id, part, version }))))
    .execute();
  return new Map(
    bodies.flatMap(({ part, body, hash }): [string, Body][] =>
      isPart(part) ? [[nameOf({ part, hash }), known.keep(nameOf({ part, hash }), partShapes[part].parse(body))]] : [],
    ),
  );
}

/** What has been written of several editions, by their ids. */
export async function storedPartsOf(ctx: Ctx, editions: readonly EditionAt[]): Promise<ReadonlyMap<EditionId, SomeParts>> {
  if (editions.length === 0) return new Map();
  const rows = await newestRows(ctx, editions);
  const before: Bodies = new Map(
    rows.flatMap((row): [string, Body][] => {
      const body = known.find(nameOf(row));
      return body ? [[nameOf(row), body]] : [];
    }),
  );
  const unread = rows.filter((row) => !before.has(nameOf(row)));
  const read: Bodies = unread.length > 0 ? await readParts(ctx, unread) : new Map();
  const bodyOf = (row: PartRow) => before.get(nameOf(row)) ?? read.get(nameOf(row));
  const byEdition = Map.groupBy(rows, ({ edition_id }) => edition_id);
  return new Map(
    [...byEdition].map(([edition, own]) => [edition, Object.fromEntries(own.map((row) => [row.part, bodyOf(row)])) as SomeParts]),
  );
}

/** The newest of each part, of `version` or before. */
export async function storedParts(ctx: Ctx, edition: EditionId, version: number): Promise<SomeParts> {
  return (await storedPartsOf(ctx, [{ id: edition, version }])).get(edition) ?? {};
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
