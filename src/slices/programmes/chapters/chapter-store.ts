/** Every statement that writes who manages a chapter. */
import type { Ctx } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';
import type { ChapterOf } from '../roles/invitation-store.ts';

/** Nothing where the person manages it already. */
export async function insertChapterRole(ctx: Ctx, { edition, chapter }: ChapterOf, person: PersonId): Promise<void> {
  await ctx.db
    .insertInto('chapter_roles')
    .values({ organisation_id: ctx.organisation, edition_id: edition, chapter, person_id: person, granted_at: ctx.now })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** False when there was nothing to take away. */
export async function deleteChapterRole(ctx: Ctx, { edition, chapter }: ChapterOf, person: PersonId): Promise<boolean> {
  const row = await ctx.db
    .deleteFrom('chapter_roles')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .where('chapter', '=', chapter)
    .where('person_id', '=', person)
    .returning('chapter')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever managed a chapter of one edition manages those of the same key in another; how many do. */
export async function copyChapterRoles(ctx: Ctx, from: EditionId, to: EditionId): Promise<number> {
  const { numInsertedOrUpdatedRows = 0n } = await ctx.db
    .insertInto('chapter_roles')
    .columns(['organisation_id', 'edition_id', 'chapter', 'person_id', 'granted_at'])
    .expression((e) =>
      e
        .selectFrom('chapter_roles')
        .select(['organisation_id', e.val(to).as('edition_id'), 'chapter', 'person_id', e.val(ctx.now).as('granted_at')])
        .where('organisation_id', '=', ctx.organisation)
        .where('edition_id', '=', from),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows);
}
