/** The copy itself, for whoever may take it. It is asked for by a form, so that each time is told. */
import { redirect } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { endPoint } from '#http/form.ts';
import { openFile } from '#platform/files.server.ts';
import { takeCopy } from '#slices/privacy/index.ts';

/** Whoever comes by hand is led to the page that has the form. */
export function loader() {
  return redirect('/account/privacy');
}

export const action = endPoint({
  take: {
    perform: async (ctx, { params }) => {
      const { sha256, bytes } = await takeCopy(ctx, { request: params.request ?? '' });
      const content = await openFile(ctx.organisation, sha256);
      if (content === undefined) throw problem('privacy.export-over');
      return new Response(content, {
        headers: {
          'content-type': 'application/zip',
          'content-length': String(bytes),
          'content-disposition': 'attachment; filename="plaudit-data.zip"',
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
        },
      });
    },
  },
});
