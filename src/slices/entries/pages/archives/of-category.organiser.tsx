/** Everything of a category as one file, for those who run the programme or a chapter of it. Each time is told. */
import { redirect } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { endPoint } from '#http/form.ts';
import { archiveAnswer } from '#slices/entries/archives/answer.ts';
import { categorySource } from '#slices/entries/archives/sources.ts';
import { takeCategory } from '#slices/entries/archives/taking.ts';
import { drawnIn } from '#slices/entries/parts/archives/drawn.tsx';
import { categoriesOf, editionForEntries } from '#slices/programmes/index.ts';

/** Whoever comes by hand is led to where the way to the form begins. */
export function loader() {
  return redirect('/manage');
}

export const action = endPoint({
  take: {
    // The page stays while the file is saved: taken again from it is another taking, so its key is not used.
    perform: async ({ key: _once, ...ctx }, { params, values }) => {
      const { edition } = await editionForEntries(ctx, params.programme ?? '', params.edition ?? '');
      const category = (await categoriesOf(ctx, edition.id)).find(({ id }) => id === values.category);
      if (category === undefined) throw problem('general.not-found');
      await takeCategory(ctx, { category: category.id });
      return archiveAnswer(ctx, categorySource(ctx, edition, category), drawnIn(ctx.language));
    },
  },
});
