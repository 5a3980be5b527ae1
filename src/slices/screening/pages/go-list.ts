/** What the keys find, as data for their script; the page `/go` shows the same without it. */
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '#http/context.ts';
import { placesFor } from '#slices/screening/go.ts';
import { wordsFor } from '#words/index.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { visitor, url }) => {
  const { go } = wordsFor(ctx.language);
  const groups = await placesFor(ctx, visitor, url.searchParams.get('q') ?? '');
  const found = go.found(groups.reduce((sum, { items }) => sum + items.length, 0));
  return Response.json(
    { label: go.search, none: go.none, close: go.close, found, groups },
    { headers: { 'cache-control': 'private, no-store' } },
  );
});
