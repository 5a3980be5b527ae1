/** An edition as its file. */
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '#http/context.ts';
import { editionDocumentOf, editionFile, editionForManager } from '#slices/programmes/index.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params }) => {
  const { edition } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  return new Response(editionFile(await editionDocumentOf(ctx, edition)), {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${edition.programmeSlug}-${edition.slug}.yaml"`,
      'cache-control': 'private, no-store',
    },
  });
});
