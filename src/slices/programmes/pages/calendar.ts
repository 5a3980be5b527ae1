/** The dates of a programme, for calendars that read them again and again. */
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '#http/context.ts';
import { outline } from '#slices/programmes/public/outline-answer.ts';
import { calendarOf } from '#slices/programmes/public/outlines.ts';

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params, url, request }) =>
  outline(request, 'text/calendar; charset=utf-8', await calendarOf(ctx, params.programme ?? '', url.href.replace(/\/dates\.ics.*$/, ''))),
);
