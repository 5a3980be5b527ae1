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

async function reachAs(ctx: Ctx, { id, programme }: OfEdition, whole: (relations: readonly Relation[]) => boolean) {
  const relations = await programmeRelations(ctx, programme);
  if (whole(relations)) return { edition: id, chapters: 'all', relations } as const;
  const [of] = await chaptersManaged(ctx, id);
  return of && { ...of, relations: ['chapter-manager'] as const };
}

/** How the actor stands to the entries of an edition; undefined for whoever has nothing to do with any. */
export async function reachIn(ctx: Ctx, edition: OfEdition): Promise<Reached | undefined> {
  const { id, reach } = edition;
  return reach?.edition === id ? reach : reachAs(ctx, edition, runs);
}

/**
 * The same for screening alone: whoever screens reaches every entry of the edition, and by nothing else but this. Who does no more than
 * that is never let in by the reach above.
 */
export const screeningReachIn = (ctx: Ctx, edition: OfEdition): Promise<Reached | undefined> =>
  reachAs(ctx, edition, (relations) => runs(relations) || relations.includes('screener'));

function required(ctx: Ctx, reach: Reached | undefined): Reached {
  if (reach === undefined) throw problem(personOf(ctx) === undefined ? 'general.sign-in-needed' : 'general.not-found');
  return reach;
}

/** For views. @throws Problem for whoever reaches no entry of the edition */
export const requireReach = async (ctx: Ctx, edition: OfEdition): Promise<Reached> => required(ctx, await reachIn(ctx, edition));

/** For views of screening. @throws Problem for whoever screens nothing of the edition, and works with none of its entries */
export const requireScreening = async (ctx: Ctx, edition: OfEdition): Promise<Reached> =>
  required(ctx, await screeningReachIn(ctx, edition));

/** Whether they may do something to what they reach, or only read it. */
export const mayAct = ({ relations }: Reached): boolean => decide(['manager', 'chapter-manager'], relations).allowed;

/** Whether they may decide which of them compete. */
export const mayScreen = ({ relations }: Pick<Reached, 'relations'>): boolean =>
  decide(['manager', 'chapter-manager', 'screener'], relations).allowed;

/** Whether that is all they do here: they neither run the programme nor read it. */
export const onlyScreens = ({ relations }: Pick<Reached, 'relations'>): boolean => relations.includes('screener') && !runs(relations);

/** Whether what they wrote themselves is not theirs to decide: whoever screens and does not answer for the programme. */
export const isBound = ({ relations }: Pick<Reached, 'relations'>): boolean =>
  relations.includes('screener') && !relations.includes('manager');

async function editionAt(ctx: Ctx, programme: string, slug: string): Promise<Edition> {
  const row = await editionRows(ctx).where('p.slug', '=', programme).where('e.slug', '=', slug).executeTakeFirst();
  if (row === undefined) throw problem('general.not-found');
  return asEdition(row);
}

/** An edition for whoever works with entries of it. @throws Problem for everybody else */
export async function editionForEntries(ctx: Ctx, programme: string, slug: string): Promise<{ edition: Edition; reach: Reached }> {
  const edition = await editionAt(ctx, programme, slug);
  return { edition, reach: await requireReach(ctx, edition) };
}

/** The same for whoever screens them: who does no more than that knows nothing of an edition before it is published. */
export async function editionForScreening(ctx: Ctx, programme: string, slug: string): Promise<{ edition: Edition; reach: Reached }> {
  const edition = await editionAt(ctx, programme, slug);
  const reach = await requireScreening(ctx, edition);
  if (onlyScreens(reach) && !edition.published) throw problem('general.not-found');
  return { edition, reach };
}

/** An entry as far as it decides who reaches it. */
export type Placed = { readonly edition: EditionId; readonly chapter: string | null };

export function reaches({ edition, chapters }: Reach, entry: Placed): boolean {
  if (edition !== entry.edition) return false;
  return chapters === 'all' || (entry.chapter !== null && chapters.includes(entry.chapter));
}

/** For operations: how the actor stands to some of these entries of one edition. */
export async function entryRelations(ctx: Ctx, edition: OfEdition, entries: readonly Placed[]): Promise<readonly Relation[]> {
  return relationsOf(await reachIn(ctx, edition), entries);
}

/** For operations of screening, which are open to whoever only screens. */
export async function screeningRelations(ctx: Ctx, edition: OfEdition, entries: readonly Placed[]): Promise<readonly Relation[]> {
  return relationsOf(await screeningReachIn(ctx, edition), entries);
}

const relationsOf = (reach: Reached | undefined, entries: readonly Placed[]): readonly Relation[] =>
  reach && (reach.chapters === 'all' || entries.some((entry) => reaches(reach, entry))) ? reach.relations : [];

/** The same in a query: the rows `e` of entries that are within reach. */
export function withinReach(of: readonly Reach[]): RawBuilder<boolean> {
  const whole = of.flatMap(({ edition, chapters }) => (chapters === 'all' ? [edition] : []));
  const parts = of.flatMap(({ edition, chapters }) =>
    chapters === 'all' ? [] : [sql<boolean>`(e.edition_id = ${edition} and e.chapter = any (${[...chapters]}::text[]))`],
  );
  const all = [...(whole.length > 0 ? [sql<boolean>`e.edition_id in (${sql.join(whole)})`] : []), ...parts];
  return all.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(all, sql` or `)})`;
}
