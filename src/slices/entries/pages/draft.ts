/** The end point of the autosave: what was written, saved under its version; the answer is for scripts. */
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { endPoint, post } from '#http/form.ts';
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
});

/** Whoever comes here by hand, after signing in again for instance, wants the entry itself. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/entries/${params.entry}`);
}
