/**
 * Whose entries somebody works with: all of an edition for those who run or audit its programme, those of one chapter for whoever manages
 * it. Every read and act upon entries that is open to both goes through here, and composes what it gets into its query.
 */
import { type RawBuilder, sql } from 'kysely';
import { decide, type Relation } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf, programmesOfKey } from '#platform/context.ts';
import type { EditionId, ProgrammeId } from '#platform/ids.ts';
import { programmeRelations } from '../access.ts';
import { asEdition, type Edition, editionRows } from '../edition.ts';

/** In one edition: every entry, or those of these chapters; an entry without a chapter is of none. */
export type Reach = { readonly edition: EditionId; readonly chapters: 'all' | readonly string[] };

/** `reach`: how the actor stands to it, where the same request has asked already. */
type OfEdition = { readonly id: EditionId; readonly programme: ProgrammeId; readonly reach?: Reached };

/** The chapters a person manages now, by edition: one that was taken away is gone with the next request. */
export async function chaptersManaged(ctx: Ctx, edition?: EditionId): Promise<(Reach & { readonly chapters: readonly string[] })[]> {
  const person = personOf(ctx);
  if (person === undefined) return [];
  const only = programmesOfKey(ctx);
  let query = ctx.db
    .selectFrom('chapter_roles as r')
    .innerJoin('editions as d', (join) => join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.id', '=', 'r.edition_id'))
    .select(['r.edition_id as edition', sql<string[]>`array_agg(r.chapter order by r.chapter)`.as('chapters')])
    .where('r.organisation_id', '=', ctx.organisation)
    .where('r.person_id', '=', person);
  if (edition !== undefined) query = query.where('r.edition_id', '=', edition);
  if (only) query = only.length === 0 ? query.where(sql<boolean>`false`) : query.where('d.programme_id', 'in', [...only]);
  return query.groupBy('r.edition_id').execute();
}

export type Reached = Reach & { readonly relations: readonly Relation[] };

const runs = (relations: readonly Relation[]) => relations.includes('manager') || relations.includes('auditor');

/** How the actor stands to the entries of an edition; undefined for whoever has nothing to do with any. */
export async function reachIn(ctx: Ctx, { id, programme, reach }: OfEdition): Promise<Reached | undefined> {
  if (reach?.edition === id) return reach;
  const relations = await programmeRelations(ctx, programme);
  if (runs(relations)) return { edition: id, chapters: 'all', relations };
  const [of] = await chaptersManaged(ctx, id);
  return of && { ...of, relations: ['chapter-manager'] };
}

/** For views. @throws Problem for whoever reaches no entry of the edition */
export async function requireReach(ctx: Ctx, edition: OfEdition): Promise<Reached> {
  const reach = await reachIn(ctx, edition);
  if (reach === undefined) throw problem(personOf(ctx) === undefined ? 'general.sign-in-needed' : 'general.not-found');
  return reach;
}

/** Whether they may do something to what they reach, or only read it. */
export const mayAct = ({ relations }: Reached): boolean => decide(['manager', 'chapter-manager'], relations).allowed;

/** An edition for whoever works with entries of it. @throws Problem for everybody else */
export async function editionForEntries(ctx: Ctx, programme: string, slug: string): Promise<{ edition: Edition; reach: Reached }> {
  const row = await editionRows(ctx).where('p.slug', '=', programme).where('e.slug', '=', slug).executeTakeFirst();
  if (row === undefined) throw problem('general.not-found');
  const edition = asEdition(row);
  return { edition, reach: await requireReach(ctx, edition) };
}

/** An entry as far as it decides who reaches it. */
export type Placed = { readonly edition: EditionId; readonly chapter: string | null };

export function reaches({ edition, chapters }: Reach, entry: Placed): boolean {
  if (edition !== entry.edition) return false;
  return chapters === 'all' || (entry.chapter !== null && chapters.includes(entry.chapter));
}

/** For operations: how the actor stands to some of these entries of one edition. */
export async function entryRelations(ctx: Ctx, edition: OfEdition, entries: readonly Placed[]): Promise<readonly Relation[]> {
  const reach = await reachIn(ctx, edition);
  return reach && (reach.chapters === 'all' || entries.some((entry) => reaches(reach, entry))) ? reach.relations : [];
}

/** The same in a query: the rows `e` of entries that are within reach. */
export function withinReach(of: readonly Reach[]): RawBuilder<boolean> {
  const whole = of.flatMap(({ edition, chapters }) => (chapters === 'all' ? [edition] : []));
  const parts = of.flatMap(({ edition, chapters }) =>
    chapters === 'all' ? [] : [sql<boolean>`(e.edition_id = ${edition} and e.chapter = any (${[...chapters]}::text[]))`],
  );
  const all = [...(whole.length > 0 ? [sql<boolean>`e.edition_id in (${sql.join(whole)})`] : []), ...parts];
  return all.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(all, sql` or `)})`;
}
