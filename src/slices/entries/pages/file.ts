/** A file beside an entry, for whoever may read the entry at this moment: sent on to where its content is, for some minutes. */
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { load } from '#http/context.ts';
import { fileForReader } from '#slices/entries/files.ts';
import { contentLink } from '#slices/files/index.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params }) => {
  const { id } = await fileForReader(ctx, params.file ?? '');
  return redirect(contentLink(ctx, id), { status: 303 });
});
