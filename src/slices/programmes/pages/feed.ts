/** The news of a programme, for feed readers. */
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '#http/context.ts';
import { outline } from '#slices/programmes/public/outline-answer.ts';
import { feedOf } from '#slices/programmes/public/outlines.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params, url, request }) =>
  outline(
    request,
    'application/atom+xml; charset=utf-8',
    await feedOf(ctx, params.programme ?? '', url.href.replace(/\/news\.atom.*$/, '')),
  ),
);
