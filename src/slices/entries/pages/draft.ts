/** The end point of what scripts do while somebody writes: words saved under their version, and a file that has arrived in pieces. */
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { endPoint, post } from '#http/form.ts';
import type { Ctx } from '#platform/context.ts';
import { addUpload } from '#slices/entries/files.ts';
import { entryId } from '#slices/entries/schemas.ts';
import { saveDraft } from '#slices/entries/writing.ts';

export const action = endPoint({
  save: post(saveDraft, {
    input: ({ params, values }) => ({
      entry: params.entry ?? '',
      version: values.version ?? '',
      title: values.title ?? '',
      nominee: values.nominee ?? '',
      body: values.body ?? '',
    }),
    done: (_result, { params }) => `/entries/${params.entry}`,
  }),
  upload: post((ctx: Ctx, { entry, upload }: { entry: string; upload: string }) => addUpload(ctx, entryId.parse(entry), upload), {
    input: ({ params, values }) => ({ entry: params.entry ?? '', upload: values.upload ?? '' }),
    done: (_result, { params }) => `/entries/${params.entry}?saved#evidence`,
  }),
});

/** Whoever comes here by hand, after signing in again for instance, wants the entry itself. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/entries/${params.entry}`);
}
