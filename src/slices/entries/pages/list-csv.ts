/** The entry list as a table for a spreadsheet: all pages of it, with the filters of the address, and the zone of its times named. */
import type { LoaderFunctionArgs } from 'react-router';
import { zonedText } from '#core/season/wall-time.ts';
import { load } from '#http/context.ts';
import { csvText } from '#platform/formats/csv-text.ts';
import { filterFrom } from '#slices/entries/list-page.ts';
import { type EntryLine, entriesForManager } from '#slices/entries/lists.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';

const chunk = 1_000;

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params, url }) => {
  const { edition } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const filter = { ...filterFrom(url.searchParams), after: undefined };
  const lines: EntryLine[] = [];
  let after: string | undefined;
  do {
    const page = await entriesForManager(ctx, edition, { ...filter, after }, chunk);
    lines.push(...page.entries);
    after = page.next;
  } while (after !== undefined);
  const { entries, dates } = wordsFor(ctx.language);
  const words = entries.list;
  const head = [
    words.number,
    words.entry,
    words.nominee,
    words.category,
    words.writer,
    words.state,
    words.arrivedIn(dates.cityOf(edition.zone)),
  ];
  const arrived = (at: Date) => zonedText(at.getTime(), edition.zone).slice(0, 19).replace('T', ' ');
  const rows = lines.map((line) => [
    line.number,
    line.title,
    line.nominee,
    line.category,
    line.owner,
    words.states[line.state],
    arrived(line.submittedAt),
  ]);
  return new Response(csvText(head, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${edition.programmeSlug}-${edition.slug}-entries.csv"`,
      'cache-control': 'private, no-store',
    },
  });
});
