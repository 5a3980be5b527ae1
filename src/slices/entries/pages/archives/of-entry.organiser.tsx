/** Everything of an entry as one file, for those who run its programme or its chapter. It is asked for by a form, so that each time is told. */
import { redirect } from 'react-router';
import { endPoint } from '#http/form.ts';
import { archiveAnswer } from '#slices/entries/archives/answer.ts';
import { managedEntry } from '#slices/entries/archives/sources.ts';
import { takeEntry } from '#slices/entries/archives/taking.ts';
import { drawnIn } from '#slices/entries/parts/archives/drawn.tsx';
import { entryId } from '#slices/entries/schemas.ts';

/** Whoever comes by hand is led to where the way to the form begins. */
export function loader() {
  return redirect('/manage');
}

export const action = endPoint({
  take: {
    // The page stays while the file is saved: taken again from it is another taking, so its key is not used.
    perform: async ({ key: _once, ...ctx }, { params }) => {
      const source = await managedEntry(ctx, params.entry ?? '');
      await takeEntry(ctx, { entry: entryId.parse(params.entry) });
      return archiveAnswer(ctx, source, drawnIn(ctx.language));
    },
  },
});
