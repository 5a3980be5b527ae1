/** Everything of an entry as one file, for whoever writes it. */
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '#http/context.ts';
import { archiveAnswer } from '#slices/entries/archives/answer.ts';
import { ownEntry } from '#slices/entries/archives/sources.ts';
import { drawnIn } from '#slices/entries/parts/archives/drawn.tsx';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params }) =>
  archiveAnswer(ctx, await ownEntry(ctx, params.entry ?? ''), drawnIn(ctx.language)),
);
