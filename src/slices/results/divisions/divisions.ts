/** The divisions that are ranked apart, and which of them entries are in. */

import { rankedApart } from '#core/categories/tree.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import type { Ctx } from '#platform/context.ts';
import type { CategoryId, EditionId } from '#platform/ids.ts';
import { rankedDivisions } from '#slices/entries/index.ts';
import { categoriesOf, type Edition, inheritedIn, partsOf } from '#slices/programmes/index.ts';
import type { CountedEntry } from '../counting/counted.ts';

/** `name` in the language everything is written in, as names of categories are. */
export type Division = { readonly key: string; readonly name: string };

/** By category whose divisions are ranked apart, in the order they are asked. */
type Apart = ReadonlyMap<CategoryId, readonly Division[]>;

export async function divisionsApart(ctx: Ctx, edition: Edition): Promise<Apart> {
  const inherited = await inheritedIn(ctx, edition.id);
  const main = mainLanguage(await partsOf(ctx, edition));
  return new Map(
    (await categoriesOf(ctx, edition.id)).flatMap(({ id, code }) => {
      const divisions = rankedApart(inherited(code)).map(({ key, name }) => ({ key, name: inLanguage(name, main, main) }));
      return divisions.length > 0 ? [[id, divisions] as const] : [];
    }),
  );
}

/** What a manager has said. Needs the scope `decisions`. */
async function settled(ctx: Ctx, edition: EditionId): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .selectFrom('entry_divisions as d')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'd.organisation_id').onRef('e.id', '=', 'd.entry_id'))
    .select(['d.entry_id as entry', 'd.division'])
    .where('d.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition)
    .execute();
  return new Map(rows.map(({ entry, division }) => [entry, division]));
}

/** The key of an entry's division; null where it is open, undefined where its category is one ranking. */
export type DivisionOf = (entry: string, category: CategoryId) => string | null | undefined;

/** Never a division the category does not have. */
const within = (apart: Apart, said: (entry: string) => string | null | undefined): DivisionOf => {
  return (entry, category) => {
    const key = said(entry);
    const own = apart.get(category);
    return own && (own.find((division) => division.key === key)?.key ?? null);
  };
};

/** As they are counted: what a manager said, else what the rules tell. Needs the scope `decisions`. */
export async function divisionsNow(ctx: Ctx, edition: Edition): Promise<DivisionOf> {
  const apart = await divisionsApart(ctx, edition);
  if (apart.size === 0) return () => undefined;
  const codes = (await categoriesOf(ctx, edition.id)).flatMap(({ id, code }) => (apart.has(id) ? [code] : []));
  const [said, told] = [await settled(ctx, edition.id), await rankedDivisions(ctx, edition, codes)];
  const ruled = new Map<string, string | null>(told);
  return within(apart, (entry) => said.get(entry) ?? ruled.get(entry));
}

/** As a tally was counted with them, which stays, but for what a manager has said since. Needs the scope `decisions`. */
export async function divisionsCounted(ctx: Ctx, edition: Edition, entries: readonly CountedEntry[]): Promise<DivisionOf> {
  const apart = await divisionsApart(ctx, edition);
  if (apart.size === 0) return () => undefined;
  const said = await settled(ctx, edition.id);
  const counted = new Map(entries.map(({ entry, division }) => [entry, division]));
  return within(apart, (entry) => said.get(entry) ?? counted.get(entry));
}
