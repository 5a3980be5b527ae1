/** The spreadsheet somebody fills in to put entries of a category in: its columns, and in a workbook what each may hold. */
import type { LoaderFunctionArgs } from 'react-router';
import { headOf } from '#core/entries/importing/columns.ts';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { columnsFor } from '#slices/entries/importing/checking.ts';
import { categoryInEdition } from '#slices/entries/index.ts';
import { tableAnswer } from '#slices/lists/index.ts';
import { editionForManager, openCategoriesOf } from '#slices/programmes/index.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params, url }) => {
  const { edition, mayChange } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const known = edition.published ? (await openCategoriesOf(ctx, edition.id)).find(({ code }) => code === params.category) : undefined;
  const category = known && (await categoryInEdition(ctx, known.id));
  if (!mayChange || !category) throw problem('general.not-found');
  const { columns } = await columnsFor(ctx, category);
  return tableAnswer(url.pathname, {
    name: `${edition.programmeSlug}-${edition.slug}-${category.code}`.toLowerCase(),
    sheet: category.name,
    head: columns.map(headOf),
    rows: [],
  });
});
