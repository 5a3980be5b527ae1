/** The end point of what scripts do while somebody writes: words saved under their version, and a file that has arrived in pieces. */
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { endPoint, post } from '#http/form.ts';
import type { Ctx } from '#platform/context.ts';
import { addUpload } from '#slices/entries/files.ts';
import { entryId } from '#slices/entries/schemas.ts';
import { wordsIn } from '#slices/entries/write-form.ts';
import { saveDraft } from '#slices/entries/writing.ts';

type Whole = { readonly entry: string; readonly upload: string; readonly field: string | undefined };

const lay = (ctx: Ctx, { entry, upload, field }: Whole) => addUpload(ctx, entryId.parse(entry), upload, field);

export const action = endPoint({
  save: post(saveDraft, {
    input: ({ params, values }) => ({
      entry: params.entry ?? '',
      ...wordsIn(values),
    }),
    done: (_result, { params }) => `/entries/${params.entry}`,
  }),
  upload: post(lay, {
    input: ({ params, values, url }) => ({
      entry: params.entry ?? '',
      upload: values.upload ?? '',
      field: url.searchParams.get('field') ?? undefined,
    }),
    done: (_result, { params }) => `/entries/${params.entry}?saved#evidence`,
  }),
});

/** Whoever comes here by hand, after signing in again for instance, wants the entry itself. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/entries/${params.entry}`);
}
