/** Which translations of a part are of a text that has since become another, read off the versions the part had. */

import type { Part } from '#core/editions/parts.ts';
import { Outdated } from '#core/editions/translating/translations.ts';
import type { PlacedText } from '#core/languages/translations.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';

/** Older versions than these are not read: somebody is waiting for the page. */
export const mostVersions = 60;
/** A version may be as large as a rulebook. */
const atOnce = 5;

type Of = { readonly edition: EditionId; readonly part: Part; readonly language: string; readonly main: string };

/** Whoever calls has been let in to the edition. */
export async function outdatedIn(
  ctx: Ctx,
  texts: readonly PlacedText[],
  { edition, part, language, main }: Of,
): Promise<ReadonlySet<string>> {
  const outdated = new Outdated(texts, language, main);
  let before: number | undefined;
  for (let read = 0; read < mostVersions; read += atOnce) {
    const rows = await ctx.db
      .selectFrom('edition_parts')
      .select(['version', 'body'])
      .where('organisation_id', '=', ctx.organisation)
      .where('edition_id', '=', edition)
      .where('part', '=', part)
      .$if(before !== undefined, (q) => q.where('version', '<', before ?? 0))
      .orderBy('version', 'desc')
      .limit(atOnce)
      .execute();
    for (const { body } of rows) if (!outdated.look(body)) return outdated.places;
    before = rows.at(-1)?.version;
    if (rows.length < atOnce) break;
  }
  return outdated.places;
}
