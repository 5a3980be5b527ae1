/** The figures of an edition for its organisers: what is asked, what is known and from where, and what is missing. */

import { mainLanguage } from '#core/editions/parts.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { CategoryId, EditionId } from '#platform/ids.ts';
import { categoriesOf, partsOf } from '#slices/programmes/index.ts';
import { categoriesOfOwn, openedEdition } from '../standings.ts';
import { type Figure, figuresKnown } from './figures.ts';

/** So many entries of a category are shown at once, those without a figure first. */
const mostShown = 200;

export type FigureTable = {
  readonly category: CategoryId;
  readonly code: string;
  readonly categoryName: string;
  readonly source: string;
  readonly kind: Figure['kind'];
  /** Null where it has no name but its kind's. */
  readonly name: string | null;
  readonly least: string | null;
  readonly most: string | null;
  readonly known: number;
  readonly entries: number;
  readonly rows: readonly {
    readonly entry: string;
    readonly number: string;
    readonly title: string;
    readonly figure: Pick<Figure, 'value' | 'from' | 'evidence'> | null;
  }[];
};

export type Figures = { readonly tables: readonly FigureTable[]; readonly decided: boolean };

/** Categories in which the reader has an entry or an interest are left out, as their results are. */
export function figuresForManager(ctx: Ctx, id: EditionId): Promise<Figures> {
  return snapshot(ctx, ['decisions'], async (inside) => {
    const edition = await openedEdition(inside, id);
    const { asked, entries, figures } = await figuresKnown(inside, edition);
    const own = await categoriesOfOwn(inside, id);
    const main = mainLanguage(await partsOf(inside, edition));
    const known = new Map(figures.map((figure) => [`${figure.entry} ${figure.source}`, figure]));
    const shown = (await categoriesOf(inside, id)).filter((category) => !own.has(category.id));
    const tables = shown.flatMap((category) => {
      const all = entries.filter((entry) => entry.category === category.id);
      return (asked.get(category.id) ?? []).map(({ source, kind, name, least, most }): FigureTable => {
        const rows = all.map(({ id: entry, number, title }) => ({ entry, number, title, figure: known.get(`${entry} ${source}`) ?? null }));
        const missing = rows.filter(({ figure }) => figure === null);
        return {
          category: category.id,
          code: category.code,
          categoryName: category.name,
          source,
          kind,
          name: name === null ? null : inLanguage(name, ctx.language, main),
          least,
          most,
          known: rows.length - missing.length,
          entries: rows.length,
          rows: [...missing, ...rows.filter(({ figure }) => figure !== null)].slice(0, mostShown),
        };
      });
    });
    return { tables: tables.filter((table) => table.entries > 0), decided: edition.announcedAt !== null };
  });
}
