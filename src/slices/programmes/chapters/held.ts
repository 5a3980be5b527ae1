/** A chapter that somebody manages stays where it is: with its key would come back whoever had it. */
import type { ChapterText } from '#core/editions/texts.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';

/** @throws Problem `editions.chapter-in-use` where one of another key is managed */
export async function requireChaptersHeld(ctx: Ctx, edition: { readonly id: EditionId }, next: readonly ChapterText[]): Promise<void> {
  const row = await ctx.db
    .selectFrom('chapter_roles')
    .select('chapter')
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition.id)
    .where('chapter', 'not in', ['', ...next.map(({ key }) => key)])
    .limit(1)
    .executeTakeFirst();
  if (row) throw chapterInUse(row.chapter);
}

export function chapterInUse(chapter: string) {
  return problem('editions.chapter-in-use', { chapter }, [{ path: 'texts.chapters', code: 'editions.chapter-in-use', facts: { chapter } }]);
}
