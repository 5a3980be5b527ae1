/** How many entries the categories of an edition take by its document as it is now, and how many they have. No right is asked. */
import type { Limits } from '#core/categories/room.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { newest, storedParts } from '../configuration/read.ts';
import { inheritedBy } from '../rules/inherited.ts';

/** The limits of each category by its code; {} where it has none. */
export async function limitsIn(ctx: Ctx, edition: EditionId): Promise<(code: string) => Limits> {
  const { categories = [] } = await storedParts(ctx, edition, newest);
  const all = inheritedBy(categories);
  return (code) => all.get(code)?.limits ?? {};
}

/** The entries of each category that were ever sent in, by its code: the counter their numbers come from. */
export async function numberedIn(ctx: Ctx, edition: EditionId): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .selectFrom('categories')
    .select(['code', 'entries_numbered as count'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .execute();
  return new Map(rows.map(({ code, count }) => [code, count]));
}
