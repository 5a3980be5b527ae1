/** The text of a receipt, for those who run the programme. */
import type { LoaderFunctionArgs } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { receiptFile } from '#slices/entries/receipts/printed.ts';
import { entryForManager } from '#slices/entries/views.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params }) => {
  const file = await receiptFile(ctx, await entryForManager(ctx, params.entry ?? ''));
  if (file === undefined) throw problem('general.not-found');
  return file;
});
