/** The entry list as a file for a spreadsheet: all pages of it, with the filters and columns of the address, and the zone of its times named. */
import type { LoaderFunctionArgs } from 'react-router';
import { shownColumns } from '#core/lists/list-query.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { load } from '#http/context.ts';
import type { CellValue } from '#platform/formats/xlsx-write.server.ts';
import { filterFrom } from '#slices/entries/list-page.ts';
import { type ColumnId, columnIds, entryList } from '#slices/entries/list-shape.ts';
import { type EntryLine, entriesForManager } from '#slices/entries/lists.ts';
import { tableAnswer } from '#slices/lists/index.ts';
import { chapterCalled, chaptersReached, editionForEntries } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';

const chunk = 1_000;

export const loader: (args: LoaderFunctionArgs) => Promise<Response> = load(async (ctx, { params, url }) => {
  const { edition, reach } = await editionForEntries(ctx, params.programme ?? '', params.edition ?? '');
  const filter = { ...filterFrom(url.searchParams), after: undefined };
  const lines: EntryLine[] = [];
  let after: string | undefined;
  do {
    const page = await entriesForManager(ctx, edition, { ...filter, after }, chunk);
    lines.push(...page.entries);
    after = page.next;
  } while (after !== undefined);
  const chapters = await chaptersReached(ctx, reach);
  const { entries, dates } = wordsFor(ctx.language);
  const words = entries.list;
  const arrived = (at: Date) => ({ wall: zonedText(at.getTime(), edition.zone).slice(0, 19).replace('T', ' ') });
  const columns: Readonly<Record<ColumnId, { head: string; of: (line: EntryLine) => CellValue }>> = {
    number: { head: words.number, of: ({ number }) => number },
    title: { head: words.entry, of: ({ title }) => title },
    nominee: { head: words.nominee, of: ({ nominee }) => nominee },
    category: { head: words.category, of: ({ category }) => category },
    chapter: { head: words.chapter, of: ({ chapter }) => chapterCalled(chapters, chapter) },
    writer: { head: words.writer, of: ({ owner }) => owner },
    state: { head: words.state, of: ({ state }) => words.states[state] },
    arrived: { head: words.arrivedIn(dates.cityOf(edition.zone)), of: ({ submittedAt }) => arrived(submittedAt) },
  };
  const { columns: asked, chosen } = shownColumns(entryList, url.searchParams.get('columns'), []);
  const there = columnIds.filter((id) => id !== 'chapter' || chapters.length > 0);
  const shown = there.filter((id) => !chosen || asked.includes(id)).map((id) => columns[id]);
  return tableAnswer(url.pathname, {
    name: `${edition.programmeSlug}-${edition.slug}-entries`,
    sheet: words.title,
    head: shown.map(({ head }) => head),
    rows: lines.map((line) => shown.map(({ of }) => of(line))),
  });
});
